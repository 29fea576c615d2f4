import assert from 'node:assert/strict';
import fc from 'fast-check';
import { freshSeed } from '../search/seededRandom.js';
import { firstFiles, steps } from './libraryModel.js';
import { World } from './libraryWorld.js';

const seed = freshSeed();

/** How often each must have happened in 700 sequences, so that they are worth something. */
const least = {
  create: 1000,
  edit: 500,
  'change a letter': 500,
  rename: 150,
  'change case': 50,
  'change normal form': 10,
  delete: 150,
  'move folder': 10,
  'delete folder': 50,
  type: 100,
  'trouble with read': 100,
  'trouble with state': 100,
  'trouble with list': 50,
  'change settings': 150,
  keep: 150,
  restart: 50,
};

describe(`A library and its files, whatever happens (seed ${seed})`, () => {
  for (const [what, foldsNames, manyNotes] of [
    ['names that differ in letter case are two files', false, 64],
    ['names that differ in letter case are one file', true, 64],
    ['the names of all notes come first', false, 1],
  ] as const) {
    it(`are the same in the end where ${what}`, async () => {
      const done = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(firstFiles, steps, async (files, commands) => {
          const world = new World(foldsNames, manyNotes);
          files.forEach(([uri, text]) => world.write(uri, text));
          world.files.clock += 10_000;
          world.untold = [];
          void world.window.scan(world);
          await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
          await world.check();
          world.done.forEach((count, step) => done.set(step, (done.get(step) ?? 0) + count));
        }),
        { numRuns: 700, seed },
      );
      for (const [step, count] of Object.entries(least)) {
        assert.ok((done.get(step) ?? 0) >= count, `“${step}” happened ${done.get(step) ?? 0} times`);
      }
    }).timeout(240_000);
  }
});
