import { headingAliases, uniqueNames } from '../../src/core/note/aliases.js';
import type { Concept, Note } from '../../src/core/note/model.js';
import { seededRandom, type SeededRandom } from '../core/search/seededRandom.js';

/** Whole words of technical notes; the library needs more of them than there are, so others are made of syllables. */
const english =
  'Access Agile API Array Async Auth Backup Batch Block Bloom Branch Bridge Broker Buffer Build Cache Canary Chain Channel Chaos Circuit Class Client Cloud Cluster Code Column Commit Compiler Connection Consensus Consumer Container Context Contract Control Cookie Coroutine Cursor Data Database Deadlock Debug Decorator Delivery Deploy Design Discovery Docker Domain Driven Edge Elastic Encryption Engine Error Event Factory Failover Feature Filter Flag Flow Function Garbage Gateway Git Graph Hash Heap Hexagonal Hook Immutable Index Inheritance Injection Integration Interface Iterator Java JavaScript Join Kafka Kernel Key Kubernetes Lambda Latency Lazy Leader Ledger Limit List Load Lock Log Loop Machine Memory Merge Mesh Message Method Metric Migration Mock Model Module Monitoring Mutex Network Node Normal Object Observer Operator Optimistic Orchestration Order Partition Pattern Pipeline Pod Policy Pool Process Producer Profile Promise Protocol Proxy Query Queue Quorum Rate Raft React Recovery Redis Refactoring Registry Release Replica Request Resource Response Rest Retry Role Rollback Router Runtime Saga Sandbox Schema Scrum Search Secret Security Segment Semaphore Server Service Session Shard Sharding Signal Singleton Snapshot Socket Solid Sort Spring Sprint Stack State Storage Strategy Stream Structure Subnet Swarm Sync System Table Task Template Tenant Test Thread Throttle Timeout Token Topic Trace Transaction Tree Trigger Trunk Tunnel Type Union Update Vector Version View Virtual Volume Wait Webhook Window Worker Workflow Write Zero Zone'.split(
    ' ',
  );
const korean =
  '가비지 가상 가용성 객체 검색 검증 격리 결제 경계 계층 고루틴 공간 관계 관리 교착 구독 구조 권한 그래프 네트워크 노드 다중 단위 대기 데이터 데이터베이스 도메인 도커 동기화 동시성 디버깅 디자인 라우터 람다 레디스 레플리카 로그 로드 로드밸런서 롤백 루프 리더 리액트 리팩터링 마이그레이션 메모리 메시지 메서드 메시 멱등성 모델 모듈 모니터링 목록 무결성 문맥 바이트 발행 방화벽 배열 배포 백업 버퍼 버전 벡터 병렬 병합 보안 복구 복제 부하 분산 브랜치 브로커 블록 비동기 빌드 사가 상속 상태 샤딩 서버 서비스 서킷 선언 설계 성능 세마포어 세션 소켓 스냅샷 스레드 스케줄러 스키마 스택 스트림 스프링 시스템 신호 싱글턴 아키텍처 암호화 애자일 액세스 업데이트 에러 엔진 연결 영속성 예외 오류 오케스트레이션 옵저버 요청 웹훅 위임 유효성 응답 의존성 이벤트 인덱스 인스턴스 인증 인터페이스 일관성 자동화 자료 작업 잠금 재시도 저장소 전략 접근 정규화 정렬 조인 종단 주입 지속적 지연 직렬화 추상화 추적 충돌 캐시 캡슐화 커널 커밋 컨슈머 컨테이너 컴파일러 코드 코루틴 콜백 큐 쿠버네티스 쿠키 쿼리 클라우드 클래스 클러스터 키 타입 탐색 테스트 테이블 토큰 토픽 통합 튜플 트랜잭션 트리 파이프라인 파티션 패턴 페이지 포드 폴링 프로세스 프로토콜 프록시 플래그 필터 함수 해시 핸들러 호출 확장성 환경 회귀 훅 힙'.split(
    ' ',
  );
const latinSyllables =
  'ac al an ar be bri ca chan co cro cy da de di do dra el en fa fi fle fo ga ge gi gra ha hi im in ja ka ke ki la le li lo lu ma me mi mo na ne ni no nu ob on or pa pe phi pla po pri qua ra re ri ro sa se shi si so sta stra ta te ti to tri tu ul ver vi vo wa we xi ya za zo'.split(
    ' ',
  );
const hangulSyllables =
  '가 강 개 거 검 결 경 고 공 관 구 권 그 기 나 네 노 단 달 대 더 데 도 동 드 디 라 람 래 러 레 로 루 류 르 리 마 망 매 머 메 모 무 미 바 반 배 버 번 보 부 분 브 비 사 산 상 생 서 선 설 성 세 소 속 수 순 스 시 신 아 안 앤 액 어 언 에 엔 연 영 오 요 용 우 원 위 유 응 의 이 인 일 임 자 작 장 재 적 전 점 정 제 조 주 중 즈 지 진 집 차 처 체 추 출 층 치 카 커 컨 코 콜 쿠 크 키 타 터 테 토 통 트 티 파 패 팩 퍼 페 포 풀 프 플 피 하 함 합 해 행 허 현 형 호 화 환 회 후 히'.split(
    ' ',
  );

/** A library of technical notes, Korean and English mixed, some 2.4 names a concept, always the same for a size. */
export function generatedNotes(size: number): Note[] {
  const random = seededRandom(20_260_101);
  const words = {
    english: vocabulary(random, english, latinSyllables, [2, 3, 4], 1200, capitalised),
    korean: vocabulary(random, korean, hangulSyllables, [2, 3, 4], 1200, (word) => word),
  };
  const notes: Note[] = [];
  for (let made = 0; made < size;) {
    const count = Math.min(size - made, 1 + random.below(20));
    const uri = `notes/${String(notes.length).padStart(6, '0')}.md`;
    const concepts = Array.from({ length: count }, (_, place) => conceptOf(random, words, `${uri}#${place}`));
    const title = phrase(random, words.english, 2);
    notes.push({ uri, title, topics: [random.pick(korean)], tags: [], concepts, links: [], anchors: [], problems: [] });
    made += count;
  }
  // Strings that were put together stay in pieces until they are read, which would count for whoever reads them first.
  return JSON.parse(JSON.stringify(notes)) as Note[];
}

interface Words {
  readonly english: readonly string[];
  readonly korean: readonly string[];
}

function vocabulary(
  random: SeededRandom,
  real: readonly string[],
  syllables: readonly string[],
  lengths: readonly number[],
  size: number,
  spell: (word: string) => string,
): string[] {
  const all = new Set(real);
  while (all.size < size) {
    all.add(spell(Array.from({ length: random.pick(lengths) }, () => random.pick(syllables)).join('')));
  }
  return [...all];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function phrase(random: SeededRandom, words: readonly string[], count: number): string {
  return Array.from({ length: count }, () => random.pick(words)).join(' ');
}

function conceptOf(random: SeededRandom, words: Words, id: string): Concept {
  const en = phrase(random, words.english, 1 + random.below(4));
  const ko = phrase(random, words.korean, 1 + random.below(3));
  const title = random.pick<() => string>([
    ...[() => en, () => en, () => en, () => ko, () => ko, () => ko],
    ...[() => `${ko}(${en})`, () => `${en} (${ko})`, () => `${ko} ${en}`],
    ...[() => `${1 + random.below(9)}.${1 + random.below(20)} ${en}`, () => `${ko}란?`, () => `🚀 ${en}`],
    ...[() => `${random.pick(words.english)} vs ${random.pick(words.english)}`, () => `왜 ${ko}을 쓰는가?`],
    ...[() => en.replace(/ /gu, '-'), () => `How does ${en} work with ${random.pick(words.english)}?`],
    ...[() => en.replace(/ /gu, ''), () => `${en} ${1 + random.below(20)}`],
  ])();
  const translated = random.below(10) < 6 ? [random.below(2) === 0 ? ko : en] : [];
  const synonym =
    random.below(20) < 11 ? [phrase(random, random.pick([words.english, words.korean]), 1 + random.below(3))] : [];
  const written = [...translated, ...synonym].filter((name) => !title.includes(name));
  const aliases = uniqueNames([...written, ...headingAliases(title)]).filter((name) => name !== title);
  const derived = aliases.filter((name) => !written.includes(name));
  const gist = sentences(random, words, 2 + random.below(4));
  const points = (): { line: number; text: string }[] =>
    Array.from({ length: random.below(4) }, () => ({ line: 1, text: sentences(random, words, 1) }));
  return {
    id,
    title,
    question: '',
    aliases,
    derived,
    tags: [],
    line: 1,
    endLine: 2,
    level: 1,
    anchor: '',
    parent: null,
    gist,
    pros: points(),
    cons: points(),
    sections: [],
  };
}

function sentences(random: SeededRandom, words: Words, count: number): string {
  return Array.from({ length: count }, () => {
    const korean = Array.from(
      { length: 6 + random.below(8) },
      () => random.pick(words.korean) + random.pick(['을', '이', '', '로', '의']),
    );
    korean.splice(random.below(6), 0, phrase(random, words.english, 1 + random.below(3)));
    return `${korean.join(' ')} 한다.`;
  }).join(' ');
}
