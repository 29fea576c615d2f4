/** A role that a label can announce; `both` announces pros and cons together. */
export type LabelRole = 'pros' | 'cons' | keyof typeof others;

/** Label words by the role that they announce. */
export type RoleWords = Partial<Readonly<Record<LabelRole, readonly string[]>>>;

/** A word for pros and its opposite. */
export type SidePair = Readonly<Record<'pros' | 'cons', string>>;

/*
 * The words stand language by language, but once where languages share them. A star is behind those that are a label only when nothing stands around them: they
 * have other meanings in a phrase.
 */

/** Pairs of a word for pros and its opposite; a word comes again where it is that of several, and behind longer ones. */
const sides =
  '장점과 이점/단점과 한계, 장점들*/단점들, 장점/단점, 강점/약점, 메리트/디메리트, 이점들/단점들, 이점/단점, ' +
  '좋은 점들/나쁜 점, 좋은 점/나쁜 점, 좋았던 점/아쉬웠던 점, 좋은 점/안 좋은 점, 좋은 점/불편한 점, ' +
  '좋은 점/싫은 점, 좋은 점/아쉬운 점, 좋았던 점/나빴던 점, 좋았던 점/불편했던 점, 장점/한계점*, 장점/한계*, ' +
  'pros/cons, pro*/con*, advantages/disadvantages, advantage/disadvantage, benefits*/drawbacks, benefit*/drawback, ' +
  'strengths/weaknesses, strength*/weakness*, upsides/downsides, upside/downside, merits*/demerits, ' +
  'pluses/minuses, plus points/minuses, good parts/bad parts, the good*/the bad*, ' +
  "positive consequences/negative consequences, what i like/what i don't like, what i liked/what i didn't like, " +
  "what's good/what's bad, strong points/weak points, good points/bad points, good things/bad things, " +
  'positives/negatives, likes/dislikes, benefits/limitations*, strengths/shortcomings, ' +
  'メリット/デメリット, 利点/欠点, 長所/短所, 良い点/悪い点, 強み/弱み, ' +
  '优点/缺点, 優點/缺點, 优势/劣势, 優勢/劣勢, 好处/坏处, 好處/壞處, 长处/短处, 長處/短處, 优点/弊端, 优点/不足*, ' +
  'плюсы/минусы, плюсов/минусов, плюсам/минусам, плюс*/минус*, преимущества/недостатки, преимущество/недостаток, ' +
  'преимуществ/недостатков, преимуществам/недостаткам, достоинства/недостатки, достоинство/недостаток, ' +
  'достоинств/недостатков, достоинствам/недостаткам, сильные стороны/слабые стороны, ' +
  'положительные стороны/отрицательные стороны, что понравилось/что не понравилось, что нравится/что не нравится, ' +
  'переваги/недоліки, плюси/мінуси, ' +
  'ventajas/desventajas, ventaja/desventaja, beneficios/inconvenientes, puntos fuertes/puntos débiles, ' +
  'fortalezas/debilidades, pros/contras, ' +
  'avantages/inconvénients, avantage/inconvénient, bénéfices/désavantages, points forts/points faibles, ' +
  'les avantages/les inconvénients, le pour/le contre, atouts/inconvénients, ' +
  'vorteile/nachteile, vorteil/nachteil, stärken/schwächen, pro/contra, pro/kontra, ' +
  'vantagens/desvantagens, vantagem/desvantagem, prós/contras, pontos fortes/pontos fracos, ' +
  'pontos positivos/pontos negativos, benefícios/desvantagens, ' +
  'vantaggi/svantaggi, vantaggio/svantaggio, pro/contro*, pregi/difetti, punti di forza/punti deboli, ' +
  'ưu điểm/nhược điểm, lợi ích/hạn chế, điểm mạnh/điểm yếu, ưu điểm/khuyết điểm, ' +
  'voordelen/nadelen, ' +
  'zalety/wady, ' +
  'avantajlar/dezavantajlar, avantajları/dezavantajları, ' +
  'kelebihan/kekurangan, keuntungan/kerugian';

/** Words for other roles. */
const others = {
  both:
    '장단점, 장·단점, 장/단점, 장,단점, 장점 단점, 단장점, ' +
    'trade-offs, tradeoffs, trade-off, tradeoff, trade offs, ' +
    'メリットデメリット, メリット・デメリット, 長所短所, 長短, ' +
    '优缺点, 優缺點, 利弊, 优劣, 優劣, 优劣势, 優劣勢, ' +
    'le pour et le contre, ' +
    'vor- und nachteile, vor und nachteile, pro und contra, pro & contra, ' +
    'ưu nhược điểm, ưu và nhược điểm, ưu,nhược điểm, ' +
    'voor- en nadelen',
  definition:
    '정의*, 개념*, 뜻*, 의미*, ' +
    'definition*, what is it, meaning*, ' +
    '定義*, 概要*, ' +
    '定义, 概念*, ' +
    'определение, ' +
    'definición, ' +
    'définition',
  example:
    '예*, 예시, 예제, 사용 예, 사용 예시, 사용 예제, 예를 들어, 예를 들면, ' +
    'ex*, e.g*, eg*, example, examples, for example, for instance, ' +
    '例*, 具体例, ' +
    '例子, 示例, 举例, 範例, ' +
    'пример, примеры, ' +
    'ejemplo, ejemplos, ' +
    'exemple, exemples, ' +
    'beispiel, beispiele, ' +
    'exemplo, exemplos, ' +
    'esempio, esempi, ' +
    'ví dụ',
  when:
    '언제 쓰나, 언제 사용하나, 언제 쓸까, 사용 시기, 사용 사례, 활용*, 활용 사례, 사용처, ' +
    'when to use, when to use it, use case, use cases, when should i use it, usage*',
  comparison:
    '비교*, 차이*, 차이점*, 공통점과 차이점, ' +
    'comparison*, differences*, difference*, ' +
    '比較, 違い, ' +
    '比较, 对比, 區別, 区别, ' +
    'сравнение',
  caution:
    '주의*, 주의점, 주의사항, 유의사항, 유의점, 주의할 점, ' +
    'caution*, cautions, caveat, caveats, pitfalls, warning*, gotchas, ' +
    '注意*, 注意点, ' +
    '注意事项, 注意事項, ' +
    'осторожно, внимание',
  reference:
    '참고*, 참조*, 참고 자료, 참고자료, 출처, 레퍼런스, 참고 문헌, 함께 보기, 같이 보기, ' +
    'reference*, references, see also, further reading, sources*, links*, resources*, ' +
    '参考, 参考文献, 関連, ' +
    '參考, 参考资料, 參考資料, ' +
    'ссылки, источники, см. также, ' +
    'referencias, véase también, ' +
    'références, voir aussi, ' +
    'siehe auch, quellen, literatur, ' +
    'referências, veja também, ' +
    'riferimenti, vedi anche, ' +
    'tham khảo, xem thêm',
};

/** Roles that a label can announce. */
export const labelRoles = ['pros', 'cons', ...Object.keys(others)] as readonly LabelRole[];

/** Words for pros, each with its opposite among those for cons. */
export const sidePairs: readonly SidePair[] = list(sides).map((pair) => {
  const [pros = '', cons = ''] = pair.split('/');
  return { pros, cons };
});

/**
 * Words that are a label by themselves. They are compared in lower case and without spaces, full stops and `(s)`. What
 * joins two of them (`장점과 단점`) and what stands around one (`GIL의 장점`) is the reader's business.
 */
export const labelWords: RoleWords = {
  pros: sidePairs.map(({ pros }) => pros),
  cons: sidePairs.map(({ cons }) => cons),
  ...Object.fromEntries(Object.entries(others).map(([role, words]) => [role, list(words)])),
};

/** Words that mean cons where they stand opposite of pros, and something else by themselves. */
export const oppositeWords: readonly string[] = list(
  'risks, risk, constraints, costs, challenges, problems, issues, limits, ' +
    '위험, 위험성, 리스크, 제약, 제약 사항, 제한, 문제점, 부작용, ограничения, риски, проблемы, сложности, ' +
    'リスク, 制約, 問題点, 风险, 局限, 局限性, 問題, 问题, ' +
    'riesgos, limitaciones, risques, limites, risiken, grenzen, limitações, riscos, rischi, limiti',
);

/** Words that are a label only when nothing stands around them. */
export const wordsOnlyAlone: readonly string[] =
  [sides, ...Object.values(others)].join(', ').match(/[^ ,/][^,/]*(?=\*)/gu) ?? [];

function list(words: string): string[] {
  return words.replaceAll('*', '').split(', ');
}
