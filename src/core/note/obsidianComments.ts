/**
 * Takes Obsidian's comments (`%% … %%`) out of a text: lines between two lines of `%%`, and what stands between two marks
 * behind other words. Spaces stand in their place, so that everything keeps its line and column. Code is left alone: two
 * percent signs mean something there.
 *
 * @param text A note's text.
 */
export function blankObsidianComments(text: string): string {
  if (!text.includes('%%')) {
    return text;
  }
  let fence: string | undefined;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [bar] = /^ {0,3}(?:`{3,}|~{3,})/u.exec(line) ?? [];
    if (bar !== undefined && (fence === undefined || bar.trim().startsWith(fence))) {
      fence = fence === undefined ? bar.trim() : undefined;
    } else if (fence === undefined && line.trim() === '%%') {
      const end = lines.findIndex((other, place) => place > index && other.trim().endsWith('%%'));
      for (let place = index; place <= end; place += 1) {
        lines[place] = blank(lines[place] ?? '');
      }
      if (end < 0) {
        break;
      }
      index = end;
    } else if (fence === undefined && /^\s*%%[^%]{1,500}%%\s*$/u.test(line)) {
      lines[index] = blank(line);
    } else if (fence === undefined && line.includes('%%')) {
      lines[index] = line.replace(/(?<=\S[ \t]*)%%[^%\n]{1,500}%%/gu, blank);
    }
  }
  return lines.join('\n');
}

function blank(text: string): string {
  return text.replace(/[^\r]/gu, (letter) => ' '.repeat(letter.length));
}
