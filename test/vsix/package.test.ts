import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repo } from '../host/paths.mjs';
import { closeStage, openStageWith, openWorkbench } from '../ui/workbench.js';

const vsce = path.join(repo, 'node_modules', '@vscode', 'vsce', 'vsce');
const run = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [vsce, ...args], { cwd: repo })).stdout;

describe('The package', () => {
  const vsix = path.join(repo, 'dist-test', 'yojeom.vsix');

  before(async () => {
    mkdirSync(path.dirname(vsix), { recursive: true });
    await promisify(execFile)('npm', ['run', 'package', '--', '--out', vsix], { cwd: repo });
  });

  after(closeStage);

  it('holds what it needs and nothing else', async () => {
    const files = (await run('ls', '--no-dependencies')).trim().split('\n').sort();
    assert.deepEqual(
      files.filter((file) => !/^(?:notes|media|dist)\//u.test(file)),
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'package.nls.json', 'package.nls.ko.json'],
    );
    assert.deepEqual(
      files.filter((file) => file.startsWith('dist/') && !file.includes('/fonts/')),
      [
        'dist/extension.cjs',
        'dist/extension.web.js',
        'dist/fileWorker.cjs',
        'dist/page.cjs',
        'dist/search.cjs',
        'dist/third-party-licences.txt',
        'dist/webview/code.js',
        'dist/webview/math.css',
        'dist/webview/math.js',
        'dist/webview/page.js',
      ],
    );
    const fonts = files.filter((file) => file.startsWith('dist/webview/fonts/'));
    assert.ok(fonts.length > 0 && fonts.every((file) => file.endsWith('.woff2')));
    const readme = readFileSync(path.join(repo, 'README.md'), 'utf8');
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)].map(([, file]) => file!);
    assert.deepEqual(
      pictures.filter((file) => !files.includes(file)),
      [],
      'pictures of the README',
    );
    assert.ok(pictures.length > 0);
  });

  it('is small', () => {
    assert.ok(statSync(vsix).size < 1024 * 1024);
    assert.ok(statSync(path.join(repo, 'dist', 'extension.cjs')).size < 400 * 1024);
    // It holds what writes pages and what searches too, for its host can load one file only.
    assert.ok(statSync(path.join(repo, 'dist', 'extension.web.js')).size < 500 * 1024);
    const sizeOf = (...file: string[]): number => statSync(path.join(repo, ...file)).size;
    // What every page loads, and what those with code do.
    assert.ok(sizeOf('dist', 'webview', 'page.js') + sizeOf('media', 'page.css') < 60 * 1024);
    assert.ok(sizeOf('dist', 'webview', 'code.js') < 90 * 1024);
  });

  it('installs, activates and shows the bundled notes', async () => {
    await openStageWith(vsix);
    const workbench = await openWorkbench({ locale: 'ko' });
    await workbench.openView();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'AWS Lambda' }).click();
    await workbench.webview().locator('.side.pros', { hasText: '장점' }).waitFor();
    await workbench.close();
  });
});
