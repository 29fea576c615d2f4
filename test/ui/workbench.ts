import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type FrameLocator, type Locator, type Page, chromium } from 'playwright-core';
import { ensureBrowser } from '../host/browser.mjs';
import { installFolder } from '../host/development-install.mjs';
import { repo } from '../host/paths.mjs';
import { temporaryFolder } from '../host/temporary-folder.mjs';
import { type RunningServer, type UserSettings, NO_GALLERY, startServer } from '../host/vscode-server.mjs';

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
}

/** A server and a browser for all tests of a process. */
interface Stage {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly removeData: () => void;
  /** The tab of the last test that has passed, for each language, with what is open in it. */
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
 * Opens a VS Code that has the extension and remembers nothing of earlier ones. Where the last test had the very same
 * folder and options, its window goes on without its editors: tests that share a folder must not mind that.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  stage ??= setStage();
  const { server, idle: tabs } = await stage;
  const locale = options.locale ?? 'en';
  const idle = tabs.get(locale);
  if (idle?.options && options.folder !== undefined && sameWindow(idle.options, options)) {
    const workbench = new Workbench(idle.tab, options);
    await workbench.closeEditors();
    return workbench;
  }
  server.writeSettings(settingsOf(options));
  const tab = await takeTab(await stage, locale);
  const { page } = tab;
  await page.setViewportSize({ width: options.width ?? 1280, height: options.height ?? 800 });
  const address = new URL(server.url);
  if (options.folder !== undefined) address.searchParams.set('folder', options.folder);
  if (options.workspace !== undefined) address.searchParams.set('workspace', options.workspace);
  await page.goto(address.href);
  await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0);
  return new Workbench(tab, options);
}

/** Whether what is open for one test would do for another, but for its size. */
function sameWindow(one: WorkbenchOptions, other: WorkbenchOptions): boolean {
  const [a, b] = [one, other].map(({ width: _width, height: _height, ...options }) => JSON.stringify(options));
  return a === b;
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
  // Leaving the page ends its extension host; a tab that is closed leaves it running for hours.
  for (const [language, { tab }] of idle) {
    await tab.page.goto('about:blank');
    idle.set(language, { tab, options: undefined });
  }
  const known = idle.get(locale)?.tab;
  if (known) {
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
  #options: WorkbenchOptions;

  constructor(tab: Tab, options: WorkbenchOptions) {
    this.#tab = tab;
    this.#options = options;
    this.page = tab.page;
  }

  /** Runs a command by its title in the command palette, such as `Yojeom: Find Concept`. */
  async command(title: string): Promise<void> {
    // The key is lost where another quick pick is only just going.
    for (const patience of [3_000, 5_000, 20_000]) {
      await this.page.keyboard.press('F1');
      const isOpen = await this.quickInput.fill(`>${title}`, { timeout: patience }).then(
        () => true,
        () => false,
      );
      if (isOpen) break;
    }
    // Not by a click: the mouse would stay there and mark a row of what the command shows.
    await this.rows.first().filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Gives the open window another theme, as a user does. */
  async setTheme(theme: keyof typeof THEMES): Promise<void> {
    this.#options = { ...this.#options, theme };
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

  /** Closes what is open among the editors, and any quick pick over them. */
  async closeEditors(): Promise<void> {
    await this.page.setViewportSize({ width: this.#options.width ?? 1280, height: this.#options.height ?? 800 });
    await this.page.keyboard.press('Escape');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.command('View: Close All Editors');
    await this.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
  }

  /** Shows the extension's view in the side bar. */
  async openView(): Promise<void> {
    const icon = this.page.locator('.activitybar .action-item', { has: this.page.locator('[class*="yojeom"]') });
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
    if (test?.state === 'failed') {
      await this.screenshot(`failed ${test.title.replace(/[^\p{L}\p{N}]+/gu, '-')}`);
    }
    const opened = await stage;
    if (opened && test?.state === 'passed') {
      this.page.removeAllListeners('console');
      opened.idle.set(this.#tab.locale, { tab: this.#tab, options: this.#options });
    } else {
      opened?.idle.delete(this.#tab.locale);
      await this.page.context().close();
    }
  }
}

async function setStage(vsix?: string): Promise<Stage> {
  const executable = await ensureBrowser();
  const { folder: serverDataDir, remove: removeData } = temporaryFolder('ui');
  if (vsix === undefined) {
    installFolder(repo, path.join(serverDataDir, 'extensions'));
  }
  // What is packaged is tried beside all that users have.
  const parts = vsix === undefined ? { builtinExtensions: BUILTIN_EXTENSIONS } : { vsix };
  const server = await startServer({ serverDataDir, env: NO_GALLERY, ...parts });
  return { server, browser: await chromium.launch(executable), removeData, idle: new Map() };
}
