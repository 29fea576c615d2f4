import 'mocha/mocha.js';
import type { MochaOptions } from 'mocha';

/** The build of mocha for browsers: it needs no files and no Node, so one entry serves both extension hosts. */
interface BrowserMocha {
  setup(options: MochaOptions): void;
  run(done: (failures: number) => void): { readonly stats?: { readonly tests: number } };
}

/** Runs the suite inside VS Code. Rejects when a test failed, and when there was none. */
export async function run(): Promise<void> {
  const { mocha } = globalThis as unknown as { mocha: BrowserMocha };
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 20_000 });
  // Before anything else happens.
  await import('./unused.test.js');
  // Before the installed extension runs and reads the same folders.
  await import('./faults.test.js');
  await import('./linkedFolders.test.js');
  await import('./hiddenFiles.test.js');
  await import('./faultyStorage.test.js');
  await import('./unusualNotes.test.js');
  await import('./askedPlaces.test.js');
  await import('./pausedReading.test.js');
  await import('./fileThread.test.js');
  await import('./started.test.js');
  await import('./leaks.test.js');
  await import('./extension.test.js');
  await import('./notes.test.js');
  await import('./tree.test.js');
  await import('./page.test.js');
  await import('./search.test.js');
  await import('./searchHistory.test.js');
  await import('./searchLive.test.js');
  await import('./problems.test.js');
  await import('./source.test.js');
  await new Promise<void>((resolve, reject) => {
    const runner = withLocation(() =>
      mocha.run((failures) => {
        if (failures > 0) {
          reject(new Error(`${failures} tests failed`));
        } else if ((runner.stats?.tests ?? 0) === 0) {
          reject(new Error('No test was found'));
        } else {
          resolve();
        }
      }),
    );
  });
}

/** This build of mocha reads its options from the page's address, and Node has none. */
function withLocation<T>(run: () => T): T {
  const host = globalThis as { location?: { readonly search: string } };
  if (host.location) {
    return run();
  }
  host.location = { search: '' };
  try {
    return run();
  } finally {
    delete host.location;
  }
}
