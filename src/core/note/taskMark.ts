/** Where a line has the mark of a task. */
export interface TaskMark {
  /** Offset of the character between the brackets, in UTF-16 units. */
  readonly at: number;
  readonly isDone: boolean;
}

/** A list item, in quotations or not, that begins with `[ ]` or `[x]`. */
const task = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)+\[(?<mark>[ \txX])\](?=\s)/u;

/**
 * Finds the mark of a task.
 * Source: GitHub Flavored Markdown, 5.3 Task list items (https://github.github.com/gfm/#task-list-items-extension-).
 *
 * @param line The first line of a list item, without its line ending.
 * @returns Nothing where the line is no task.
 */
export function taskMark(line: string): TaskMark | undefined {
  const found = task.exec(line);
  return found ? { at: found[0].length - 2, isDone: /x/iu.test(found.groups?.['mark'] ?? '') } : undefined;
}
