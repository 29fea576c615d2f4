import assert from 'node:assert/strict';
import type { ElementContent, Root } from 'hast';
import { codePieces, piecesOf } from '../../../src/webview/code/codePieces.js';
import { knownLanguage } from '../../../src/webview/code/languages.js';

/** The pieces that have a colour, as `kind: text`. */
function coloured(code: string, language: string): string[] {
  return (codePieces(code, language) ?? []).flatMap(({ text, kind }) => (kind ? [`${kind}: ${text}`] : []));
}

/** What grammars take longest for, of all that was tried, repeated. */
const hostile = [
  ['csharp', 'a.'],
  ['php', "a<'''\"${"],
] as const;

/** A token as `refractor` makes it. */
function token(names: string, ...children: ElementContent[]): ElementContent {
  return { type: 'element', tagName: 'span', properties: { className: ['token', ...names.split(' ')] }, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

describe('pieces of code', () => {
  const pieces = (...children: ElementContent[]) => piecesOf({ type: 'root', children } satisfies Root);

  it('are what the innermost token says that has a meaning for colours', () => {
    const quoted = token('string', token('punctuation', text('"')), text('a'), token('escape', text('\\n')));
    assert.deepEqual(pieces(quoted, text(' ')), [{ text: '"a\\n', kind: 'string' }, { text: ' ' }]);
    const generic = token('class-name', text('List'), token('punctuation', text('<')), token('builtin', text('int')));
    assert.deepEqual(pieces(generic), [{ text: 'List', kind: 'type' }, { text: '<' }, { text: 'int', kind: 'type' }]);
  });

  it('go by the most exact of a token’s names', () => {
    assert.deepEqual(pieces(token('key atrule', text('name'))), [{ text: 'name', kind: 'property' }]);
    assert.deepEqual(pieces(token('macro property', text('vec!'))), [{ text: 'vec!', kind: 'property' }]);
    assert.deepEqual(pieces(token('constructor', text('a'))), [{ text: 'a' }]);
  });

  it('do not take the colour of what another language is in', () => {
    const attribute = token('tag', text('<b '), token('script language-javascript', text('{on}')));
    assert.deepEqual(pieces(attribute), [{ text: '<b ', kind: 'tag' }, { text: '{on}' }]);
  });

  it('tell what is what', () => {
    assert.deepEqual(coloured('const a: Map<string> = f("x", 1); // no', 'ts'), [
      ...['keyword: const', 'type: Map', 'type: string', 'function: f', 'string: "x"', 'number: 1', 'comment: // no'],
    ]);
    assert.deepEqual(coloured('const s = `a ${b + 1} c`;', 'js'), [
      ...['keyword: const', 'string: `a ', 'number: 1', 'string:  c`'],
    ]);
    assert.deepEqual(coloured('<a href="b">c</a>', 'html'), ['tag: a ', 'attribute: href', 'string: "b"', 'tag: a']);
    assert.deepEqual(coloured('name: "a"\nn: 1\n', 'yml'), [
      ...['property: name', 'string: "a"', 'property: n', 'number: 1'],
    ]);
    assert.deepEqual(coloured('-old\n+new\n', 'diff'), ['deleted: -old\n', 'inserted: +new\n']);
    assert.deepEqual(coloured('$x: 1; // a\n.a { &:hover { color: $x; } }', 'scss'), [
      ...['property: $x', 'number: 1', 'comment: // a', 'tag: .a', 'tag: &:hover', 'property: color', 'property: $x'],
    ]);
    assert.deepEqual(coloured('if true; then\n  docker run \\\n  -p 80 "$A" && ls\nfi', 'sh'), [
      ...['keyword: if', 'keyword: true', 'keyword: then', 'function: docker', 'property: -p', 'number: 80'],
      ...['string: "', 'property: $A', 'string: "', 'function: ls', 'keyword: fi'],
    ]);
    assert.deepEqual(coloured('SELECT a FROM b WHERE c IS NOT NULL', 'sql'), [
      ...['keyword: SELECT', 'keyword: FROM', 'keyword: WHERE', 'keyword: IS', 'keyword: NOT', 'keyword: NULL'],
    ]);
    assert.deepEqual(coloured('raise ValueError(1)', 'py'), ['keyword: raise', 'type: ValueError', 'number: 1']);
    assert.deepEqual(coloured('a { color: #fff; margin: -1.5em 0 }', 'css'), [
      ...['tag: a', 'property: color', 'number: #fff', 'property: margin', 'number: -1.5em', 'number: 0'],
    ]);
    assert.deepEqual(coloured('<p><?php echo $a; ?></p>', 'php'), [
      ...['tag: p', 'keyword: <?php', 'keyword: echo', 'property: $a', 'keyword: ?>', 'tag: p'],
    ]);
  });

  it('know languages by all their names, in any case, and by no others', () => {
    for (const name of ['TypeScript', 'C++', 'c#', 'sh', 'console', 'Dockerfile', 'golang', 'yml', 'jsonc', 'text']) {
      assert.ok(knownLanguage(name), name);
    }
    for (const name of ['', 'nonsense', 'constructor', '__proto__', 'extend', 'DFS', 'mermaid']) {
      assert.equal(codePieces('const a = 1;', name), undefined, name);
    }
  });

  it('are none of code that is very long, or that has a very long line', () => {
    const lines = (count: number): string => 'let a = 1;\n'.repeat(count);
    assert.ok(codePieces(lines(900), 'ts'));
    assert.equal(codePieces(lines(910), 'ts'), undefined);
    assert.ok(codePieces('a'.repeat(1_000), 'ts'));
    assert.equal(codePieces(`${lines(1)}${'a'.repeat(1_001)}`, 'ts'), undefined);
  });

  it('are the whole code, whatever it is', () => {
    const nasty = '"\'`${<?php {{ /* <!-- <a b="\\ ``` #{ $( """ @"{x} ___PHP1___ \u0000 \u{1f600} 가\n\t';
    for (const language of ['ts', 'tsx', 'php', 'markdown', 'bash', 'cs', 'yaml', 'html', 'ruby', 'swift', 'scss']) {
      for (const code of [nasty, nasty.repeat(9), nasty.slice(9), '', '\n']) {
        const found = codePieces(code, language);
        assert.equal(found?.map((piece) => piece.text).join(''), code, `${language}: ${code}`);
      }
    }
  });

  it('take some seconds at most, however hostile the code', () => {
    for (const [language, unit] of hostile) {
      const code = unit
        .repeat(10_000 / unit.length)
        .replace(/[^]{200}/gu, '$&\n')
        .slice(0, 10_000);
      const start = process.cpuUsage().user;
      codePieces(code, language);
      const milliseconds = (process.cpuUsage().user - start) / 1000;
      assert.ok(milliseconds < 10_000, `${language}, ${unit}: ${milliseconds}`);
    }
  });
});
