// @ts-check
import { spawn } from 'node:child_process';
import { atEnd } from './clean-up.mjs';
import { signalGroup } from './process-tree.mjs';

/** How long a silent step may take before a line says that it is still at work. */
const HEARTBEAT_MS = 15_000;

/** A command that ended with another code than 0, or could not be started. */
export class CommandFailed extends Error {
  /**
   * @param {string} command what was run
   * @param {string} output what it printed
   */
  constructor(command, output) {
    super(`${command} failed`);
    this.output = output;
  }

  /** The lines that speak of errors, or else the last ones. */
  get gist() {
    const lines = this.output.trimEnd().split('\n');
    const errors = lines.filter((line) => /error/i.test(line));
    return errors.length > 0 ? errors.slice(0, 12).join('\n') : lines.slice(-12).join('\n');
  }
}

/**
 * Runs a command quietly; while it is silent, a line on standard error every 15 seconds says that it still is at work.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, doing?: string }} [options] `doing` is what the heartbeat says
 * @returns {Promise<string>} what it printed
 */
export function runCommand(command, args, { cwd, env = process.env, doing } = {}) {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    // npm is a `.cmd` file on Windows, which only a shell can start. Elsewhere the command gets a process group of its
    // own, so that all of it ends when this process is stopped.
    const shell = windows && command === 'npm';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell, detached: !windows });
    const endGroup = atEnd(() => {
      if (child.pid !== undefined && !windows) signalGroup(child.pid, 'SIGKILL');
    });
    const started = Date.now();
    let output = '';
    const heartbeat = setInterval(() => {
      if (doing) console.error(`  … still ${doing} (${Math.round((Date.now() - started) / 1000)} s)`);
    }, HEARTBEAT_MS);
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      clearInterval(heartbeat);
      endGroup();
      reject(new CommandFailed([command, ...args].join(' '), `${output}${error.message}`));
    });
    child.on('close', (code) => {
      clearInterval(heartbeat);
      endGroup();
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command, ...args].join(' '), output));
    });
  });
}
