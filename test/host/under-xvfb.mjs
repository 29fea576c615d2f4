#!/usr/bin/env node
// @ts-check
// Starts the desktop VS Code that YOJEOM_DESKTOP names on a virtual display: `runTests` of @vscode/test-electron can be
// handed one executable only.
import { spawn } from 'node:child_process';

const desktop = process.env['YOJEOM_DESKTOP'];
if (desktop === undefined) throw new Error('YOJEOM_DESKTOP is not set');
const child = spawn('xvfb-run', ['--auto-servernum', desktop, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`yojeom: xvfb-run could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
