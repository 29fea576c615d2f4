/** Tags by which blogs made with Jekyll and Hugo mark code: no Markdown, but what stands between them is code. */
const tags: readonly { readonly open: RegExp; readonly close: RegExp }[] = [
  { open: /^\{%-?\s*highlight\s+([\w+#-]*)[^%\n]{0,200}%\}[ \t]*$/u, close: /^\{%-?\s*endhighlight\s*-?%\}[ \t]*$/u },
  {
    open: /^\{\{<\s*highlight\s+([\w+#-]*)[^>\n]{0,200}>\}\}[ \t]*$/u,
    close: /^\{\{<\s*\/\s*highlight\s*>\}\}[ \t]*$/u,
  },
];

/**
 * Turns the tags of code blocks of Jekyll (`{% highlight js %}`) and Hugo (`{{< highlight js >}}`) into fences, so that code
 * is read as code. Every character keeps its place: the rest of a tag's line becomes spaces.
 *
 * @param text A note's text.
 */
export function fenceTemplateCode(text: string): string {
  if (!/\{(?:%|\{<)-?\s*highlight\s/u.test(text)) {
    return text;
  }
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const found = tags.map((tag) => ({ tag, start: tag.open.exec(ownText(lines[index])) })).find(({ start }) => start);
    const end = found ? lines.findIndex((line, place) => place > index && found.tag.close.test(ownText(line))) : -1;
    if (end > 0) {
      lines[index] = asFence(lines[index] ?? '', found?.start?.[1] ?? '');
      lines[end] = asFence(lines[end] ?? '', '');
      index = end;
    } else if (found) {
      break;
    }
  }
  return lines.join('\n');
}

function ownText(line: string | undefined): string {
  return (line ?? '').replace(/\r$/u, '');
}

/** Four backticks, for the code itself may hold three. */
function asFence(line: string, language: string): string {
  const text = ownText(line);
  return `\`\`\`\`${language}`.padEnd(text.length) + line.slice(text.length);
}
