import assert from 'node:assert/strict';
import { nameKinds } from '../../../src/core/search/conceptNames.js';
import { matchName } from '../../../src/core/search/nameMatch.js';
import { namePatterns } from '../../../src/core/search/namePattern.js';
import { stretchOf } from './keyStretch.js';

/** How a query meets a title, by the best of the ways to take it; typos are left to others. */
function matchOf(query: string, name: string): string {
  const found = namePatterns(query).flatMap((pattern) => matchName(pattern, stretchOf(name), nameKinds.title) ?? []);
  return found.sort((a, b) => a.level - b.level)[0]?.match ?? 'none';
}

describe('how a query meets a name', () => {
  const cases: readonly (readonly [query: string, name: string, match: string])[] = [
    ['lambda', 'Lambda', 'exact'],
    ['aws lambda', 'AWS-Lambda', 'exact'],
    ['circuitBreaker', 'Circuit breaker', 'exact'],
    ['circuit_breaker', 'Circuit breaker', 'exact'],
    ['컨테이너를', '컨테이너', 'exact'],
    ['Redis는', 'Redis', 'exact'],
    ['큐를', '큐', 'exact'],
    ['lam', 'Lambda', 'prefix'],
    ['컨텡', '컨테이너', 'prefix'],
    ['컨테', '컨테이너', 'prefix'],
    ['lambda', 'AWS Lambda', 'wordStart'],
    ['breaker', 'circuitBreaker', 'wordStart'],
    ['server', 'HTTPServer', 'wordStart'],
    ['람다', 'AWS람다', 'wordStart'],
    ['code infra', 'Infrastructure as Code', 'wordStart'],
    ['ambda', 'AWS Lambda', 'substring'],
    ['ㅋㅌㅇㄴ', '컨테이너', 'choseong'],
    ['컨ㅌㅇㄴ', '컨테이너', 'choseong'],
    ['ㅋ테ㅇ너', '컨테이너', 'choseong'],
    ['aws ㄹㄷ', 'AWS 람다', 'choseong'],
    ['ㄳㄱㄹ', '검증 그림', 'none'],
    ['ㄳㄱㄹ', '구성 그림', 'choseong'],
    ['zjsxpdlsj', '컨테이너', 'keyboard'],
    ['ZJSXPDLSJ', '컨테이너', 'keyboard'],
    ['aws fkaek', 'AWS 람다', 'keyboard'],
    ['ㅣ므ㅠㅇㅁ', 'Lambda', 'keyboard'],
    ['메ㅑ', 'API', 'keyboard'],
    ['ㅁㅈㄴ 람다', 'AWS 람다', 'keyboard'],
    ['lambda at', 'AWS Lambda@Edge', 'none'],
    ['labmda', 'AWS Lambda', 'none'],
    ['xyz', 'AWS Lambda', 'none'],
    ['ㅇ', '강', 'none'],
    ['cache', '캐시', 'none'],
  ];
  for (const [query, name, match] of cases) {
    it(`is ${match} for “${query}” and “${name}”`, () => {
      assert.equal(matchOf(query, name), match);
    });
  }
});
