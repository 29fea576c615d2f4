import assert from 'node:assert/strict';
import { readNote } from '../../src/core/note/read.js';
import { ConceptSearch } from '../../src/core/search/conceptSearch.js';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { SearchList } from './searchList.js';
import { guard, searchNotes } from './searchNotes.js';
import { closeStage, openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.js';

const queries = ['container', 'labmda', '큐', 'iac', 'queue w'];

describe('The rows of the search', () => {
  let workbench: Workbench;
  let list: SearchList;
  let notes: NotesFolder;
  const open = async (options: WorkbenchOptions = {}): Promise<void> => {
    workbench = await openWorkbench({ folder: notes.folder, ...options });
    list = new SearchList(workbench);
    await workbench.openView();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Cloud' }).waitFor();
    await list.forget(options.locale);
    await list.open();
  };

  beforeEach(() => {
    notes = notesFolder(searchNotes);
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  it('come in the extension’s own order at every key', async () => {
    const read = ([uri, text]: [string, string]) => readNote({ uri, name: uri, folder: 'notes', text });
    const core = new ConceptSearch(Object.entries(searchNotes).map(read));
    await open();
    for (const query of queries) {
      await workbench.quickInput.fill('');
      for (let length = 1; length <= query.length; length += 1) {
        await list.type(query.charAt(length - 1));
        const typed = query.slice(0, length);
        const expected = core.search(typed, 50).map(({ concept }) => concept.title);
        const rows = async (): Promise<string[]> =>
          (await list.rows())
            .map(({ label }) => label)
            .filter((label) => !/^(?:pros:|cons:|Create|Search)/u.test(label));
        await becomes(rows, expected);
      }
    }
  });

  it('offer filters, which go on with the query', async () => {
    await open();
    await list.type('#');
    await becomes(() => list.outline(), ['— Filters', '#Cloud', '#"Data structures"']);
    await workbench.screenshot('search-filters');
    await list.type('str');
    await becomes(async () => (await list.outline())[1], '#"Data structures"');
    await list.press('Enter');
    await becomes(() => list.value(), '#"Data structures" ');
    await becomes(() => list.outline(), ['— In the text', 'Deque', '큐(Queue)', 'Queue worker']);
    await list.type('job');
    await becomes(() => list.outline(), ['— In the text', 'Queue worker']);
    await workbench.quickInput.fill('pro');
    await becomes(async () => (await list.outline()).slice(0, 2), ['— Filters', 'pros:']);
    await list.press('Enter');
    await becomes(() => list.value(), 'pros:');
    await list.type('second');
    await becomes(() => list.outline(), ['— In the text', '컨테이너(Container)']);
    await becomes(() => list.firstDetail(), 'Starts within a «second»');
  });

  it('say why they are there, names before texts', async () => {
    await open({ theme: 'dark' });
    const shows = async (query: string, rows: readonly string[], detail: string): Promise<void> => {
      await workbench.quickInput.fill(query);
      await becomes(() => list.outline(), rows);
      await becomes(() => list.firstDetail(), detail);
    };
    await shows(
      'container',
      ['— Concepts', '컨테이너(Container)', '— In the text', 'Queue worker', 'Circuit Breaker'],
      'An isolated process with its own view of the system.',
    );
    assert.deepEqual(
      (await list.rows()).slice(1).map(({ detail }) => detail),
      ['…and runs each in a «container» of its own.', '…not wait for a «container» that is down.'],
    );
    await workbench.screenshot('search-why-text');
    await shows(
      'ㅋㅌㅇㄴ',
      ['— Concepts', '컨테이너(Container)'],
      'Initial consonants: «컨테이너» · An isolated process with its own view of the system.',
    );
    await shows(
      'zjsxpdlsj',
      ['— Concepts', '컨테이너(Container)'],
      'Other keyboard layout: «컨테이너» · An isolated process with its own view of the system.',
    );
    await workbench.quickInput.fill('iac');
    await becomes(
      () => list.firstDetail(),
      'Initials: «I»nfrastructure «a»s «C»ode · Machines are described in files, and a tool makes them so.',
    );
    await shows('trip sw', ['— Concepts', 'Circuit Breaker'], `Also known as: «Trip sw»itch · ${guard}`);
  });

  it('follow Hangul while it is composed, and leave the composing alone', async () => {
    await open({ locale: 'ko' });
    const input = await workbench.page.context().newCDPSession(workbench.page);
    const compose = async (text: string): Promise<void> => {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    };
    for (const [composing, title] of [
      ['ㅋ', '큐(Queue)'],
      ['커', '컨테이너(Container)'],
      ['컨', '컨테이너(Container)'],
    ] as const) {
      await compose(composing);
      await becomes(() => list.value(), composing);
      await becomes(async () => (await list.rows())[0]?.label, title);
    }
    await input.send('Input.insertText', { text: '컨' });
    for (const composing of ['ㅌ', '테', '텡']) {
      await compose(composing);
      await becomes(() => list.value(), `컨${composing}`);
      await becomes(async () => (await list.rows())[0]?.label, '컨테이너(Container)');
    }
    await workbench.screenshot('search-composing');
    await compose('테');
    await input.send('Input.insertText', { text: '테' });
    await compose('인');
    await becomes(() => list.value(), '컨테인');
    await becomes(() => list.outline(), ['— 개념', '컨테이너(Container)']);
  });

  it('grow while notes are read, under a mark that tells so', async function () {
    this.timeout(120_000);
    const count = 400;
    for (let number = 0; number < count; number += 1) {
      notes.write(`notes/many/${number}.md`, `# Subject ${number}\n\n${'- Some words of a point.\n'.repeat(60)}\n`);
    }
    workbench = await openWorkbench({ folder: notes.folder, isOwn: true });
    list = new SearchList(workbench);
    // The search itself begins the reading, so that the mark is there from the start.
    await list.open();
    const mark = workbench.page.locator('.monaco-progress-container.quick-input-progress.active');
    await mark.waitFor();
    await list.type(`subject ${count - 1}`);
    await becomes(async () => (await list.rows())[0]?.label, `Subject ${count - 1}`, 60_000);
    await mark.waitFor({ state: 'detached' });
    assert.equal(await list.value(), `subject ${count - 1}`);
  });
});
