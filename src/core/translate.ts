/**
 * Turns an English sentence into the user's language and fills its `{0}`-style places: the shape of `vscode.l10n.t`,
 * so that the core can speak without knowing the editor.
 */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/**
 * The English sentence itself, for hosts without translations.
 *
 * @param message Sentence with `{0}`-style places.
 * @param args What goes into the places, in order.
 */
export const english: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
