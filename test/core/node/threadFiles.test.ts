import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { FileState } from '../../../src/core/reading/noteFiles.js';
import { answered } from '../../../src/node/localFiles.js';
import { ThreadFiles, type ThreadUse } from '../../../src/node/threadFiles.js';
import { DiskFiles } from '../../bench/diskFiles.js';

/** Files by the disk itself, which write down what they are asked for. */
class AskedFiles extends DiskFiles {
  readonly asked: string[] = [];

  override read(uri: string): Promise<Uint8Array | undefined> {
    this.asked.push(uri);
    return uri.startsWith('file:///') ? super.read(uri) : Promise.resolve(undefined);
  }

  override state(uri: string): Promise<FileState> {
    this.asked.push(uri);
    return super.state(uri);
  }
}

describe('files that a thread reads', () => {
  let folder = '';
  let script = '';
  let files = new AskedFiles();
  let threads: ThreadFiles[] = [];
  /** All that were ever started, and those that run. */
  const workers = { started: 0, alive: 0 };
  const onWorker = (worker: Worker): void => {
    workers.started += 1;
    workers.alive += 1;
    worker.on('exit', () => {
      workers.alive -= 1;
    });
  };

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yojeom-thread-'));
    script = path.join(folder, 'fileWorker.cjs');
    const entry = fileURLToPath(new URL('../../../src/node/fileWorker.ts', import.meta.url));
    buildSync({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'cjs' });
    process.on('worker', onWorker);
  });

  beforeEach(() => {
    files = new AskedFiles();
    Object.assign(workers, { started: 0, alive: 0 });
  });

  afterEach(async () => {
    threads.forEach((one) => one.dispose());
    threads = [];
    await ended();
  });

  after(() => {
    process.off('worker', onWorker);
    rmSync(folder, { recursive: true, force: true });
  });

  function threadFiles(use: Partial<ThreadUse> = {}, from = script): ThreadFiles {
    const made = new ThreadFiles(files, from, use);
    threads.push(made);
    return made;
  }

  /** Waits until no thread runs. */
  async function ended(): Promise<void> {
    for (let waited = 0; workers.alive > 0 && waited < 500; waited += 1) {
      await pause(10);
    }
    assert.equal(workers.alive, 0);
  }

  function uriOf(name: string): string {
    return pathToFileURL(path.join(folder, name)).href;
  }

  /** Writes files, and gives their URIs. */
  function written(names: readonly string[], text = (name: string) => `# ${name}\n`): string[] {
    names.forEach((name) => writeFileSync(path.join(folder, name), text(name)));
    return names.map(uriOf);
  }

  function someNames(count: number): string[] {
    return Array.from({ length: count }, (_, index) => `메모 ${index} #50%.md`);
  }

  /** Another script for a thread; each writes down that it started. */
  function otherScript(name: string, code: string): string {
    const file = path.join(folder, name);
    writeFileSync(file, code);
    return file;
  }

  async function texts(from: ThreadFiles, uris: readonly string[]): Promise<(string | undefined)[]> {
    const bytes = await Promise.all(uris.map((uri) => from.read(uri)));
    return bytes.map((one) => one && new TextDecoder().decode(one));
  }

  it('are what they are on the disk, and nobody else is asked for them', async () => {
    const names = someNames(200);
    const uris = written(names, (name) => (name.includes('7') ? '' : `# ${name}\n`.repeat(name.length)));
    const expected = names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
    const thread = threadFiles();
    assert.deepEqual(await texts(thread, uris), expected);
    const states = await Promise.all(uris.map((uri) => thread.state(uri)));
    assert.deepEqual(files.asked, []);
    assert.deepEqual(states, await Promise.all(uris.map((uri) => new DiskFiles().state(uri))));
    assert.equal(workers.started, 1);
  });

  it('are asked for of the editor where they are few', async () => {
    const uris = written(someNames(15));
    assert.equal((await texts(threadFiles(), uris))[3], '# 메모 3 #50%.md\n');
    assert.deepEqual([files.asked, workers.started], [uris, 0]);
  });

  it('are asked for of the editor where the thread cannot tell', async function () {
    const uris = written(someNames(20));
    mkdirSync(path.join(folder, 'a folder.md'), { recursive: true });
    const large = written(['large.md'], () => 'x'.repeat(300_000));
    const others = [uriOf('missing.md'), uriOf('a folder.md'), ...large, 'memory:/a.md', 'file://host/share/a.md'];
    if (process.platform !== 'win32') {
      // Whoever reads it waits for a writer.
      execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);
      const thread = threadFiles();
      const state = await Promise.all([...uris, uriOf('pipe.md')].map((uri) => thread.state(uri)));
      assert.deepEqual(files.asked.splice(0), [uriOf('pipe.md')]);
      assert.notEqual(state.at(-1)?.kind, 'file');
    }
    const found = await texts(threadFiles(), [...uris, ...others]);
    assert.deepEqual(files.asked.sort(), [...others].sort());
    assert.deepEqual(
      found.slice(20).map((text) => text?.length),
      [undefined, undefined, 300_000, undefined, undefined],
    );
  });

  it('are read all the same where threads die, and no more than a few are started', async () => {
    const uris = written(someNames(20));
    for (const [name, code] of Object.entries({
      'exits.cjs': "require('node:worker_threads').parentPort.on('message', () => process.exit(1));",
      'throws.cjs': "require('node:worker_threads').parentPort.on('message', () => { throw new Error('x'); });",
      'broken.cjs': 'this is no code',
    })) {
      workers.started = 0;
      const thread = threadFiles({}, otherScript(name, code));
      for (let round = 0; round < 5; round += 1) {
        assert.deepEqual(
          await texts(thread, uris),
          someNames(20).map((one) => `# ${one}\n`),
          name,
        );
        await ended();
      }
      assert.equal(workers.started, 3, name);
    }
  });

  it('are read all the same where a thread cannot be started, or does not answer', async () => {
    const uris = written(someNames(20));
    const expected = someNames(20).map((one) => `# ${one}\n`);
    assert.deepEqual(await texts(threadFiles({}, path.join(folder, 'missing.cjs')), uris), expected);
    assert.deepEqual(await texts(threadFiles({}, 'not absolute'), uris), expected);
    const silent = otherScript('silent.cjs', "require('node:worker_threads').parentPort.on('message', () => {});");
    assert.deepEqual(await texts(threadFiles({ patience: 50 }, silent), uris), expected);
    await ended();
  });

  it('have a thread only while they are asked for', async () => {
    const uris = written(someNames(20));
    const thread = threadFiles({ rest: 50 });
    await texts(thread, uris);
    await ended();
    await texts(thread, uris);
    assert.deepEqual([workers.started, files.asked.length], [2, 0]);
    thread.dispose();
    await ended();
    await texts(thread, uris);
    assert.deepEqual([workers.started, files.asked.length], [2, 20]);
  });

  it('leave no thread behind, however often that is begun and ended', async () => {
    const uris = written(someNames(20));
    for (let round = 0; round < 20; round += 1) {
      const thread = threadFiles();
      const reading = texts(thread, uris);
      await (round % 2 === 0 ? reading : undefined);
      thread.dispose();
      assert.equal((await reading).length, 20);
    }
    await ended();
  });

  it('are left to the editor where the disk is slow', () => {
    const names = someNames(20);
    written(names);
    const paths = names.map((name) => path.join(folder, name));
    assert.ok(paths.every((one) => existsSync(one)));
    let time = 0;
    const slow = (): number => (time += 30);
    const answer = answered({ id: 1, about: 'bytes', paths }, slow);
    assert.ok(answer.about === 'bytes');
    assert.equal(answer.sizes.filter((size) => size !== undefined).length, 3);
  });
});
