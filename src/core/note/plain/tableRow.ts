import type { Table, TableRow } from 'mdast';
import type { Content } from './content.js';
import { readInlines } from './inlines.js';

/** Where a cell starts and ends, and where what it has does: nothing, where that is one place. */
interface CellRange {
  readonly from: number;
  to: number;
  readonly textFrom: number;
  readonly textTo: number;
}

/**
 * Where the cells of a row are. A cell has the bar before it, the last of a row also the one behind it.
 *
 * @param text The text.
 * @param from Where the row starts, at no white space.
 * @param to Where its line ends.
 */
function cellRanges(text: string, from: number, to: number): CellRange[] {
  const cells: CellRange[] = [];
  let cellFrom = from;
  let at = text.charCodeAt(from) === 124 ? from + 1 : from;
  for (;;) {
    let [textFrom, textTo] = [-1, -1];
    for (; at < to && text.charCodeAt(at) !== 124; at += 1) {
      if (text.charCodeAt(at) !== 32) {
        textFrom = textFrom < 0 ? at : textFrom;
        const escaped = text.charCodeAt(at + 1);
        at += text.charCodeAt(at) === 92 && at + 1 < to && (escaped === 124 || escaped === 92) ? 1 : 0;
        textTo = at + 1;
      }
    }
    if (at < to || textFrom >= 0 || cells.length === 0) {
      cells.push({ from: cellFrom, to: at, textFrom, textTo });
    }
    if (at >= to) {
      const last = cells.at(-1);
      if (last) {
        last.to = to;
      }
      return cells;
    }
    cellFrom = at;
    at += 1;
  }
}

/**
 * How the columns of a table are aligned, as the line below its head says.
 *
 * @param line That line, without what its containers have before it.
 * @param text The text with the line above it.
 * @param from Where that starts, at no white space.
 * @param to Where it ends.
 * @returns Nothing where these are no such lines.
 */
export function readAlignment(line: string, text: string, from: number, to: number): Table['align'] | undefined {
  const isBarAlone = /^\| *$/.test(text.slice(from, to));
  if (!/^\|? *:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?$/.test(line) || !/[|:]/.test(line) || isBarAlone) {
    return undefined;
  }
  const cells = line.match(/:?-+:?/g) ?? [];
  return cellRanges(text, from, to).length === cells.length
    ? cells.map((cell) =>
        /^:.*:$/.test(cell) ? 'center' : cell.startsWith(':') ? 'left' : cell.endsWith(':') ? 'right' : null,
      )
    : undefined;
}

/**
 * Reads a row.
 *
 * @param content The line that it is in.
 * @param from Where the row starts, at no white space.
 * @param to Where its line ends.
 * @throws {Error} `notPlain` where there is something that is not sure to be understood.
 */
export function readRow(content: Content, from: number, to: number): TableRow {
  return {
    type: 'tableRow',
    children: cellRanges(content.text, from, to).map((cell) => ({
      type: 'tableCell',
      children: cell.textFrom < 0 ? [] : readInlines(content, cell.textFrom, cell.textTo, true),
      position: content.position(cell.from, cell.to),
    })),
    position: content.position(from, to),
  };
}
