import { decodeAs, type ReadText } from './encodings.js';

/** Characters by codes of two bytes; for some without any, U+FFFD or a private one. Made when it is first needed. */
let table: Map<number, string> | undefined;

/**
 * Reads bytes as CP949, the Korean encoding of Windows, of which EUC-KR is a part
 * (https://encoding.spec.whatwg.org/#euc-kr-decoder).
 *
 * @param bytes The whole file.
 * @param isSure Whether they are CP949 where they can be. Else more than four in five must be Hangul of EUC-KR, for
 *   Chinese and Japanese make Hanja, rare syllables and single letters. Signs and lines of tables do not count.
 * @returns Nothing where they are none.
 */
export function decodeCp949(bytes: Uint8Array, isSure: boolean): ReadText | undefined {
  table ??= readTable();
  let text = '';
  let score = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
    } else {
      index += 1;
      const trail = bytes[index] ?? 0;
      const character = table.get(lead * 0x100 + trail);
      if (character === undefined) {
        return undefined;
      }
      text += character;
      score += lead < 0xa1 || lead > 0xc8 || lead === 0xa4 || trail < 0xa1 ? -4 : Number(lead > 0xaf);
    }
  }
  const isValid = !/[\p{Co}\uFFFD]/u.test(text);
  return isValid && (isSure || score > 0) ? { text, encoding: 'euc-kr' } : undefined;
}

/**
 * What EUC-KR has, the host’s decoder tells. Node’s, unlike a browser’s, knows no more and reads `똠` as a control character
 * and a letter. The syllables that EUC-KR lacks stand where it has nothing, in the order of Unicode.
 */
function readTable(): Map<number, string> {
  const codes: number[] = [];
  for (let lead = 0xa1; lead < 0xff; lead += 1) {
    for (let trail = 0xa1; trail < 0xff; trail += 1) {
      codes.push(lead * 0x100 + trail);
    }
  }
  const bytes = Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]));
  const old = decodeAs('euc-kr', bytes, false)?.text ?? '';
  const characters = new Map(codes.map((code, index) => [code, old.charAt(index)]));
  // Newer than the rest, and not known to Node.
  characters.set(0xa2e6, '€').set(0xa2e7, '®');
  const known = new Set(old);
  let code = 0x8140;
  for (let unit = 0xac00; unit < 0xd7a4; unit += 1) {
    const syllable = String.fromCharCode(unit);
    if (!known.has(syllable)) {
      do {
        code += 1;
      } while (characters.has(code) || !/[a-z\x81-\xFE]/iu.test(String.fromCharCode(code & 0xff)));
      characters.set(code, syllable);
    }
  }
  return characters;
}
