import type { SeededRandom } from '../core/search/seededRandom.js';

const words =
  'cache queue broker index shard replica token session thread worker schema commit branch deploy cluster node stream batch latency load lock retry timeout gateway proxy service container image registry secret policy metric trace event message consumer producer leader quorum log snapshot backup restore'.split(
    ' ',
  );
const verbs = 'keeps moves splits reads writes needs costs limits hides moves scales checks sends holds breaks'.split(
  ' ',
);
const korean =
  '캐시 큐 브로커 인덱스 샤드 복제본 토큰 세션 스레드 작업자 스키마 커밋 배포 클러스터 노드 스트림 지연 부하 잠금 재시도 게이트웨이 서비스 컨테이너 이미지 비밀 정책 지표 추적 이벤트 메시지 소비자 생산자 리더 정족수 로그 백업 복구'.split(
    ' ',
  );
const koreanVerbs = '지킨다 옮긴다 나눈다 읽는다 쓴다 늘린다 줄인다 숨긴다 확인한다 보낸다 막는다'.split(' ');

/** A section that a concept may have below its pros and cons. */
type Part = (say: Say) => string;

/** Says something in the language of a note. */
interface Say {
  readonly random: SeededRandom;
  readonly isKorean: boolean;
}

/**
 * A note as people write technical notes: front matter, one title, concepts below it with a gist, pros, cons and two or
 * three other sections.
 *
 * @param random Makes the choices.
 * @param concepts How many concepts it has besides its title.
 */
export function pageNote(random: SeededRandom, concepts: number): string {
  const say: Say = { random, isKorean: random.below(2) === 0 };
  const parts = Array.from({ length: concepts }, (_, index) => conceptText(say, `${name(say)} ${index + 1}`));
  return `---\ntopics: [${random.pick(words)}, ${random.pick(words)}]\n---\n\n# ${name(say)}\n\n${sentence(say)}\n\n${parts.join('')}`;
}

/**
 * Puts a concept into the middle of a note of other concepts.
 *
 * @param random Makes the choices.
 * @param concept The concept's text, with a heading of level 2.
 * @param kilobytes How long the note becomes, in thousands of characters.
 */
export function noteAround(random: SeededRandom, concept: string, kilobytes: number): string {
  const say: Say = { random, isKorean: true };
  const others: string[] = [];
  for (let length = concept.length; length < kilobytes * 1000; length += others.at(-1)?.length ?? 0) {
    others.push(conceptText(say, `${name(say)} ${others.length + 1}`));
  }
  const middle = Math.ceil(others.length / 2);
  return `# ${name(say)}\n\n${others.slice(0, middle).join('')}${concept}${others.slice(middle).join('')}`;
}

/** An ordinary concept, some 1,500 characters long: the same in every run. */
export const ordinaryConcept = `## Circuit breaker (서킷 브레이커)

A **circuit breaker** stops calls to a service that fails, so that the caller does not wait for answers that never come.
It counts errors; beyond a limit it is *open* and answers at once, see [the pattern](https://martinfowler.com/bliki/CircuitBreaker.html) and \`resilience4j\`.

### 장점

- 장애가 난 서비스를 기다리느라 **스레드가 쌓이지 않는다**.
- 복구할 시간을 벌어 준다: 닫히기 전에 조금만 보내 본다.
- 지표와 알림을 붙이기 좋은 자리가 생긴다.

### 단점

- 한계값을 정하기 어렵다. 너무 낮으면 멀쩡한 서비스도 끊긴다.
- 열려 있는 동안 무엇을 돌려줄지 따로 정해야 한다 (\`fallback\`).

### Example

\`\`\`java
CircuitBreaker breaker = CircuitBreaker.ofDefaults("orders");
Supplier<Order> call = CircuitBreaker.decorateSupplier(breaker, () -> orders.find(id));
Order order = Try.ofSupplier(call).recover(error -> Order.unknown()).get();
\`\`\`

### States

| State | Calls | Next |
|---|---|---|
| closed | pass | *open*, after too many errors |
| open | fail at once | *half-open*, after a while |
| half-open | a few pass | *closed* or *open* |

Retries belong **inside**, time-outs too: a call that hangs is no error yet, and a breaker that never sees one stays closed.
Bulkheads are about how many calls there may be, a breaker about whether there shall be any. Both together keep one slow
service from taking all others with it.

`;

const parts: readonly Part[] = [
  (say) => {
    const lines = times(
      3 + say.random.below(6),
      () => `const ${word(say)} = ${word(say)}(${say.random.below(100)});\n`,
    );
    return `### ${say.isKorean ? '예시' : 'Example'}\n\n\`\`\`ts\n${lines}\`\`\`\n\n${sentence(say)}\n\n`;
  },
  (say) => {
    const rows = times(2 + say.random.below(4), () => `| ${word(say)} | ${name(say)} | *${word(say)}* |\n`);
    return `### ${say.isKorean ? '비교' : 'Comparison'}\n\n| a | b | c |\n|---|:-:|---|\n${rows}\n`;
  },
  (say) => `### ${name(say)}\n\n${times(1 + say.random.below(2), () => `${paragraph(say)}\n\n`)}`,
  (say) => {
    const quote = `> ${sentence(say)}\n> ${sentence(say)}\n\n`;
    const list = `1. ${sentence(say)}\n2. ${sentence(say)}\n   - ${sentence(say)}\n\n`;
    return `### ${say.isKorean ? '주의' : 'Caution'}\n\n${quote}${list}`;
  },
  (say) => {
    const tasks = `- [x] ${sentence(say)}\n- [ ] ${sentence(say)}\n\n`;
    return `### ${name(say)}\n\n${tasks}See https://example.com/${word(say)}.\n\n`;
  },
];

function conceptText(say: Say, title: string): string {
  const sides = [say.isKorean ? '장점' : 'Pros', say.isKorean ? '단점' : 'Cons'].map((label) => {
    return `### ${label}\n\n${times(1 + say.random.below(4), () => `- ${sentence(say)}\n`)}\n`;
  });
  const others = times(1 + say.random.below(3), () => say.random.pick(parts)(say));
  return `## ${title}\n\n${paragraph(say)}\n\n${sides.join('')}${others}`;
}

function times(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join('');
}

function word({ random }: Say): string {
  return random.pick(words);
}

function name(say: Say): string {
  const english = `${word(say)} ${word(say)}`;
  return say.isKorean ? `${say.random.pick(korean)} ${say.random.pick(korean)}(${english})` : english;
}

function paragraph(say: Say): string {
  return Array.from({ length: 2 + say.random.below(4) }, () => sentence(say)).join(' ');
}

/** A sentence with something in it that is more than text, now and then. */
function sentence(say: Say): string {
  const { random, isKorean } = say;
  const nouns = Array.from({ length: 4 + random.below(6) }, () => random.pick(isKorean ? korean : words));
  nouns[random.below(nouns.length)] = random.pick([
    ...[word(say), word(say), `**${word(say)}**`, `*${word(say)}*`, `\`${word(say)}()\``],
    `[${word(say)}](${word(say)}.md)`,
  ]);
  const end = random.pick(isKorean ? koreanVerbs : verbs);
  return isKorean ? `${nouns.join(' ')}을 ${end}.` : `${nouns.join(' ')} ${end} the ${word(say)}.`;
}
