#!/usr/bin/env node
// @ts-check
// Runs the tests that need a real VS Code: `node test/host/run-vscode.mjs [node|web]` names the extension host.
import path from 'node:path';
import { TestRunFailedError, runTests } from '@vscode/test-electron';
import { desktopOrStandIn } from './download.mjs';
import { repo } from './paths.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { Trouble, runMain } from './trouble.mjs';
import { copyForWebHost } from './web-extension.mjs';

await runMain(async () => {
  const host = process.argv[2] ?? 'node';
  if (host !== 'node' && host !== 'web') throw new Trouble(`there is no "${host}" extension host; say node or web.`);
  const { kind, executable, env } = await desktopOrStandIn();
  const workspace = temporaryFolder('workspace');
  const user = temporaryFolder('user');
  const extension = host === 'web' && kind === 'desktop' ? webExtension() : repo;
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(extension, 'dist-test', host === 'web' ? 'vscode-web' : 'vscode', 'index.js'),
      launchArgs: [
        workspace.folder,
        `--user-data-dir=${user.folder}`,
        '--disable-extensions',
        ...(host === 'web' && kind === 'desktop' ? ['--extensionDevelopmentKind=web'] : []),
      ],
      extensionTestsEnv: { ...env, YOJEOM_TEST_HOST: host },
    });
    return 0;
  } catch (error) {
    // The tests have said what failed.
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  } finally {
    workspace.remove();
    user.remove();
  }
});

/** @returns {string} a copy of the extension that only the web-worker host can run */
function webExtension() {
  const { folder } = temporaryFolder('web-extension');
  copyForWebHost(repo, folder);
  return folder;
}
