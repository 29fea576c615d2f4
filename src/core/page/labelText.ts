/**
 * A label as a heading of the page: as the note wrote it, without a colon at its end.
 *
 * @param label The label's plain text.
 */
export function labelText(label: string): string {
  return label.replace(/\s*[:：]\s*$/u, '').trim();
}
