/** Roles that a label can announce; `both` announces pros and cons together. */
export const labelRoles = [
  'pros',
  'cons',
  'both',
  'definition',
  'example',
  'when',
  'comparison',
  'caution',
  'reference',
] as const;

/** A role that a label can announce. */
export type LabelRole = (typeof labelRoles)[number];

/** Label words by the role that they announce. */
export type RoleWords = Partial<Readonly<Record<LabelRole, readonly string[]>>>;

/**
 * Words that are a label by themselves, by language. They are compared in lower case and without spaces, full stops and
 * `(s)`. What joins two of them (`장점과 단점`) and what stands around one (`GIL의 장점`) is the reader's business.
 */
export const labelWords: Readonly<Record<string, RoleWords>> = {
  ko: {
    pros: ['장점', '장점들', '이점', '이점들', '강점', '좋은 점', '메리트', '장점과 이점'],
    cons: ['단점', '단점들', '약점', '나쁜 점', '아쉬운 점', '디메리트', '단점과 한계', '한계', '한계점'],
    both: ['장단점', '장·단점', '장/단점', '장, 단점', '장점 단점', '단장점'],
    definition: ['정의', '개념', '뜻', '의미'],
    example: ['예', '예시', '예제', '사용 예', '사용 예시', '사용 예제', '예를 들어', '예를 들면'],
    when: ['언제 쓰나', '언제 사용하나', '언제 쓸까', '사용 시기', '사용 사례', '활용', '활용 사례', '사용처'],
    comparison: ['비교', '차이', '차이점', '공통점과 차이점'],
    caution: ['주의', '주의점', '주의사항', '유의사항', '유의점', '주의할 점'],
    reference: ['참고', '참조', '참고 자료', '참고자료', '출처', '레퍼런스', '참고 문헌', '함께 보기', '같이 보기'],
  },
  en: {
    pros: [
      ...['pro', 'pros', 'advantage', 'advantages', 'benefit', 'benefits', 'strength', 'strengths'],
      ...['upside', 'upsides', 'merits', 'plus points', 'pluses', 'good parts', 'the good', 'positive consequences'],
    ],
    cons: [
      ...['con', 'cons', 'disadvantage', 'disadvantages', 'drawback', 'drawbacks', 'weakness', 'weaknesses'],
      ...['downside', 'downsides', 'demerits', 'limitations', 'shortcomings', 'minuses', 'bad parts', 'the bad'],
      ...['negative consequences'],
    ],
    both: ['trade-offs', 'tradeoffs', 'trade-off', 'tradeoff', 'trade offs'],
    definition: ['definition', 'what is it', 'meaning'],
    example: ['ex', 'e.g', 'eg', 'example', 'examples', 'for example', 'for instance'],
    when: ['when to use', 'when to use it', 'use case', 'use cases', 'when should i use it', 'usage'],
    comparison: ['comparison', 'differences', 'difference'],
    caution: ['caution', 'cautions', 'caveat', 'caveats', 'pitfalls', 'warning', 'gotchas'],
    reference: ['reference', 'references', 'see also', 'further reading', 'sources', 'links', 'resources'],
  },
  ja: {
    pros: ['メリット', '利点', '長所', '良い点', '強み'],
    cons: ['デメリット', '欠点', '短所', '悪い点', '弱み'],
    both: ['メリットデメリット', 'メリット・デメリット', '長所短所', '長短'],
    definition: ['定義', '概要'],
    example: ['例', '具体例'],
    comparison: ['比較', '違い'],
    caution: ['注意', '注意点'],
    reference: ['参考', '参考文献', '関連'],
  },
  zh: {
    pros: ['优点', '優點', '优势', '優勢', '好处', '好處', '长处', '長處'],
    cons: ['缺点', '缺點', '劣势', '劣勢', '坏处', '壞處', '短处', '短處', '弊端', '不足'],
    both: ['优缺点', '優缺點', '利弊', '优劣', '優劣', '优劣势', '優劣勢'],
    definition: ['定义', '定義', '概念'],
    example: ['例子', '示例', '举例', '範例'],
    comparison: ['比较', '比較', '对比', '區別', '区别'],
    caution: ['注意', '注意事项', '注意事項'],
    reference: ['参考', '參考', '参考资料', '參考資料'],
  },
  ru: {
    pros: [
      ...['плюсы', 'плюсов', 'плюсам', 'плюс', 'преимущества', 'преимущество', 'преимуществ', 'преимуществам'],
      ...['достоинства', 'достоинство', 'достоинств', 'достоинствам', 'сильные стороны', 'положительные стороны'],
    ],
    cons: [
      ...['минусы', 'минусов', 'минусам', 'минус', 'недостатки', 'недостаток', 'недостатков', 'недостаткам'],
      ...['слабые стороны', 'отрицательные стороны'],
    ],
    definition: ['определение'],
    example: ['пример', 'примеры'],
    comparison: ['сравнение'],
    caution: ['осторожно', 'внимание'],
    reference: ['ссылки', 'источники', 'см. также'],
  },
  uk: { pros: ['переваги', 'плюси'], cons: ['недоліки', 'мінуси'] },
  es: {
    pros: ['ventajas', 'ventaja', 'beneficios', 'puntos fuertes', 'fortalezas'],
    cons: ['desventajas', 'desventaja', 'contras', 'inconvenientes', 'puntos débiles', 'debilidades'],
    example: ['ejemplo', 'ejemplos'],
    definition: ['definición'],
    reference: ['referencias', 'véase también'],
  },
  fr: {
    pros: ['avantages', 'avantage', 'bénéfices', 'points forts', 'atouts', 'les avantages', 'le pour'],
    cons: ['inconvénients', 'inconvénient', 'désavantages', 'points faibles', 'les inconvénients', 'le contre'],
    both: ['le pour et le contre'],
    example: ['exemple', 'exemples'],
    definition: ['définition'],
    reference: ['références', 'voir aussi'],
  },
  de: {
    pros: ['vorteile', 'vorteil', 'stärken', 'pro'],
    cons: ['nachteile', 'nachteil', 'schwächen', 'contra', 'kontra'],
    both: ['vor- und nachteile', 'vor und nachteile', 'pro und contra', 'pro & contra'],
    example: ['beispiel', 'beispiele'],
    definition: ['definition'],
    reference: ['siehe auch', 'quellen', 'literatur'],
  },
  pt: {
    pros: ['vantagens', 'vantagem', 'prós', 'pontos fortes', 'benefícios', 'pontos positivos'],
    cons: ['desvantagens', 'desvantagem', 'contras', 'pontos fracos', 'pontos negativos'],
    example: ['exemplo', 'exemplos'],
    reference: ['referências', 'veja também'],
  },
  it: {
    pros: ['vantaggi', 'vantaggio', 'pro', 'pregi', 'punti di forza'],
    cons: ['svantaggi', 'svantaggio', 'contro', 'difetti', 'punti deboli'],
    example: ['esempio', 'esempi'],
    reference: ['riferimenti', 'vedi anche'],
  },
  vi: {
    pros: ['ưu điểm', 'lợi ích', 'điểm mạnh'],
    cons: ['nhược điểm', 'khuyết điểm', 'hạn chế', 'điểm yếu'],
    both: ['ưu nhược điểm', 'ưu và nhược điểm', 'ưu, nhược điểm'],
    example: ['ví dụ'],
    reference: ['tham khảo', 'xem thêm'],
  },
  nl: { pros: ['voordelen'], cons: ['nadelen'], both: ['voor- en nadelen'] },
  pl: { pros: ['zalety'], cons: ['wady'] },
  tr: { pros: ['avantajlar', 'avantajları'], cons: ['dezavantajlar', 'dezavantajları'] },
  id: { pros: ['kelebihan', 'keuntungan'], cons: ['kekurangan', 'kerugian'] },
};

/** Words that are a label only when nothing stands around them: they have other meanings in a phrase. */
export const wordsOnlyAlone: ReadonlySet<string> = new Set(
  [
    ...[
      'pro',
      'con',
      'ex',
      'eg',
      'e.g',
      '예',
      '뜻',
      '의미',
      '개념',
      '정의',
      '활용',
      '한계',
      '한계점',
      '장점들',
      '例',
      '定義',
    ],
    ...['概念', '概要', '注意', '不足', 'contro', 'plus', 'strength', 'weakness', 'benefits', 'benefit', 'limitations'],
    ...[
      'usage',
      'links',
      'resources',
      'sources',
      'the good',
      'the bad',
      'merits',
      'плюс',
      'минус',
      '비교',
      '차이',
      '차이점',
    ],
    ...[
      'difference',
      'differences',
      'comparison',
      'definition',
      'meaning',
      'warning',
      'caution',
      'reference',
      '참고',
      '참조',
      '주의',
    ],
  ].map((word) => word.toLowerCase()),
);
