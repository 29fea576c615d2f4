/** What a list item starts with. */
export interface ListMarker {
  /** A bullet, or the character behind a number. */
  readonly code: number;
  readonly number: number | null;
  readonly end: number;
}

/**
 * Reads the marker of a list item: a bullet or a number, with white space or nothing behind it; a thematic break is none.
 *
 * @param text The text.
 * @param from Where it may be.
 * @param to Where the line ends.
 */
export function readListMarker(text: string, from: number, to: number): ListMarker | undefined {
  const first = text.charCodeAt(from);
  let at = from;
  if (first > 47 && first < 58) {
    while (at < to && at - from < 9 && isDigit(text.charCodeAt(at))) {
      at += 1;
    }
    const code = text.charCodeAt(at);
    if (at >= to || (code !== 46 && code !== 41)) {
      return undefined;
    }
  } else if ((first !== 45 && first !== 42 && first !== 43) || isThematicBreak(text, from, to)) {
    return undefined;
  }
  const end = at + 1;
  const behind = text.charCodeAt(end);
  if (end < to && behind !== 32 && behind !== 9) {
    return undefined;
  }
  return { code: text.charCodeAt(at), number: at > from ? Number(text.slice(from, at)) : null, end };
}

/**
 * Whether what may be a list's first item is one within a paragraph.
 *
 * @param text The text.
 * @param marker The item's marker.
 * @param from Where that starts.
 * @param to Where the line ends.
 */
export function isInterrupting(text: string, { number, end }: ListMarker, from: number, to: number): boolean {
  return (number === null || (number === 1 && end - from === 2)) && /[^ \t]/.test(text.slice(end, to));
}

/** Whether a line, from a place on, has nothing but three or more of one of `*`, `-` and `_`. */
export function isThematicBreak(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (first !== 42 && first !== 45 && first !== 95) {
    return false;
  }
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === first) {
      count += 1;
    } else if (code !== 32) {
      return false;
    }
  }
  return count > 2;
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}
