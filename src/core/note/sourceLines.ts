import type { Paragraph, PhrasingContent } from 'mdast';
import { plainText } from './plainText.js';

/** Inline content that stands on one line of the source. */
export interface SourceLine {
  /** 1-based in the file. */
  readonly line: number;
  readonly content: readonly PhrasingContent[];
  /** The content as plain text, without a bullet that is none to Markdown. */
  readonly text: string;
  /** Whether a hard break, or nothing, follows: the writer ended the line there. */
  readonly endsHard: boolean;
}

/**
 * Cuts inline content at its line endings, soft and hard.
 *
 * @param nodes Content of a paragraph.
 * @param startLine Its first line, 1-based.
 */
export function sourceLines(nodes: readonly PhrasingContent[], startLine: number): SourceLine[] {
  const lines: SourceLine[] = [];
  let current: PhrasingContent[] = [];
  let line = startLine;
  const end = (endsHard: boolean, next: number): void => {
    if (current.length > 0) {
      lines.push({ line, content: current, text: withoutBullet(plainText(...current)), endsHard });
      current = [];
    }
    line = next;
  };
  for (const node of nodes) {
    const start = node.position?.start.line ?? line;
    if (node.type === 'break') {
      end(true, start + 1);
    } else if (node.type === 'text' && !/[\r\n]/u.test(node.value)) {
      current.push({ type: 'text', value: node.value });
    } else if (node.type === 'text') {
      node.value.split(/\r\n?|\n/u).forEach((value, index) => {
        if (index > 0) {
          end(false, start + index);
        }
        current.push({ type: 'text', value });
      });
    } else {
      current.push(node);
    }
  }
  end(true, line);
  return lines;
}

function withoutBullet(text: string): string {
  const first = text.charCodeAt(0);
  const mayBeBullet = first === 0x3a || (first >= 0xb7 && first < 0x2600);
  return mayBeBullet ? text.replace(/^(?:[•·‣▪◦∙–①-⑳]\s*|:\s+)/u, '') : text;
}

/**
 * A paragraph of some lines of another.
 *
 * @param paragraph The other.
 * @param lines Lines of it, in order.
 */
export function paragraphOf(paragraph: Paragraph, lines: readonly SourceLine[]): Paragraph {
  const [first] = lines;
  const children = lines.flatMap(({ content, line }, index): PhrasingContent[] => {
    const position = { start: { line, column: 1 }, end: { line, column: 1 } };
    const placed = content.map((node) => (node.type === 'text' ? { ...node, position } : node));
    return index === 0
      ? placed
      : [{ type: 'break', position: { ...position, start: { line: line - 1, column: 1 } } }, ...placed];
  });
  const end = paragraph.position?.end ?? { line: 1, column: 1 };
  const position = { start: { line: first?.line ?? 1, column: 1 }, end };
  return { type: 'paragraph', children, position };
}

/** Shortest line, in columns, that an editor may have wrapped. */
const narrowestWrap = 50;

/** A line that ends like this was ended by its writer. */
const sentenceEnd = /(?:[.!?。！？…:;)\]"”’]|(?<![보마])다|[요음함됨임까죠])$/u;

/** A Korean line that ends like this goes on: with a particle, a joining ending or a word that needs another. */
const koreanGoesOn =
  /(?:[가-힣](?:이|가|을|를|은|는|에|의|와|과|고|며|면|서|로|게|지|라|야|여|해|어|아|던|도)|없이|수|및|또는|때문에|위해|대한|통해|[가-힣][한할된될인일])$/u;

/**
 * Whether the lines of a paragraph are one text that was wrapped at some column, and not lines of their own. They are if
 * no line but the last is ended by its writer, all but the last are about as long as each other and long enough; a line
 * that goes on in lower case speaks for it at any length.
 *
 * @param lines The paragraph's lines.
 */
export function isWrapped(lines: readonly SourceLine[]): boolean {
  if (lines.length < 2) {
    return false;
  }
  const joins = lines.slice(0, -1).map((line, index) => ({ line, next: lines[index + 1]?.text ?? '' }));
  if (joins.some(({ line }) => line.endsHard)) {
    return false;
  }
  const open = joins.filter(({ line }) => !sentenceEnd.test(line.text));
  if (open.length > 0 && open.every(({ next }) => /^[a-zа-я]/u.test(next)) && open.length * 2 >= joins.length) {
    return joins.every(({ line }) => columns(line.text) >= narrowestWrap / 2);
  }
  const last = lines.at(-1)?.text ?? '';
  if (
    open.length === joins.length &&
    sentenceEnd.test(last) &&
    open.every(({ line }) => koreanGoesOn.test(line.text))
  ) {
    return joins.every(({ line }) => columns(line.text) >= narrowestWrap / 2);
  }
  const widths = joins.map(({ line }) => columns(line.text));
  const widest = Math.max(...widths);
  return open.length * 2 > joins.length && widest >= narrowestWrap && Math.min(...widths) >= widest * 0.75;
}

/** Width of a text in columns: East Asian characters take two. */
function columns(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    sum += point >= 0x1100 && point <= 0xffdc ? 2 : 1;
    at += point > 0xffff ? 1 : 0;
  }
  return sum;
}
