import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type FrameLocator, type Locator, type Page, chromium } from 'playwright-core';
import { ensureBrowser } from '../host/browser.mjs';
import { installFolder } from '../host/development-install.mjs';
import { repo } from '../host/paths.mjs';
import { temporaryFolder } from '../host/temporary-folder.mjs';
import { type RunningServer, type UserSettings, NO_GALLERY, startServer } from '../host/vscode-server.mjs';
import { emptyFolder } from './notesFolder.js';

/** The colour themes of VS Code, by what they are for. */
const THEMES = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  'hc-light': 'Default High Contrast Light',
  'hc-dark': 'Default High Contrast',
} as const;

/** The built-in extensions that a window has here: colours, icons and the languages that tests write in. */
const BUILTIN_EXTENSIONS = [
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
  'markdown-basics',
  'typescript-basics',
];

export interface WorkbenchOptions {
  /** The folder to open; without one, the window is empty. */
  readonly folder?: string;
  /** The `.code-workspace` file to open instead of a folder. */
  readonly workspace?: string;
  readonly theme?: keyof typeof THEMES;
  /** The language of the extension; VS Code's own words stay English, as no language pack is installed. */
  readonly locale?: 'en' | 'ko';
  readonly width?: number;
  readonly height?: number;
  readonly userSettings?: UserSettings;
  /** Whether the window asks if its folder is trusted. Such a window is to be a test's own. */
  readonly asksForTrust?: boolean;
  /** Whether no other test may have had the window, or may have it afterwards: what is moved or opened in it would stay. */
  readonly isOwn?: boolean;
}

/** A server and a browser for all tests of a process. */
interface Stage {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly removeData: () => void;
  /** The tab of the last test that has passed, for each language, and the window that is open in it. */
  readonly idle: Map<Tab['locale'], IdleTab>;
}

/** A tab that the next test may have. */
interface IdleTab {
  readonly tab: Tab;
  /** Nothing where no window is open in it. */
  readonly options: WorkbenchOptions | undefined;
}

/** A tab of the browser. */
interface Tab {
  readonly page: Page;
  readonly locale: 'en' | 'ko';
}

let stage: Promise<Stage> | undefined;

/** How often a window has been given other settings. */
let changes = 0;

/**
 * Prepares the server and the browser with a packaged extension instead of this repository's build. Call it before the
 * first window is opened.
 *
 * @param vsix The package.
 */
export async function openStageWith(vsix: string): Promise<void> {
  stage = setStage(vsix);
  await stage;
}

/** Where {@link Workbench.screenshot} puts its pictures. */
export const screenshots = path.join(repo, 'dist-test', 'screenshots');

/**
 * Opens a VS Code that has the extension. A start of VS Code takes as long as several tests, so a test goes on in the
 * window of the one before, where that had the same folder and language: without its editors, and with its own settings.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  stage ??= setStage();
  const { server, idle } = await stage;
  const locale = options.locale ?? 'en';
  // Of those of the folder an open window hears when they change, of those of the user it does not.
  const { folder } = options;
  server.writeSettings({
    ...settingsOf(folder === undefined ? options : {}),
    ...(options.asksForTrust === true ? { 'security.workspace.trust.enabled': true } : {}),
  });
  const title = folder === undefined ? undefined : writeFolderSettings(folder, settingsOf(options));
  const known = idle.get(locale);
  if (known?.options && isSameWindow(known.options, options)) {
    await known.tab.page.setViewportSize(sizeOf(options));
    if (title !== undefined) await known.tab.page.waitForFunction((read) => document.title === read, title);
    await untilAtRest(known.tab.page.locator('.sidebar .monaco-list-row'));
    return new Workbench(known.tab, options);
  }
  const tab = await takeTab(await stage, locale);
  const { page } = tab;
  await page.setViewportSize(sizeOf(options));
  const address = new URL(server.url);
  if (options.folder !== undefined) address.searchParams.set('folder', options.folder);
  if (options.workspace !== undefined) address.searchParams.set('workspace', options.workspace);
  await page.goto(address.href);
  await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0);
  return new Workbench(tab, options);
}

/** Waits until rows have stood still for a moment: a click on one that moves would hit another. */
async function untilAtRest(rows: Locator): Promise<void> {
  let shown = '';
  let looks = 0;
  while (looks < 6) {
    const now = (await rows.allInnerTexts()).join('\n');
    looks = now === shown ? looks + 1 : 0;
    shown = now;
    await pause(50);
  }
}

/** Whether the window of one test does for another. */
function isSameWindow(one: WorkbenchOptions, other: WorkbenchOptions): boolean {
  if (one.isOwn === true || other.isOwn === true) return false;
  if (one.folder !== undefined) return one.folder === other.folder;
  return (
    other.folder === undefined &&
    one.workspace === other.workspace &&
    JSON.stringify(settingsOf(one)) === JSON.stringify(settingsOf(other))
  );
}

function sizeOf({ width = 1280, height = 800 }: WorkbenchOptions): { width: number; height: number } {
  return { width, height };
}

/**
 * Writes the settings of a folder.
 *
 * @returns The title by which a window of the folder shows that it has read them.
 */
function writeFolderSettings(folder: string, settings: UserSettings): string {
  changes += 1;
  const title = `Settings ${changes}`;
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ ...settings, 'window.title': title }));
  return title;
}

function settingsOf({ theme = 'light', userSettings }: WorkbenchOptions): UserSettings {
  return {
    'workbench.colorTheme': THEMES[theme],
    // A webview that takes the focus late, on a busy machine, must not close the quick pick that a test has opened.
    'workbench.quickOpen.closeOnFocusLost': false,
    // Costs of every start that no test is about.
    'workbench.editor.languageDetection': false,
    'workbench.reduceMotion': 'on',
    ...userSettings,
  };
}

/**
 * A tab that remembers nothing. The last one starts VS Code in a third of the time that a new one takes, since it has
 * compiled its scripts.
 */
async function takeTab({ browser, server, idle }: Stage, locale: Tab['locale']): Promise<Tab> {
  const known = idle.get(locale)?.tab;
  if (known) {
    // Leaving the page ends its extension host; a tab that is closed leaves it running for hours.
    await known.page.goto('about:blank');
    idle.set(locale, { tab: known, options: undefined });
    const session = await known.page.context().newCDPSession(known.page);
    const origin = new URL(server.url).origin;
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,indexeddb,local_storage' });
    await session.detach();
    return known;
  }
  const context = await browser.newContext({ locale });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // The page takes the language that VS Code and the extensions get from here. The server sets it only when a language
  // pack is installed, and those come from a marketplace.
  await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};`);
  // On a machine that was busy with other things, a page has kept still for half a minute.
  context.setDefaultTimeout(60_000);
  return { page: await context.newPage(), locale };
}

/**
 * Ends the server and the browser; call it once, after the last test of a file. Where a process of mocha's runs several
 * files, those that follow go on with them, for they take as long to start as some tests; they end with the process.
 */
export async function closeStage(): Promise<void> {
  if (process.env['MOCHA_WORKER_ID'] !== undefined) {
    return;
  }
  const { server, browser, removeData } = (await stage) ?? {};
  stage = undefined;
  await browser?.close();
  await server?.stop();
  removeData?.();
}

/** One open window of VS Code. */
export class Workbench {
  readonly page: Page;
  readonly #tab: Tab;
  readonly #options: WorkbenchOptions;

  constructor(tab: Tab, options: WorkbenchOptions) {
    this.#tab = tab;
    this.#options = options;
    this.page = tab.page;
  }

  /** Runs a command by its title in the command palette, such as `Yojeom: Find Concept`. */
  async command(title: string): Promise<void> {
    await this.openQuickInput('F1');
    await this.quickInput.fill(`>${title}`);
    // Not by a click: the mouse would stay there and mark a row of what the command shows.
    await this.rows.first().filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /**
   * Opens a quick pick by its key. The key is lost where another quick pick is only just going. It is not given again too
   * soon: the search that a busy machine opens late would be opened twice, and what was typed into the first be lost.
   */
  async openQuickInput(key: string): Promise<void> {
    const isOpen = (): Promise<boolean> =>
      this.quickInput.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < 3; tries += 1) {
      await this.page.keyboard.press(key);
      if (await isOpen()) return;
    }
    throw new Error(`${key} opens no quick pick.`);
  }

  /** Gives the open window another theme, as a user does. */
  async setTheme(theme: keyof typeof THEMES): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+T');
    await this.quickInput
      .and(this.page.locator('[placeholder^="Select Color Theme"], [aria-label*="Color Theme"]'))
      .waitFor();
    await this.quickInput.fill(THEMES[theme]);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: THEMES[theme] }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Closes what is open over the window and among its editors. */
  async closeEditors(): Promise<void> {
    // The first may only end the composing of a letter.
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    await this.quickInput.waitFor({ state: 'hidden', timeout: 5_000 });
    await this.command('View: Close All Editors');
    await this.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached', timeout: 5_000 });
    if ((await this.page.locator('.notification-toast').count()) > 0) {
      await this.command('Notifications: Clear All Notifications');
    }
  }

  /** Shows the extension's view in the side bar. */
  openView(): Promise<void> {
    return this.#showInSideBar('yojeom');
  }

  /** What the rows of the extension's tree say, from the top. */
  treeLabels(): Promise<string[]> {
    return this.page.locator('.pane-body .monaco-list-row .label-name').allInnerTexts();
  }

  /** Shows the files of the folder in the side bar. */
  openExplorer(): Promise<void> {
    return this.#showInSideBar('explorer-view-icon');
  }

  async #showInSideBar(iconClass: string): Promise<void> {
    const icon = this.page.locator('.activitybar .action-item', { has: this.page.locator(`[class*="${iconClass}"]`) });
    // A click on the icon of the view that is there would hide it.
    if ((await icon.and(this.page.locator('.checked')).count()) === 0) {
      await icon.click();
    }
  }

  /** The text box of an open quick pick or of the command palette. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
  }

  /** The rows that an open quick pick shows. */
  get rows(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** The document inside the webview that is shown last. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('#active-frame');
  }

  /** Writes a picture of the window to `dist-test/screenshots/NAME.png`; returns the path. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshots, { recursive: true });
    const file = path.join(screenshots, `${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    return file;
  }

  /** Closes the window; of a failed test it leaves a picture behind. */
  async close(test?: { readonly state?: string | undefined; readonly title: string }): Promise<void> {
    // Of a test that will be tried again, mocha tells no state.
    if (test && test.state !== 'passed' && test.state !== 'pending') {
      await this.#record(test.title);
    }
    const opened = await stage;
    this.page.removeAllListeners('console');
    // What a test leaves must be gone before the next one writes its notes.
    const isIdle = test?.state === 'passed' && (await this.#isLeftEmpty());
    if (opened && isIdle) {
      opened.idle.set(this.#tab.locale, { tab: this.#tab, options: this.#options });
    } else {
      opened?.idle.delete(this.#tab.locale);
      await this.page.context().close();
    }
  }

  /**
   * Keeps a picture of a window in which a test has failed, and prints its words: all that is known of it where pictures
   * are not kept. A window that gives no answer is not waited for, so that the test can be tried again.
   */
  async #record(title: string): Promise<void> {
    const recorded = async (): Promise<string> => {
      await this.screenshot(`failed ${title.replace(/[^\p{L}\p{N}]+/gu, '-')}`);
      return `the window says\n${await this.#words()}`;
    };
    const late = pause(15_000, 'the window gives no answer', { ref: false });
    console.log(`    ${title}: ${await Promise.race([recorded(), late]).catch(String)}`);
  }

  /** What is written in the window and in its pages. */
  async #words(): Promise<string> {
    const shown = this.page.frames().filter((frame) => !frame.url().includes('webWorkerExtensionHost'));
    const texts = shown.map(async (frame) => {
      const text = await frame.evaluate(() => document.body.innerText).catch(String);
      return text.replace(/\s*\n\s*/gu, ' | ');
    });
    return (await Promise.all(texts)).filter((text) => text !== '').join('\n');
  }

  /** Closes what is open and takes the notes away, with what the tree remembers of them; false where something stays. */
  async #isLeftEmpty(): Promise<boolean> {
    try {
      await this.closeEditors();
      const { folder } = this.#options;
      if (folder !== undefined) {
        await this.openView();
        emptyFolder(folder);
        writeFolderSettings(folder, { 'yojeom.bundledNotes': 'never' });
        await this.page.locator('.welcome-view .monaco-button').first().waitFor({ timeout: 5_000 });
      }
      return true;
    } catch {
      return false;
    }
  }
}

async function setStage(vsix?: string): Promise<Stage> {
  const executable = await ensureBrowser();
  const { folder: serverDataDir, remove: removeData } = temporaryFolder('ui');
  if (vsix === undefined) {
    installFolder(repo, path.join(serverDataDir, 'extensions'));
    installFolder(path.join(repo, 'test', 'ui', 'virtualFiles'), path.join(serverDataDir, 'extensions'));
  }
  // What is packaged is tried beside all that users have.
  const parts = vsix === undefined ? { builtinExtensions: BUILTIN_EXTENSIONS } : { vsix };
  const server = await startServer({ serverDataDir, env: NO_GALLERY, workspaceTrust: true, ...parts });
  return { server, browser: await chromium.launch(executable), removeData, idle: new Map() };
}
