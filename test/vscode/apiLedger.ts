import * as vscode from 'vscode';

/** Something that the extension has of the editor until it gives it back. */
interface Entry {
  readonly what: string;
}

/** Where the function was called that calls this. */
function caller(): string {
  return new Error().stack?.split('\n')[3] ?? '';
}

/** The script of a place in a stack. */
const scriptOf = (place = ''): string | undefined => /([^\s()]+?):\d+:\d+\)?$/u.exec(place)?.[1];

const ownScript = scriptOf(new Error().stack?.split('\n')[1]);

/** Whether a place is in the tests’ own build of the extension, and not in the installed one or in the editor. */
export function isOurs(place: string): boolean {
  return ownScript !== undefined && scriptOf(place) === ownScript;
}

/** What can be made once only, and the installed extension has made: here they are made for show. */
const standIns: Readonly<Record<string, () => object>> = {
  createOutputChannel: () => ({ warn: () => undefined, error: () => undefined }),
  createTreeView: () => ({
    selection: [],
    visible: false,
    onDidChangeSelection: noEvent,
    onDidChangeVisibility: noEvent,
    reveal: () => Promise.resolve(),
  }),
  registerWebviewPanelSerializer: () => ({}),
  registerWebviewViewProvider: () => ({}),
};

const noEvent = (): vscode.Disposable => new vscode.Disposable(() => undefined);

type Callable = (...given: unknown[]) => unknown;

/** By which files can be asked for, besides `workspace.fs`. */
const askingForFiles = ['findFiles', 'openTextDocument'];

/**
 * Writes down what the extension takes from the editor and from its host, and has not given back: watchers, listeners,
 * commands, views, timers, what is shown to be under way. Also which files it asked for.
 */
export class ApiLedger implements vscode.Disposable {
  readonly #open = new Set<Entry>();
  readonly #timers = new Map<unknown, Entry & { readonly wait: number }>();
  readonly #undo: (() => void)[] = [];
  /** How often each was taken. */
  readonly taken = new Map<string, number>();
  /** What was given to each function that was called last. */
  readonly given = new Map<string, readonly unknown[]>();
  /** What each function gave last. */
  readonly made = new Map<string, object>();
  /** Files and folders that were asked for: the function, and what it was given. */
  readonly asked: { readonly what: string; readonly of: string }[] = [];

  constructor() {
    for (const [name, space] of Object.entries({
      workspace: vscode.workspace,
      window: vscode.window,
      languages: vscode.languages,
      commands: vscode.commands,
    })) {
      this.#watchSpace(name, space);
    }
    this.#watchProgress();
    this.#watchFiles();
    this.#watchTimers();
  }

  /** What was taken and not given back. */
  open(): string[] {
    return [...this.#open, ...this.#timers.values()].map(({ what }) => what).sort();
  }

  /**
   * Timers that did not fire yet and were not ended.
   *
   * @param least Least time for which they were set, in milliseconds.
   * @param most Most such time.
   */
  timers(least: number, most: number): string[] {
    return [...this.#timers.values()].filter(({ wait }) => wait >= least && wait <= most).map(({ what }) => what);
  }

  dispose(): void {
    this.#undo.forEach((undo) => {
      undo();
    });
  }

  #watchSpace(space: string, holder: object): void {
    for (const name of Object.keys(holder).filter((key) => /^(?:create|register|on(?:Did|Will))/u.test(key))) {
      this.#replace(holder, name, (before) => (...given) => {
        if (!isOurs(caller())) {
          return before(...given);
        }
        return this.#noted(`${space}.${name}`, given, (args) => (standIns[name] ?? (() => before(...args)))());
      });
    }
  }

  /** Calls something and notes down what it gives, until that is disposed of. */
  #noted(what: string, given: readonly unknown[], call: (given: readonly unknown[]) => unknown): unknown {
    this.given.set(what, given);
    // The installed extension has the commands' own names.
    const args = what === 'commands.registerCommand' ? [`${String(given[0])}.again`, ...given.slice(1)] : given;
    const result = call(args);
    if (typeof result !== 'object' || result === null || result instanceof Promise) {
      return result;
    }
    const entry = this.#take(what, what.endsWith('registerCommand') ? ` ${String(given[0])}` : '');
    const noted = new Proxy(result, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (property !== 'dispose') {
          return typeof value === 'function' ? (value as Callable).bind(target) : value;
        }
        return () => {
          this.#open.delete(entry);
          return typeof value === 'function' ? (value as Callable).call(target) : undefined;
        };
      },
      set: (target, property, value) => Reflect.set(target, property, value, target),
    });
    this.made.set(what, noted);
    return noted;
  }

  /** Counts what was taken, and has it open. */
  #take(what: string, which = ''): Entry {
    const entry = { what: what + which };
    this.#open.add(entry);
    this.taken.set(what, (this.taken.get(what) ?? 0) + 1);
    return entry;
  }

  /** What is shown to be under way is given back when it has come to its end, be it a bad one. */
  #watchProgress(): void {
    this.#replace(vscode.window, 'withProgress', (before) => (...given) => {
      if (!isOurs(caller())) {
        return before(...given);
      }
      const entry = this.#take('window.withProgress');
      const close = (): boolean => this.#open.delete(entry);
      const ended = before(...given) as Thenable<unknown>;
      ended.then(close, close);
      return ended;
    });
  }

  #watchFiles(): void {
    const noted =
      (what: string) =>
      (before: Callable): Callable =>
      (...given) => {
        if (isOurs(caller())) {
          this.asked.push({ what, of: String(given[0]) });
        }
        return before(...given);
      };
    for (const name of askingForFiles) {
      this.#replace(vscode.workspace, name, noted(name));
    }
    // Its functions cannot be replaced, but all of it can.
    const files = { ...vscode.workspace.fs };
    for (const name of Object.keys(files)) {
      this.#replace(files, name, noted(`fs.${name}`));
    }
    const own = Object.getOwnPropertyDescriptor(vscode.workspace, 'fs');
    if (!own) {
      throw new Error('The files of the workspace are elsewhere than they were');
    }
    Object.defineProperty(vscode.workspace, 'fs', { configurable: true, enumerable: true, get: () => files });
    this.#undo.push(() => Object.defineProperty(vscode.workspace, 'fs', own));
  }

  #watchTimers(): void {
    for (const [make, clear] of [
      ['setTimeout', 'clearTimeout'],
      ['setInterval', 'clearInterval'],
    ] as const) {
      this.#replace(globalThis, make, (before) => (run, ...rest) => {
        const place = caller();
        if (!isOurs(place)) {
          return before(run, ...rest);
        }
        const id = before(
          (...given: unknown[]) => {
            if (make === 'setTimeout') {
              this.#timers.delete(id);
            }
            (run as Callable)(...given);
          },
          ...rest,
        );
        this.#timers.set(id, { what: `${make} ${place.trim()}`, wait: Number(rest[0] ?? 0) });
        this.taken.set(make, (this.taken.get(make) ?? 0) + 1);
        return id;
      });
      this.#replace(globalThis, clear, (before) => (id) => {
        this.#timers.delete(id);
        return before(id);
      });
    }
  }

  #replace(holder: object, name: string, make: (before: Callable) => Callable): void {
    const own = Object.getOwnPropertyDescriptor(holder, name);
    // What has a getter is not there for every extension. In a worker, timers are those of a prototype.
    const before: unknown = own ? own.value : Reflect.get(holder, name);
    if (typeof before === 'function') {
      const value = make((before as Callable).bind(holder));
      Object.defineProperty(holder, name, { configurable: true, enumerable: true, writable: true, ...own, value });
      this.#undo.push(() => (own ? Object.defineProperty(holder, name, own) : Reflect.deleteProperty(holder, name)));
    }
  }
}
