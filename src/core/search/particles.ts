import { hasFinal, isSyllable } from './hangulStrokes.js';

/** Particles and endings that stand behind a name, longest first: those for any name, and pairs that depend on its end. */
const afterAny =
  '에서는 에서도 으로는 이라는 이라고 에게서 에서 에게 까지 부터 처럼 보다 마다 조차 밖에 라는 라고 이란 하고 하는 하기 한테 의 에 도 만'.split(
    ' ',
  );
const afterConsonant = '이라는 이라고 이란 으로 은 이 을 과 이나 이랑'.split(' ');
const afterVowel = '라는 라고 란 로 는 가 를 와 나 랑'.split(' ');

/**
 * Drops the particle behind the last word of a query: 컨테이너를 asks for 컨테이너, `Redis는` for `Redis`. A stem of one syllable is no
 * reason to keep the particle; whoever compares may ask for the whole name then.
 *
 * @param text The query.
 * @returns Nothing where there is none.
 */
export function withoutParticle(text: string): string | undefined {
  const trimmed = text.normalize('NFC').trimEnd();
  const particle = [...afterAny, ...afterConsonant, ...afterVowel]
    .sort((a, b) => b.length - a.length)
    .find((ending) => trimmed.endsWith(ending) && suits(trimmed.slice(0, -ending.length), ending));
  return particle === undefined ? undefined : trimmed.slice(0, -particle.length);
}

function suits(stem: string, particle: string): boolean {
  const last = stem.charCodeAt(stem.length - 1);
  if (!isSyllable(last)) {
    return /[A-Za-z0-9+#)]$/u.test(stem);
  }
  // ㄹ is followed by 로.
  const isRieul = (last - 0xac00) % 28 === 8;
  const isAfter = hasFinal(last) ? afterConsonant.includes(particle) : afterVowel.includes(particle);
  return afterAny.includes(particle) || isAfter || (isRieul && particle === '로');
}
