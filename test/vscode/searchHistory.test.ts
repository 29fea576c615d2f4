import { assert } from 'chai';
import type * as vscode from 'vscode';
import { emptyHistory, recents } from '../../src/core/search/searchHistory.js';
import { OpenedConcepts } from '../../src/vscode/history/openedConcepts.js';

/** A storage in memory, which keeps what JSON keeps. */
class MemoryStorage implements vscode.Memento {
  readonly #texts = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.#texts.keys()];
  }

  get<T>(key: string, fallback?: T): T | undefined {
    const text = this.#texts.get(key);
    return text === undefined ? fallback : (JSON.parse(text) as T);
  }

  update(key: string, value: unknown): Thenable<void> {
    if (value === undefined) {
      this.#texts.delete(key);
    } else {
      this.#texts.set(key, JSON.stringify(value));
    }
    return Promise.resolve();
  }
}

describe('What was opened', () => {
  const warnings: string[] = [];
  const log = { warn: (message: string | Error) => void warnings.push(String(message)) };
  let storage: MemoryStorage;

  beforeEach(() => {
    storage = new MemoryStorage();
    warnings.length = 0;
  });

  it('is there again for whoever reads the same storage', () => {
    const opened = new OpenedConcepts(storage, log);
    opened.record('a');
    opened.togglePin('b');
    const later = new OpenedConcepts(storage, log);
    assert.deepEqual(recents(later.history, 10), ['a']);
    assert.deepEqual(later.pins, ['b']);
    assert.deepEqual(warnings, []);
  });

  it('is forgotten with the pins', () => {
    const opened = new OpenedConcepts(storage, log);
    opened.record('a');
    opened.togglePin('b');
    opened.forget();
    assert.deepEqual([opened.history, opened.pins, storage.keys()], [emptyHistory, [], []]);
  });

  for (const damaged of [null, 'x', { opened: [{ id: 7 }] }, { opened: 'all' }]) {
    it(`is dropped with one line in the log where it is damaged: ${JSON.stringify(damaged)}`, () => {
      void storage.update('yojeom.history', damaged);
      void storage.update('yojeom.pins', damaged);
      const opened = new OpenedConcepts(storage, log);
      assert.deepEqual([opened.history, opened.history], [emptyHistory, emptyHistory]);
      assert.lengthOf(warnings, 1);
      assert.deepEqual([...opened.pins, ...opened.pins], []);
      assert.lengthOf(warnings, 2);
      opened.record('a');
      assert.deepEqual(recents(opened.history, 10), ['a']);
    });
  }

  it('outlives a storage that cannot be written', async () => {
    const failing: vscode.Memento = {
      keys: () => [],
      get: () => undefined,
      update: () => Promise.reject(new Error('full')),
    };
    new OpenedConcepts(failing, log).record('a');
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(warnings, ['Error: full']);
  });
});
