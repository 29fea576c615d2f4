import type { Role } from './model.js';
import { foldSpace } from './plainText.js';

/** Roles that a label can announce. */
export type LabelRole = Extract<Role, 'pros' | 'cons' | 'example'>;

/** Words that announce a role when they are a label's whole text, compared in lower case and without spaces. */
const labelWords: Readonly<Record<LabelRole, readonly string[]>> = {
  pros: [
    ...['장점', '장점들', '이점', '강점', '좋은 점', '장점과 이점'],
    ...['pro', 'pros', 'advantage', 'advantages', 'advantage(s)', 'benefit', 'benefits', 'strengths', 'upsides'],
  ],
  cons: [
    ...['단점', '단점들', '약점', '나쁜 점', '단점과 한계'],
    ...['con', 'cons', 'disadvantage', 'disadvantages', 'disadvantage(s)', 'drawback', 'drawbacks', 'weaknesses'],
    ...['downsides'],
  ],
  example: [
    ...['예', '예시', '예제', '사용 예', '사용 예시', '사용 예제', '예를 들어', '예를 들면'],
    ...['ex', 'e.g', 'eg', 'example', 'examples', 'example(s)', 'for example'],
  ],
};

/** Longest heading that can be a label, in characters; longer ones are not looked at, for their length could be anything. */
const longestLabel = 100;

const roleByWord: ReadonlyMap<string, LabelRole> = new Map(
  Object.entries(labelWords).flatMap(([role, words]) => words.map((word) => [wordKey(word), role as LabelRole])),
);

/**
 * The role that a heading announces, if the heading is a label. Numbering before the word, emoji and punctuation
 * around it, brackets about the whole, a number behind it (`Example 2`) and a second language in brackets
 * (`장점 (Pros)`) make no difference; any other word makes the heading a concept.
 *
 * @param heading The heading as plain text.
 */
export function labelRole(heading: string): LabelRole | undefined {
  if (heading.length > longestLabel) {
    return undefined;
  }
  const bare = bareText(heading);
  const whole = roleByWord.get(wordKey(bare));
  if (whole) {
    return whole;
  }
  const twoNames = /^([^()（）]+)[(（]([^()（）]+)[)）]$/u.exec(bare) ?? /^([^/]+)\/([^/]+)$/u.exec(bare);
  const [first, second] = [twoNames?.[1], twoNames?.[2]].map((name) => roleByWord.get(wordKey(bareText(name ?? ''))));
  return first === second ? first : undefined;
}

function bareText(heading: string): string {
  return foldSpace(heading)
    .normalize('NFC')
    .replace(/^(?:\d+[.)]|\(\d+\)|[a-z][.)](?=\s)|[①-⑳ⅰ-ⅹⅠ-Ⅹ])\s*/iu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<=\p{L}[.)]?)\s*\d+$/u, '')
    .replace(/(?:(?!\([a-z]\)$)[^\p{L}\p{N})）])+$/iu, '')
    .replace(/^([^(（]*)[)）]$/u, '$1');
}

function wordKey(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.]+/gu, '');
}
