/**
 * The few globals beyond ECMAScript that the core uses. Node, browsers and workers all have them, so the core can name
 * them without the types of any one host.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  /** The encoding’s name by https://encoding.spec.whatwg.org/, in lower case. */
  readonly encoding: string;
  decode(input: Uint8Array): string;
}
