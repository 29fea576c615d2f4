import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { BodyPart, LabelledPart } from './bodyPart.js';
import type { LabelReader } from './label.js';
import { isReference } from './lineLabel.js';
import type { Side } from './model.js';
import { firstLine } from './nodeLines.js';
import { plainText } from './plainText.js';
import type { ReadPoint } from './points.js';

/**
 * Reads the pros and cons of a table: in columns (for one subject, or one subject a row), or in rows labelled with them
 * (for one subject, or one subject a column).
 *
 * @param table The table.
 * @param labels Knows the label words.
 * @returns Nothing where no column and no row is a label.
 */
export function readTable(table: Table, labels: LabelReader): BodyPart[] {
  const [header, ...rows] = table.children;
  if (!header) {
    return [];
  }
  const columns = withoutPlans(header.children, labels);
  if (columns.some((side) => side !== undefined)) {
    return byColumns(header, columns, rows);
  }
  return byRows(header, table.children, labels);
}

function byColumns(header: TableRow, columns: readonly (Side | undefined)[], rows: readonly TableRow[]): BodyPart[] {
  const hasSubjects = columns[0] === undefined && columns.length > 1;
  return rows.flatMap((row): BodyPart[] => {
    // Along the row, which may be much shorter than the header.
    const parts = row.children.flatMap((cell, index) => {
      const side = columns[index];
      return side ? cellPart(side, header.children[index], cell) : [];
    });
    // A column of mere numbers before the names only counts them.
    const named = row.children.find((cell, index) => columns[index] === undefined && /\p{L}/u.test(plainText(cell)));
    const name = hasSubjects && named ? plainText(named) : '';
    return name === '' || parts.length === 0 ? parts : [{ kind: 'named', name, line: firstLine(row), parts }];
  });
}

function byRows(header: TableRow, rows: readonly TableRow[], labels: LabelReader): BodyPart[] {
  const firsts = rows.map((row) => row.children[0]);
  const sidesOfRows = withoutPlans(firsts, labels);
  const sides = rows.map((row, index) => ({ row, side: sidesOfRows[index] }));
  if (!sides.some(({ side }) => side)) {
    return [];
  }
  const isHeaderLabel = sides[0]?.side !== undefined;
  const byColumn = new Map<number, LabelledPart[]>();
  for (const { row, side } of sides) {
    const [label, ...cells] = row.children;
    if (side) {
      cells.forEach((cell, place) => {
        const parts = byColumn.get(place) ?? [];
        cellPart(side, label, cell).forEach((part) => parts.push(part));
        byColumn.set(place, parts);
      });
    }
  }
  return header.children.slice(1).flatMap((head, place): BodyPart[] => {
    const parts = byColumn.get(place) ?? [];
    const name = isHeaderLabel || header.children.length === 2 ? '' : plainText(head);
    return name === '' || parts.length === 0 ? parts : [{ kind: 'named', name, line: firstLine(header), parts }];
  });
}

/** The sides of some cells. `Pro` and `Плюс` without the other side are plans that one can buy. */
function withoutPlans(cells: readonly (TableCell | undefined)[], labels: LabelReader): (Side | undefined)[] {
  const sides = cells.map((cell) => cell && sideOf(cell, labels));
  return sides.includes('cons')
    ? sides
    : sides.map((side, index) => (/^\P{L}*(?:pro|plus|плюс)\P{L}*$/iu.test(textOf(cells[index])) ? undefined : side));
}

function textOf(cell: TableCell | undefined): string {
  return cell ? plainText(cell) : '';
}

function sideOf(cell: TableCell, labels: LabelReader): Side | undefined {
  if (isReference(cell.children)) {
    return undefined;
  }
  const label = labels.read(plainText(cell));
  return label?.isExact && label.rest === '' && (label.role === 'pros' || label.role === 'cons')
    ? label.role
    : undefined;
}

function cellPart(role: Side, labelCell: TableCell | undefined, cell: TableCell): LabelledPart[] {
  const points = cellPoints(cell);
  const label = labelCell ? plainText(labelCell) : '';
  return points.length === 0
    ? []
    : [{ kind: 'labelled', role, label, line: firstLine(cell), subject: '', blocks: [], points }];
}

/** Points of a cell: parted by `<br>`, by `<li>` or by list marks. */
function cellPoints(cell: TableCell): ReadPoint[] {
  const pieces: PhrasingContent[][] = [[]];
  for (const node of cell.children) {
    if (node.type === 'html' && /^<\/?(?:br|li|ul|ol|p)\b/iu.test(node.value)) {
      pieces.push([]);
    } else {
      pieces.at(-1)?.push(node);
    }
  }
  return pieces.flatMap(splitAtMarks).flatMap((content) => {
    const text = plainText(...content)
      .replace(/^(?:[-*•·‣▪–+]|\d+[.)])\s+|^[•·‣▪]/u, '')
      .trim();
    return /[\p{L}\p{N}]/u.test(text) ? [{ point: { line: firstLine(cell), text }, content }] : [];
  });
}

/** A cell of plain text may hold a list on one line: `• a • b`, `1. a 2. b`. */
function splitAtMarks(content: PhrasingContent[]): PhrasingContent[][] {
  const [only] = content;
  if (content.length !== 1 || only?.type !== 'text') {
    return [content];
  }
  const text = only.value.trim();
  const mark = /^[•·‣▪]/u.test(text)
    ? /\s*[•·‣▪]\s*/u
    : /^1[.)]\s/u.test(text)
      ? /\s*\b\d+[.)]\s+/u
      : text.startsWith('- ')
        ? /(?:^|\s)- /u
        : undefined;
  return mark
    ? text
        .split(mark)
        .filter((piece) => piece.trim() !== '')
        .map((value) => [{ type: 'text', value }])
    : [content];
}
