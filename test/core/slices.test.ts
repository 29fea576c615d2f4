import { assert } from 'chai';
import { Slices, sliceMilliseconds } from '../../src/core/slices.js';

describe('Slices of long work', () => {
  let time: number;
  let turns: number;
  let slices: Slices;

  beforeEach(() => {
    time = 1000;
    turns = 0;
    slices = new Slices(
      () =>
        new Promise((resolve) => {
          setImmediate(() => {
            turns += 1;
            resolve();
          });
        }),
      () => time,
    );
  });

  it('begin after a turn, and go on as long as they are short', async () => {
    assert.isTrue(slices.isOver);
    await slices.pauseIfOver();
    assert.equal(turns, 1);
    time += sliceMilliseconds;
    await slices.pauseIfOver();
    assert.equal(turns, 1);
    time += 1;
    await slices.pauseIfOver();
    assert.equal(turns, 2);
  });

  it('begin at once where someone waits', async () => {
    slices.begin();
    await slices.pauseIfOver();
    assert.equal(turns, 0);
  });

  it('of several works come one by one, each after a turn of its own', async () => {
    const done: string[] = [];
    const work = async (name: string): Promise<void> => {
      for (let slice = 1; slice <= 2; slice += 1) {
        await slices.next();
        done.push(`${name}${slice} in turn ${turns}`);
      }
    };
    await Promise.all([work('a'), work('b')]);
    assert.deepEqual(done, ['a1 in turn 1', 'b1 in turn 2', 'a2 in turn 3', 'b2 in turn 4']);
  });

  it('come first where they are urgent', async () => {
    const done: string[] = [];
    const one = async (name: string, isUrgent: boolean): Promise<void> => {
      await slices.next(isUrgent);
      done.push(name);
    };
    await Promise.all([one('reading', false), one('linking', false), one('search', true)]);
    assert.deepEqual(done, ['search', 'reading', 'linking']);
  });
});
