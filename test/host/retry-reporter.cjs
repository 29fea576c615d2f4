// @ts-check
'use strict';

// @ts-expect-error TypeScript takes no `require` here for what it is, which mocha needs its reporters to be loaded by.
const { Runner, reporters } = require('mocha');

/** Mocha's own reporter says nothing of a test that passed only when it was tried again; this one does, and counts them. */
class RetryReporter extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    let count = 0;
    runner.on(Runner.constants.EVENT_TEST_RETRY, (test, error) => {
      count += 1;
      console.log(`    ↻ ${test.title}: ${error.stack ?? error.message}`);
    });
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      if (count > 0) console.log(`  ${count} tried again\n`);
    });
  }
}

module.exports = RetryReporter;
