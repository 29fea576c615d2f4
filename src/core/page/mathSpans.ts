/** A formula within a text. */
export interface MathSpan {
  /** Where its first dollar sign stands. */
  readonly start: number;
  /** Behind its last dollar sign. */
  readonly end: number;
  readonly tex: string;
  /** Whether it stands on a line of its own when shown: `$$…$$`. */
  readonly isDisplay: boolean;
}

/** A formula of more characters is none that anybody wrote by hand: within a line, and on lines of its own. */
const longest = { inline: 1_000, display: 5_000 };

/** Most formulas that are found in one text. */
const most = 500;

/**
 * Finds formulas in running text. A dollar sign that begins one has no space behind it, one that ends it no space before and
 * no digit behind it, so that prices stay prices.
 * Source: Pandoc's manual, extension `tex_math_dollars`.
 *
 * @param source Markdown of one paragraph or the like, as it is written.
 */
export function mathSpans(source: string): MathSpan[] {
  const spans: MathSpan[] = [];
  const dollars = [...source.matchAll(/(?<!\\)(?:\\\\)*(\$+)/gu)].map((match) => ({
    start: match.index + match[0].length - (match[1]?.length ?? 0),
    length: match[1]?.length ?? 0,
  }));
  let next = 0;
  while (next < dollars.length && spans.length < most) {
    const close = closing(source, dollars, next);
    const [open, end] = [dollars[next], dollars[close ?? -1]];
    if (open && end && close !== undefined) {
      const tex = source.slice(open.start + open.length, end.start);
      spans.push({ start: open.start, end: end.start + end.length, tex: tex.trim(), isDisplay: open.length === 2 });
      next = close;
    }
    next += 1;
  }
  return spans;
}

interface Dollars {
  readonly start: number;
  readonly length: number;
}

/** The index of the dollar signs that end what some begin. */
function closing(source: string, dollars: readonly Dollars[], index: number): number | undefined {
  const open = dollars[index];
  const from = (open?.start ?? 0) + (open?.length ?? 0);
  if (!open || open.length > 2 || (open.length === 1 && /^\s/u.test(source.charAt(from)))) {
    return undefined;
  }
  for (let other = index + 1; other < dollars.length; other += 1) {
    const end = dollars[other];
    if (!end || end.start - from > (open.length === 2 ? longest.display : longest.inline)) {
      return undefined;
    }
    if (end.length === open.length && (open.length === 2 || endsInline(source, end.start))) {
      const tex = source.slice(from, end.start);
      return tex.trim() === '' || /\n\s*\n/u.test(tex) ? undefined : other;
    }
  }
  return undefined;
}

function endsInline(source: string, dollar: number): boolean {
  return !/\s/u.test(source.charAt(dollar - 1)) && !/\d/u.test(source.charAt(dollar + 1));
}
