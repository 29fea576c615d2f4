/** Longest piece of a note that a message shows, in characters. */
const longestPiece = 200;

/**
 * Makes text from a note fit for a message. The editor turns `[text](command:…)` in messages into links that run
 * commands, so no bracket of a note may get there.
 *
 * @param text Text from a note.
 */
export function inMessage(text: string): string {
  const plain = text
    .replace(/[[\]()<>]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.length > longestPiece ? `${plain.slice(0, longestPiece)}…` : plain;
}
