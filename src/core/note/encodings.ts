/** A text and what its bytes were read as. */
export interface ReadText {
  readonly text: string;
  /** The WHATWG’s name of the encoding: `utf-8`, `utf-16le`, `euc-kr` (which there is CP949) … */
  readonly encoding: string;
}

/** Made once, for nearly all notes are read with it. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The WHATWG’s label (https://encoding.spec.whatwg.org/#names-and-labels) for an encoding. There need not be a decoder for
 * it, and there is none for `utf8bom`: that it is UTF-8 goes without saying.
 *
 * @param name A value of VS Code’s `files.encoding`, such as `euckr`.
 */
export function encodingLabel(name: string): string {
  const known = name.replace('cp949', 'euckr').replace('cp950', 'big5').replace('macroman', 'macintosh');
  return known.replace(/^(utf|euc|koi8|windows|shift|big5)(?=\w)/u, '$1-');
}

/**
 * Reads bytes in one encoding, without its byte order mark.
 *
 * @param label The WHATWG’s label of the encoding.
 * @param bytes The whole file.
 * @param fatal Whether bytes that are not valid end it. Else they become U+FFFD.
 * @returns Nothing where they end it, or the host does not know the encoding.
 */
export function decodeAs(label: string, bytes: Uint8Array, fatal = true): ReadText | undefined {
  try {
    const decoder = label === 'utf-8' && fatal ? utf8 : new TextDecoder(label, { fatal });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return undefined;
  }
}
