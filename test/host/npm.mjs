// @ts-check
import { CommandFailed, runCommand } from './run-command.mjs';
import { Trouble } from './trouble.mjs';

/** What npm prints when the registry could not be reached. */
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT/;

/**
 * The environment for an npm that works in another folder than the npm that runs this program: what that one says of
 * its own package must not reach it.
 *
 * @param {NodeJS.ProcessEnv} [more] variables to add
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnv(more = {}) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name),
  );
  return { ...Object.fromEntries(own), ...more };
}

/**
 * Runs npm quietly in a folder.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, doing: string }} options
 * @throws {Trouble} a sentence that says why it failed, with npm's own words unless the network is the reason
 */
export async function npm(args, { cwd, env = npmEnv(), doing }) {
  try {
    await runCommand('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env, doing });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    if (OFFLINE.test(error.output)) {
      throw new Trouble(`the npm registry could not be reached while ${doing}; connect to the network and try again.`);
    }
    throw new Trouble(`npm failed while ${doing}; it said:\n${error.gist}`);
  }
}
