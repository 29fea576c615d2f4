/**
 * The fewest edits (insert, delete, replace, swap two neighbours) that turn the query into a beginning of the text:
 * optimal string alignment distance, open at the text's end.
 * Source: R. Lowrance and R. A. Wagner, "An Extension of the String-to-String Correction Problem", J. ACM 22(2), 1975.
 *
 * @param query What was typed.
 * @param text What it is compared with.
 */
export function typoDistance(query: string, text: string): number {
  const width = Math.min(text.length, query.length * 2) + 1;
  let older: number[] = [];
  let previous = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= query.length; row += 1) {
    const current = [row];
    for (let column = 1; column < width; column += 1) {
      const same = query[row - 1] === text[column - 1];
      const swapped =
        row > 1 && column > 1 && query[row - 1] === text[column - 2] && query[row - 2] === text[column - 1];
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + (same ? 0 : 1),
          swapped ? at(older, column - 2) + 1 : Infinity,
        ),
      );
    }
    older = previous;
    previous = current;
  }
  return Math.min(...previous);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
