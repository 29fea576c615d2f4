import type { Label, LabelReader } from './label.js';

const koreanSides = '(장단점|장점|이점|강점|단점|약점|문제점|한계)';

const announcements = [
  /** `상속의 장점은 다음과 같다.` */
  new RegExp(
    `${koreanSides}(?:들)?(?:은|는|이|을|에는|으로는|으로)?\\s*(?:다음|아래)(?:과|와)?\\s*같[^.]*[.:：]?$`,
    'u',
  ),
  /** `아래와 같은 단점이 있다.`, `하지만 이런 단점도 있습니다.` */
  new RegExp(
    `(?:(?:다음|아래)(?:과|와)?\\s*같은|이런|이러한|다음의|아래의|몇\\s*가지|여러\\s*가지)\\s*(?:\\S{1,8}\\s+)?${koreanSides}(?:들)?(?:이|을|가|도|은)?\\s*(?:있|가지|갖|들|드러|존재|나타)[^.]*[.:：]?$`,
    'u',
  ),
  /** `主なメリットは以下の通りです。`, `利点としては以下が挙げられる。` */
  /(デメリット|メリット|利点|長所|欠点|短所)(?:は|には|として|としては|に)?、?(?:主に)?(?:以下|次)(?:の|が|に)?(?:通り|とおり|よう|もの|点|挙げ|あ)[^。]*[。:：]?$/u,
  /** `优点如下：` */
  /(优点|優點|优势|優勢|好处|好處|缺点|缺點|劣势|劣勢|优缺点|優缺點)(?:有|主要)?(?:如下|包括|有?以下)[^。]*[。:：]?$/u,
  /** `不过也有这些缺点：`, `가장 큰 장점은 이렇다:` */
  /(优点|優點|优势|優勢|好处|好處|缺点|缺點|劣势|劣勢|优缺点|優缺點|デメリット|メリット|利点|長所|欠点|短所|장단점|장점|단점)[^:：。.、,]{0,12}[:：]$/u,
];

/** One of the characters that each of their words has. */
const announced = /[점계点點所势勢处處ト]/u;

/** Longest sentence that is looked at, in characters. */
const longestSentence = 200;

/** How near its end, in words, a sentence must name what it announces. */
const wordsFromEnd = 9;

/**
 * The label of a sentence whose end announces a list: `… 장점은 다음과 같다.`, `… has these drawbacks:`.
 *
 * @param text The sentence, or the line that ends with it.
 * @param labels Knows the label words.
 */
export function sentenceLabel(text: string, labels: LabelReader): Label | undefined {
  if (text.length > longestSentence) {
    return undefined;
  }
  const named = announced.test(text)
    ? announcements.map((pattern) => pattern.exec(text)?.[1]).find((word) => word !== undefined)
    : undefined;
  if (named !== undefined) {
    const label = labels.read(named);
    return label && { ...label, isExact: false, subject: '' };
  }
  if (!/[:：]\s*$/u.test(text)) {
    return undefined;
  }
  const words = text.split(/[\s\p{P}]+/u).filter(Boolean);
  // Short ones are labels with a subject, which is read elsewhere.
  const roles = new Set(words.length > 3 ? words.slice(-wordsFromEnd).map((word) => labels.strongRole(word)) : []);
  roles.delete(undefined);
  const [first, ...more] = roles;
  const role = more.length > 0 && roles.has('pros') && roles.has('cons') ? 'both' : first;
  return role && { role, isExact: false, subject: '', rest: '', hasColon: false };
}
