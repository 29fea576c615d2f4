import { assert } from 'chai';
import { Library } from '../../src/core/library/library.js';
import { LinkIndex } from '../../src/core/library/linkIndex.js';
import type { Note } from '../../src/core/note/model.js';
import { readNote } from '../../src/core/note/read.js';
import { emptyHistory } from '../../src/core/search/searchHistory.js';
import { Slices } from '../../src/core/slices.js';
import { LiveSearch } from '../../src/vscode/search/liveSearch.js';

const note = (number: number, title = `Concept ${number}`): Note =>
  readNote({ uri: `file:///${number}.md`, name: 'n', folder: 'f', text: `# ${title}\n\nA text.\n` });

describe('The live search', () => {
  let library: Library;
  let search: LiveSearch;
  /** By how much the clock leaps when it is looked at, in milliseconds. */
  let leap: number;
  const titles = async (query: string): Promise<string[]> => {
    let found: string[] = [];
    const show = (results: readonly { readonly concept: { readonly title: string } }[]): void => {
      found = results.map(({ concept }) => concept.title);
    };
    await search.find({ query, limit: 5, history: emptyHistory, isStale: () => false, show });
    return found;
  };

  beforeEach(() => {
    leap = 0;
    let time = 0;
    const slices = new Slices(
      () => new Promise((resolve) => setTimeout(resolve)),
      () => (time += leap),
    );
    library = new Library();
    search = new LiveSearch(library, new LinkIndex(library), slices);
  });

  afterEach(() => search.dispose());

  it('takes nothing in before someone searches', async () => {
    library.update([note(1)]);
    assert.deepEqual(await titles('concept'), []);
    search.start();
    assert.deepEqual(await titles('concept'), ['Concept 1']);
  });

  it('follows notes that come, change and go', async () => {
    search.start();
    library.update([note(1), note(2)]);
    await search.whole();
    assert.deepEqual(await titles('concept'), ['Concept 1', 'Concept 2']);
    library.update([note(1, 'Renamed')], ['file:///2.md']);
    await search.whole();
    assert.deepEqual(await titles('concept'), []);
    assert.deepEqual(await titles('renamed'), ['Renamed']);
  });

  it('finds a concept by what the links of other notes call it, as long as they do', async () => {
    search.start();
    const linking = (text: string): Note =>
      readNote({ uri: 'file:///z.md', name: 'z', folder: 'f', text: `# Linking\n\n${text}\n` });
    library.update([note(1, 'Kubernetes'), linking('[[Kubernetes|k9s]]')]);
    await search.whole();
    assert.equal((await titles('k9s'))[0], 'Kubernetes');
    library.update([linking('nothing')]);
    await search.whole();
    assert.deepEqual(await titles('k9s'), []);
  });

  it('tells when notes were taken in', async () => {
    let told = 0;
    search.onDidChange(() => {
      told += 1;
    });
    search.start();
    assert.equal(told, 0);
    library.update([note(1)]);
    await search.whole();
    assert.equal(told, 1);
  });

  it('leaves an older query for a newer one, whose results are shown once', async () => {
    library.update([note(1, 'Some words'), note(2, 'Other words')]);
    await search.whole();
    const shown: string[] = [];
    let newest = '';
    const find = (query: string): Promise<void> => {
      newest = query;
      return search.find({
        query,
        limit: 5,
        history: emptyHistory,
        isStale: () => newest !== query,
        show: (results) => void shown.push(`${query}: ${results.map(({ concept }) => concept.title).join()}`),
      });
    };
    // With a clock that leaps, every step is the last of its slice.
    leap = 20;
    await Promise.all(['s', 'so', 'som'].map(find));
    assert.deepEqual(shown, ['som: Some words']);
    await find('other');
    assert.deepEqual(shown.slice(1), ['other: Other words']);
  });

  it('has nothing to say once it is disposed of', async () => {
    search.start();
    search.dispose();
    library.update([note(1)]);
    assert.deepEqual(await titles('concept'), []);
  });
});
