// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the module that {@link writeTestModule} writes prints when the tests have come to their end. VS Code reports an
 * extension host that died as code 0, as if its tests had passed; only this line tells the two apart.
 */
export const END_OF_TESTS = '[yojeom] the tests have come to their end';

/** Replaces `run` of a module by one that prints {@link END_OF_TESTS}. */
const TRAILER = `
;{
  const { run } = module.exports;
  module.exports = {
    async run() {
      try {
        await run();
      } finally {
        console.log(${JSON.stringify(END_OF_TESTS)});
      }
    },
  };
}
`;

/**
 * Writes a module that runs the tests of another and says when they have ended.
 *
 * @param {'node' | 'web'} host
 * @param {string} tests a CommonJS module that exports `run(): Promise<void>`
 * @param {string} folder where to write it
 * @returns {string} the module to run instead
 */
export function writeTestModule(host, tests, folder) {
  const file = path.join(folder, 'yojeom-tests.cjs');
  // The web-worker host has no `require` for files: there the whole bundle is copied.
  const module = host === 'web' ? readFileSync(tests, 'utf8') : `module.exports = require(${JSON.stringify(tests)});`;
  writeFileSync(file, module + TRAILER);
  return file;
}
