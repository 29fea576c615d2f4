import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Library } from '../core/library/library.js';
import { LinkIndex } from '../core/library/linkIndex.js';
import { withLinkNames } from '../core/library/linkNames.js';
import { finish } from '../core/steps.js';
import { readNote } from '../core/note/read.js';
import { ConceptSearch } from '../core/search/conceptSearch.js';
import { checkNotes } from './check.js';
import { PathError, readSources } from './noteFiles.js';
import { outlineOf } from './outline.js';
import { userFolder } from './userFolder.js';

const usage = `yojeom: study notes as concepts, without an editor

  yojeom outline PATH…                        what the notes hold, one JSON object a line and note
  yojeom search PATH… --query TEXT            the concepts that a query finds, one JSON object a line and query
  yojeom search PATH… --queries FILE          the same for every line of a file
                      [--limit N]             at most N results a query (default 50)
  yojeom check PATH…                          what is wrong with the notes, as file:line: message; exit code 1 if anything is
                      [--json]                one JSON object a line and problem instead

PATH is a Markdown file or a folder of notes. The fields are described in CONTRIBUTING.md.`;

/** A command line that cannot be carried out; the message says what to do. */
class UsageError extends Error {}

/** Runs one command and gives the exit code: 0, 1 where a check found something, or 2 for a bad command line. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const [command, ...rest] = args;
    if (command === '--help' || command === '-h' || command === 'help') {
      print(usage);
    } else if (command === 'outline') {
      await outline(rest);
    } else if (command === 'search') {
      await search(rest);
    } else if (command === 'check') {
      return await check(rest);
    } else {
      throw new UsageError(command === undefined ? 'Say what to do.' : `There is no command “${command}”.`);
    }
    return 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof PathError) {
      const hint = error instanceof UsageError ? ' “yojeom --help” lists the commands and their options.' : '';
      process.stderr.write(`yojeom: ${error.message}${hint}\n`);
      return 2;
    }
    throw error;
  }
}

async function outline(args: string[]): Promise<void> {
  const { positionals } = parse(() => parseArgs({ args, allowPositionals: true, options: {} }));
  const sources = await readSources(required(positionals));
  const library = new Library();
  const notes = sources.map((source) => readNote(source));
  library.update(notes);
  const links = new LinkIndex(library);
  notes.forEach((note) => {
    print(JSON.stringify(outlineOf(finish(withLinkNames(note, links)), links)));
  });
}

async function search(args: string[]): Promise<void> {
  const options = { query: { type: 'string' }, queries: { type: 'string' }, limit: { type: 'string' } } as const;
  const { positionals, values } = parse(() => parseArgs({ args, allowPositionals: true, options }));
  required(positionals);
  const limit = limitOf(values.limit);
  const queries = await queriesOf(values.query, values.queries);
  const library = await libraryOf(positionals);
  const links = new LinkIndex(library);
  const concepts = new ConceptSearch(library.notes().map((note) => finish(withLinkNames(note, links))));
  for (const query of queries) {
    const start = process.hrtime.bigint();
    const found = concepts.search(query, limit);
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    const results = found.map(({ concept, note, score, field }) => {
      return { id: concept.id, title: concept.title, path: note.uri, line: concept.line, score, field };
    });
    print(JSON.stringify({ query, ms, results }));
  }
}

async function check(args: string[]): Promise<number> {
  const options = { json: { type: 'boolean', default: false } } as const;
  const { positionals, values } = parse(() => parseArgs({ args, allowPositionals: true, options }));
  const problems = await checkNotes(await libraryOf(positionals));
  for (const problem of problems) {
    print(values.json ? JSON.stringify(problem) : `${problem.path}:${problem.line}: ${problem.message}`);
  }
  return problems.length > 0 ? 1 : 0;
}

async function libraryOf(paths: readonly string[]): Promise<Library> {
  const library = new Library();
  library.update((await readSources(required(paths))).map((source) => readNote(source)));
  return library;
}

async function queriesOf(query: string | undefined, file: string | undefined): Promise<string[]> {
  if ((query === undefined) === (file === undefined)) {
    throw new UsageError('Give either --query TEXT or --queries FILE.');
  }
  if (query !== undefined) {
    return [query];
  }
  const text = await readFile(file ?? '', 'utf8').catch(() => {
    throw new UsageError(`The file of queries “${file ?? ''}” cannot be read.`);
  });
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function limitOf(text: string | undefined): number {
  if (text !== undefined && !/^[1-9]\d{0,6}$/u.test(text)) {
    throw new UsageError(`--limit takes a whole number from 1, not “${text}”.`);
  }
  return Number(text ?? 50);
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(reason.replace(/\s+/gu, ' ').replace(/\.?$/u, '.'));
  }
}

function required(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) {
    throw new UsageError('Give at least one path of a Markdown file or of a folder of notes.');
  }
  return paths;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

// A reader that has seen enough, such as `head`, closes the pipe: no reason for an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.chdir(userFolder(process.env));
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
