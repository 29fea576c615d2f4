import fc from 'fast-check';
import { globs, type World } from './libraryWorld.js';
import type { Trouble } from './memoryFiles.js';

const folders = ['mem:/one', 'mem:/two', 'mem:/one/sub', 'mem:/one/sub/x'];
const names = ['a.md', 'A.md', 'b.md', 'note.markdown', 'plain.txt', '큐.md', '큐.md'.normalize('NFD')];
const texts = [
  '# Queue\n\nFirst in, first out. See [[Stack]].\n\n## Pros\n\n- fair\n\n## Cons\n\n- slow\n',
  '# Stack\n\nLast in.\n\n## Good\n\n- simple\n',
  '---\ntags: [data]\n---\n# 큐(Queue)\n\n## 장점\n\n- 공정하다\n\n## Deque\n\nBoth ends, see [the stack](a.md#stack).\n',
  '---\ncategories: [Data, 자료]\ntitle: Heap\n---\n\nNo heading here, only text.\n',
  '# One\n\n# Two\n\n- **Pros**: quick\n- **Cons**: large\n',
  '',
  '# Queue\n\n[[큐]]\n',
];
/** One thing that happens. */
class Step implements fc.AsyncCommand<object, World> {
  readonly #name: string;
  readonly #do: (world: World) => unknown;

  constructor(name: string, what: (world: World) => unknown) {
    this.#name = name;
    this.#do = what;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, world: World): Promise<void> {
    await this.#do(world);
  }

  toString(): string {
    return this.#name;
  }
}

const folder = fc.constantFrom(...folders, 'mem:/two/moved', 'mem:/one/SUB');
const freshFile = fc
  .tuple(folder, fc.constantFrom(...names))
  .map(([place, name]) => `${place}/${encodeURIComponent(name)}`);
const text = fc.constantFrom(...texts);

/** What happens to one of the files that there are then. */
function toFile<T>(name: string, what: fc.Arbitrary<T>, run: (world: World, uri: string, what: T) => unknown) {
  return fc.tuple(fc.nat(1000), what).map(
    ([index, chosen]) =>
      new Step(`${name} #${index} ${JSON.stringify(chosen)}`, (world) => {
        const uri = world.pick(index);
        return uri === undefined ? undefined : run(world, uri, chosen);
      }),
  );
}

/** Something that happens more often than others. */
const often = <T>(what: T, times = 2): T[] => Array.from({ length: times }, () => what);

const writing = fc
  .tuple(freshFile, text)
  .map(([uri, what]) => new Step(`write ${uri} ${JSON.stringify(what)}`, (world) => world.write(uri, what)));

/** Files that there are when the window opens. */
export const firstFiles = fc.array(fc.tuple(freshFile, text), { minLength: 4, maxLength: 10 });

/** All that can happen, in any order. */
export const steps = fc.commands(
  [
    ...often(writing, 2),
    ...often(toFile('edit', text, (world, uri, what) => world.write(uri, what))),
    ...often(
      toFile('change a letter', fc.constant(undefined), (world, uri) => world.changeLetter(uri)),
      3,
    ),
    toFile('rename', freshFile, (world, uri, to) => world.rename(uri, to)),
    toFile('twin', fc.constantFrom('case' as const, 'NFC' as const, 'NFD' as const), (world, uri, kind) =>
      world.renameToTwin(uri, kind),
    ),
    toFile('delete', fc.constant(undefined), (world, uri) => world.remove(uri)),
    fc
      .tuple(folder, fc.option(fc.constantFrom('mem:/two/moved', 'mem:/one/SUB', 'mem:/one/sub'), { freq: 2 }))
      .map(([from, to]) => new Step(`move ${from} ${to}`, (world) => world.moveFolder(from, to ?? undefined))),
    toFile('type', fc.option(text), (world, uri, what) => world.type(uri, what ?? undefined)),
    toFile('trouble', fc.constantFrom<Trouble>('state', 'read'), (world, uri, what) => world.trouble(uri, what)),
    fc
      .tuple(folder, fc.option(fc.constantFrom<Trouble>('state', 'list', 'read')))
      .map(([place, what]) => new Step(`trouble ${place} ${what}`, (world) => world.trouble(place, what ?? undefined))),
    fc.constant(new Step('heal', (world) => world.files.troubles.clear())),
    ...often(
      fc.integer({ min: 1, max: 5 }).map((count) => new Step(`tell ${count}`, (world) => world.tell(count))),
      3,
    ),
    fc.integer({ min: 1, max: 20 }).map(
      (turns) =>
        new Step(`wait ${turns}`, async () => {
          for (let turn = 0; turn < turns; turn += 1) {
            await Promise.resolve();
          }
        }),
    ),
    fc.constant(new Step('wait for all', (world) => world.window.reader.whole())),
    ...often(toFile('open', fc.constant(undefined), (world, uri) => void world.window.reader.settle(uri))),
    fc.constant(new Step('keep', (world) => world.keep())),
    fc.constant(new Step('pause', (world) => world.window.reader.pause())),
    fc.constant(new Step('resume', (world) => world.window.reader.resume())),
    fc
      .tuple(fc.integer({ min: 0, max: globs.length - 1 }), fc.boolean(), fc.constantFrom({}, { pros: ['Good'] }))
      .map(
        ([glob, isSecond, words]) =>
          new Step(`settings ${glob} ${isSecond} ${JSON.stringify(words)}`, (world) =>
            world.change(glob, isSecond, words),
          ),
      ),
    fc
      .tuple(fc.constantFrom(0, 1, Infinity), fc.boolean())
      .map(([room, isDamaged]) => new Step(`restart ${room} ${isDamaged}`, (world) => world.restart(room, isDamaged))),
    ...often(fc.constant(new Step('later', (world) => (world.files.clock += 5_000)))),
    fc.constant(new Step('clock goes back', (world) => world.turnBack())),
  ],
  { maxCommands: 32, size: 'max' },
);
