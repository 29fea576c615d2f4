/** What a note of any length can be made of: its part of a number, from 0. */
export type Shape = (index: number) => string;

/**
 * A note of one shape.
 *
 * @param shape What it is made of.
 * @param kilobytes How long it becomes, in thousands of characters.
 */
export function documentOf(shape: Shape, kilobytes: number): string {
  const parts: string[] = [];
  for (let length = 0; length < kilobytes * 1000; length += parts.at(-1)?.length ?? 0) {
    parts.push(shape(parts.length));
  }
  return parts.join('');
}

/** Shapes whose cost must grow as their length does, and that some reader once was quadratic in. */
export const growthShapes: Readonly<Record<string, Shape>> = {
  'notes with lists': (index) =>
    `## Concept ${index}\n\nA *gist* of \`it\`, see [other](o.md).\n\n### 장점\n\n- 빠르다\n- simple to **use**\n\n### 단점\n\n- slow\n\n`,
  'headings under one parent': (index) => (index === 0 ? '# All\n\n' : `## Heading ${index}\n\ntext\n\n`),
  'one concept, named again and again': (index) =>
    index % 2 === 0 ? '## Redis (레디스)\n\n' : '### Redis의 장점\n\n- 빠르다\n\n',
  'concepts that only labels name': (index) => `### Queue ${index}의 장점\n\n- fast\n\n`,
  'flat notes: the same label below each': (index) =>
    `## Concept ${index}\n\ntext\n\n## 장점\n\n- fast\n\n## 단점\n\n- slow\n\n`,
  'one label, ever more points': (index) => (index === 0 ? '# A\n\n## 장점\n\n' : `- point ${index}\n`),
  'tight list': (index) => `- item ${index} with *some* words\n`,
  'loose list': (index) => `- item ${index} with *some* words\n\n`,
  'numbered list, nested': (index) => `${index}. item\n   - pro\n   - con\n`,
  'outline with labels': (index) => `- Queue ${index}\n  - 장점\n    - fast\n  - 단점: 느리다\n`,
  'outline below one item': (index) => (index === 0 ? '- all\n' : `  - item ${index} with *some* words\n`),
  'lists ten levels deep': (index) => `${'  '.repeat(index % 10)}- item ${index}\n`,
  'short paragraphs': (index) => `Some words and *more* of them, ${index}.\n\n`,
  'labelled lines': (index) => `장점: fast ${index}\n단점: slow\n${index % 500 === 499 ? '\n' : ''}`,
  'bold labels': (index) => `**Queue ${index}**\n\n**Pros:**\n\nfast\n\n**Cons:**\n\nslow\n\n`,
  'long lines': (index) => `${`word *${index}* [a](b) `.repeat(500)}\n\n`,
  callouts: (index) => `> [!pros] ${index}\n> - fast\n\n`,
  details: (index) => `<details><summary>장점</summary>\n\n- fast ${index}\n\n</details>\n\n`,
  'links and tags': (index) =>
    `See [[Note ${index}#Part|it]], [a ${index}](n${index}.md#b) #tag/${index} https://a.b/${index}\n\n`,
  'references and definitions': (index) =>
    `See [a${index}] and [^n${index}].\n\n[a${index}]: b\n\n[^n${index}]: note\n\n`,
  'one table of subjects': (index) =>
    index === 0 ? '| Name | 장점 | 단점 |\n|---|---|---|\n' : `| Queue ${index} | fast | *slow*<br>big |\n`,
  'many tables': (index) => `| a | 장점 |\n|---|---|\n| Queue ${index} | fast |\n\n`,
  'blocks of code': (index) => `\`\`\`js\nconst a = [${index}];\n\`\`\`\n\ntext\n\n`,
  'one block of code': (index) => (index === 0 ? '```\n' : `const a = [${index}];\n`),
};
