import fc from 'fast-check';
import { freshSeed } from '../search/seededRandom.js';
import { steps, World } from './libraryModel.js';

const seed = freshSeed();

describe(`A library and its files, whatever happens (seed ${seed})`, () => {
  for (const [what, foldsNames, manyNotes] of [
    ['names that differ in letter case are two files', false, 64],
    ['names that differ in letter case are one file', true, 64],
    ['the names of all notes come first', false, 1],
  ] as const) {
    it(`are the same in the end where ${what}`, async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (commands) => {
          const world = new World(foldsNames, manyNotes);
          void world.window.scan(world);
          await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
          await world.check();
        }),
        { numRuns: 700, seed },
      );
    }).timeout(120_000);
  }
});
