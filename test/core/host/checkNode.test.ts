import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repo } from '../../host/paths.mjs';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
}

const check = path.join(repo, 'test/host/check-node.cjs');

describe('the check of Node’s version', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yojeom-node-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a program in a Node that says it is of another version. */
  function runIn(version: string, ...args: readonly string[]): { status: number | null; output: string } {
    const pretence = path.join(folder, `${version}.cjs`);
    writeFileSync(
      pretence,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', pretence, ...args], {
      cwd: repo,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  }

  it('says which version is needed and which is running, in one sentence', () => {
    for (const version of ['20.18.3', '18.20.4', '8.17.0']) {
      const output = `yojeom: this takes Node 20.19 or newer, and runs in ${version}.\n`;
      assert.deepEqual(runIn(version, check), { status: 1, output });
    }
  });

  it('lets the others pass', () => {
    for (const version of ['20.19.0', '20.20.1', '22.0.0', '100.1.0']) {
      assert.deepEqual(runIn(version, check), { status: 0, output: '' });
    }
  });

  it('comes first in all that people start', () => {
    assert.equal(runIn('18.0.0', 'esbuild.mjs').status, 1);
    const { scripts } = JSON.parse(readFileSync(path.join(repo, 'package.json'), 'utf8')) as Manifest;
    for (const name of ['start', 'test']) {
      assert.match(scripts[name] ?? '', /^node -r \.\/test\/host\/check-node\.cjs /u);
    }
    for (const name of ['yojeom', 'build', 'watch']) {
      assert.match(scripts[name] ?? '', /^node esbuild\.mjs/u);
    }
  });
}).timeout(20_000);
