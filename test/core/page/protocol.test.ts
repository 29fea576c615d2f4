import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { parseFromPage, parsePageState, parseToPage } from '../../../src/core/page/protocol.js';

const show = { type: 'show', id: 'a#b', title: 'B', html: '<p>b</p>', revision: 3, move: 'open' };

describe('messages of the page', () => {
  it('takes every message in its own shape', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'openConcept', id: 'a#b' },
      { type: 'openSource', id: 'a#b', line: 1 },
      { type: 'openLink', href: './b.md' },
      { type: 'openLink', href: './b.md', owner: 'file:///a.md#a' },
      { type: 'compare' },
      { type: 'uncompare', id: 'file:///a.md#a' },
      { type: 'copyTable' },
      { type: 'openTopic', topic: '데브옵스' },
      { type: 'findTopic', topic: 'cloud native' },
      { type: 'unfold', id: 'a#b/c', isUnfolded: true },
      { type: 'unfold', id: 'a#b/c', isUnfolded: false },
      { type: 'returnTo', id: 'a#b' },
      { type: 'setTask', line: 3, isDone: true },
      { type: 'addSide', id: 'a#b', role: 'pros' },
      { type: 'addSide', id: 'a#b', role: 'cons' },
      { type: 'history', canGoBack: true, canGoForward: false },
    ]) {
      assert.deepEqual(parseFromPage(message), message);
    }
    for (const message of [
      show,
      { ...show, lang: 'ko' },
      { ...show, lang: 'zh-Hant-TW' },
      ...['preview', 'return', 'stay'].map((move) => ({ ...show, move })),
      { type: 'gone', text: 'Gone.' },
      { type: 'go', step: -1 },
      { type: 'go', step: 1 },
    ]) {
      assert.deepEqual(parseToPage(message), message);
    }
  });

  it('drops fields that a message does not have', () => {
    assert.deepEqual(parseFromPage({ type: 'openConcept', id: 'a', line: 4, __proto__: { x: 1 }, extra: {} }), {
      type: 'openConcept',
      id: 'a',
    });
    assert.deepEqual(parseToPage({ ...show, script: 'x' }), show);
  });

  it('refuses what is no message', () => {
    for (const value of [
      ...[
        undefined,
        null,
        0,
        'ready',
        [],
        ['ready'],
        {},
        { type: 'toString' },
        { type: '__proto__' },
        { type: ['ready'] },
      ],
      ...[{ type: 'openConcept' }, { type: 'openConcept', id: '' }, { type: 'openConcept', id: 7 }],
      { type: 'openConcept', id: 'a'.repeat(16_385) },
      ...[{ type: 'setTask', line: 0, isDone: true }, { type: 'setTask', line: 1 }, { type: 'uncompare' }],
      ...['', 'both', 'gist', undefined, ['pros']].map((role) => ({ type: 'addSide', id: 'a', role })),
      { type: 'addSide', role: 'pros' },
      ...[{ type: 'returnTo' }, { type: 'history' }, { type: 'history', canGoBack: 1, canGoForward: true }],
      ...[0, -1, 1.5, NaN, Infinity, '1', null, 2 ** 60].map((line) => ({ type: 'openSource', id: 'a', line })),
      ...[undefined, '', {}, 'a'.repeat(8_193)].map((href) => ({ type: 'openLink', href })),
      ...[undefined, '', [], 'a'.repeat(1_025)].flatMap((topic) => [
        { type: 'openTopic', topic },
        { type: 'findTopic', topic },
      ]),
      ...['', 7, undefined, 'a'.repeat(16_385)].map((id) => ({ type: 'unfold', id, isUnfolded: true })),
      ...['true', 1, null, undefined].map((isUnfolded) => ({ type: 'unfold', id: 'a', isUnfolded })),
      ...[show, { type: 'gone', text: 'Gone.' }],
    ]) {
      assert.equal(parseFromPage(value), undefined, inspect(value));
    }
    for (const value of [
      ...[undefined, null, 'show', [show], {}, { type: 'ready' }, { type: 'gone' }, { type: 'gone', text: '' }],
      ...[
        { ...show, id: '' },
        { ...show, title: 5 },
        { ...show, html: undefined },
        { ...show, html: ['<p>'] },
      ],
      ...[-1, 0.5, '3', undefined].map((revision) => ({ ...show, revision })),
      ...[true, 'close', 'toString', undefined].map((move) => ({ ...show, move })),
      ...[0, 2, '1', undefined].map((step) => ({ type: 'go', step })),
      ...['', 'ko"', 'k', 5, 'ko-', null].map((lang) => ({ ...show, lang })),
      { ...show, html: 'a'.repeat(16_777_217) },
    ]) {
      assert.equal(parseToPage(value), undefined, inspect(value).slice(0, 100));
    }
  });

  it('takes stored state of its own version and the one before', () => {
    const state = {
      version: 2,
      visits: [
        { id: 'a', scroll: 12.5 },
        { id: 'b', scroll: 0 },
      ],
      index: 1,
    };
    assert.deepEqual(parsePageState({ ...state, more: 1 }), state);
    assert.deepEqual(parsePageState({ version: 1, id: 'a', scroll: 12.5, more: 1 }), {
      version: 2,
      visits: [{ id: 'a', scroll: 12.5 }],
      index: 0,
    });
    for (const value of [
      ...[undefined, null, 'a', [], {}, { version: 3, visits: state.visits, index: 0 }, { ...state, version: '2' }],
      ...[-1, 2, 0.5, NaN, '0', undefined].map((index) => ({ ...state, index })),
      ...[undefined, [], 'ab', { 0: { id: 'a', scroll: 0 }, length: 1 }].map((visits) => ({
        ...state,
        visits,
        index: 0,
      })),
      ...[-1, NaN, Infinity, '0', null].map((scroll) => ({ ...state, visits: [{ id: 'a', scroll }], index: 0 })),
      ...['', 7, 'a'.repeat(16_385)].map((id) => ({ ...state, visits: [{ id, scroll: 0 }], index: 0 })),
      { ...state, visits: Array.from({ length: 51 }, () => ({ id: 'a', scroll: 0 })) },
      ...[
        { version: 1, id: '', scroll: 0 },
        { version: 1, scroll: 0 },
        { version: 1, id: 'a' },
      ],
    ]) {
      assert.equal(parsePageState(value), undefined, inspect(value).slice(0, 200));
    }
  });
});
