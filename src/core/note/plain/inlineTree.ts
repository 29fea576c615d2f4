import type { PhrasingContent } from 'mdast';
import type { Content } from './content.js';
import { pairRuns, type Run, type Span } from './delimiters.js';
import { decline } from './notPlain.js';

/** Most spans within each other. */
const deepest = 100;

/** A part of a content that is something else than text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** What it is; without one and without a run, it is left out. */
  readonly node?: PhrasingContent;
  readonly run?: Run;
  /** Whether the text that it stands in starts with it nevertheless, as with a backslash. */
  readonly isText?: boolean;
}

/**
 * Builds the nodes of a part of a content.
 *
 * @param content The content.
 * @param marks What is no text in that part, in document order.
 * @param from Where the part starts.
 * @param to Where it ends.
 * @throws {Error} `notPlain` where spans cross each other.
 */
export function buildInlines(content: Content, marks: readonly Mark[], from: number, to: number): PhrasingContent[] {
  if (marks.some(({ run }) => run)) {
    pairRuns(marks.flatMap(({ run }) => run ?? []));
  }
  let children: PhrasingContent[] = [];
  const open: { readonly span: Span; readonly start: number; readonly siblings: PhrasingContent[] }[] = [];
  let [value, start, end] = ['', -1, from];

  const addText = (textFrom: number, textTo: number): void => {
    if (textFrom < textTo) {
      start = start < 0 ? textFrom : start;
      value += content.text.slice(textFrom, textTo);
      end = textTo;
    }
  };
  const endText = (): void => {
    if (value !== '') {
      children.push({ type: 'text', value, position: content.position(start, end) });
    }
    [value, start] = ['', -1];
  };
  const addRun = ({ left, closes, opens }: Run, at: number): void => {
    for (const span of closes) {
      endText();
      const opened = open.pop();
      if (opened?.span !== span) {
        return decline();
      }
      at += span.size;
      opened.siblings.push({ type: span.type, children, position: content.position(opened.start, at) });
      children = opened.siblings;
    }
    addText(at, at + left);
    at += left;
    for (const span of opens.reverse()) {
      endText();
      // Whoever walks the tree must not run out of stack where remark would have said so.
      if (open.length > deepest) {
        decline();
      }
      open.push({ span, start: at, siblings: children });
      children = [];
      at += span.size;
    }
  };

  let at = from;
  for (const mark of marks) {
    addText(at, mark.from);
    at = mark.to;
    if (mark.node) {
      endText();
      children.push(mark.node);
    } else if (mark.run) {
      addRun(mark.run, mark.from);
    } else if (mark.isText && start < 0) {
      start = mark.from;
    }
  }
  addText(at, to);
  endText();
  return open.length > 0 ? decline() : children;
}

/**
 * The text of nodes, as an image has it for its own.
 *
 * @param nodes The nodes.
 */
export function plainValue(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) =>
      'value' in node
        ? node.value
        : 'alt' in node
          ? (node.alt ?? '')
          : 'children' in node
            ? plainValue(node.children)
            : '',
    )
    .join('');
}
