import assert from 'node:assert/strict';
import { askedName } from '../../../src/core/note/question.js';
import { noteOfLines } from './readNoteOf.js';

describe('a heading that asks', () => {
  const asked: Readonly<Record<string, string>> = {
    'TDD란 무엇인가?': 'TDD',
    '3. 객체 지향이란 무엇인가요?': '객체 지향',
    'GIL 이란 뭘까': 'GIL',
    '데브옵스(DevOps)란 무엇인가?': '데브옵스(DevOps)',
    '인덱스는 무엇인가요?': '인덱스',
    'What is a closure?': 'closure',
    'What are React hooks': 'React hooks',
    'What’s Docker?': 'Docker',
    'Что такое GIL?': 'GIL',
    TDDとは何か: 'TDD',
    'インデックスとは？': 'インデックス',
    '什么是闭包？': '闭包',
    '闭包是什么？': '闭包',
    '¿Qué es Docker?': 'Docker',
    'Qu’est-ce que le GIL ?': 'GIL',
    'Was ist ein Container?': 'Container',
    'O que é o Docker?': 'Docker',
    'Cos’è Docker?': 'Docker',
    'Docker là gì?': 'Docker',
  };
  for (const [heading, name] of Object.entries(asked)) {
    it(`is about a name: ${heading}`, () => {
      assert.equal(askedName(heading), name);
    });
  }

  for (const heading of [
    ...['TDD', 'TDD란?', '왜 쓰는가?', '무엇인가?', 'What is it?', 'What is new and why does it matter?'],
    ...['What is the one thing that you would change in it?', `What is ${'a'.repeat(200)}?`, '이것은 무엇인가?', ''],
    ...['이란'.repeat(100_000), `${' '.repeat(100_000)}?`],
  ]) {
    it(`is about no name: ${heading.slice(0, 60)}`, () => {
      assert.equal(askedName(heading), undefined);
    });
  }

  it('is kept beside the name, is one of its other names, and makes the id', () => {
    const { concepts } = noteOfLines('### TDD란 무엇인가?', '', 'x', '', '#### TDD의 장점', '', '- y');
    assert.deepEqual(
      concepts.map(({ id, title, question, aliases, pros }) => ({ id, title, question, aliases, pros: pros.length })),
      [{ id: 'a.md#tdd란-무엇인가', title: 'TDD', question: 'TDD란 무엇인가?', aliases: ['TDD란 무엇인가?'], pros: 1 }],
    );
  });
});
