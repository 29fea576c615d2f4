/**
 * Makes the pictures of the README: `npx mocha --import=tsx --timeout 300000 test/ui/readmePictures.ts`. Behind that, `zopflipng`
 * makes each a tenth smaller, which tells in the package.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { repo } from '../host/paths.mjs';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { smallPng } from './smallPng.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

/** The themes of a picture, row by row, each with how VS Code tells a webview of it. */
const themes = [
  ['light', 'vscode-light'],
  ['dark', 'vscode-dark'],
  ['hc-light', 'vscode-high-contrast-light'],
  ['hc-dark', 'vscode-high-contrast'],
] as const;

/** Between the themes, in points. */
const gap = 8;

/** Without what is beside the matter. */
const settings = {
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.occurrencesHighlight': 'off',
};

/** Short, so that all of a page is seen, and has one of everything. */
const cache = `---
categories: [시스템 설계]
tags: [캐시, performance]
---

# 캐시(Cache)

자주 읽는 데이터를 가까운 곳에 복사해 두고 원본 대신 읽는 기법이다.

## 장점

- 응답 시간(latency)이 짧아진다.
- 데이터베이스의 **부하**가 줄어든다.

## 단점

- 원본과 어긋날 수 있다(stale data).
- 언제 무효화(invalidation)할지 정하기 어렵다.

## Write-through

쓸 때마다 캐시와 원본을 함께 고친다.

### 장점

- 캐시와 원본이 늘 같다.
- 구현이 단순하다.

### 단점

- 쓰기가 원본만큼 느리다.

## Write-back

캐시에만 쓰고, 원본은 나중에 한꺼번에 고친다.

### 장점

- 쓰기가 빠르다.
- 같은 곳에 여러 번 써도 원본은 한 번만 고친다.

### 단점

- 장애가 나면 아직 옮기지 못한 데이터를 잃는다.
`;

describe('The pictures of the README', () => {
  let workbench: Workbench;
  let notes: NotesFolder;
  const row = (text: string): Locator =>
    workbench.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();

  before(() => {
    notes = notesFolder({ 'notes/cache.md': cache });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
  });

  after(async () => {
    await closeStage();
    notes.remove();
  });

  for (const [locale, name] of [
    ['en', 'screenshot'],
    ['ko', 'screenshot.ko'],
  ] as const) {
    it(`show the window: ${locale}`, async () => {
      workbench = await openWorkbench({ locale, theme: 'dark' });
      await workbench.openView();
      await row('AWS Lambda').click();
      await workbench.webview().locator('pre [class^=token]').first().waitFor();
      await workbench.page.mouse.move(700, 780);
      write(name, await joined([await shot('.monaco-workbench')]));
    });
  }

  const open = async (): Promise<void> => {
    workbench = await openWorkbench({ folder: notes.folder, locale: 'ko', userSettings: settings });
    await workbench.openView();
    await row('캐시').waitFor();
  };

  it('show the page', async () => {
    await open();
    await row('캐시').click();
    await workbench.webview().locator('h1', { hasText: '캐시' }).waitFor();
    await workbench.webview().locator('.twistie').first().focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.webview().locator('.unfolded').waitFor();
    await workbench.webview().locator('h1').click();
    await inFourThemes('page', { width: 995, height: 832 }, '.part.editor');
  });

  it('show the comparison', async () => {
    await open();
    await row('캐시').locator('.monaco-tl-twistie').click();
    await row('Write-through').click();
    await row('Write-back').click({ modifiers: ['Control'] });
    await row('Write-back').click({ button: 'right' });
    // A menu takes no click in its first moments.
    await workbench.page.waitForTimeout(500);
    await workbench.page.locator('.monaco-menu .action-label', { hasText: '비교' }).click();
    await workbench.webview().locator('.compared').waitFor();
    await workbench.webview().locator('h1').click();
    await inFourThemes('compare', { width: 995, height: 626 }, '.part.editor');
  });

  it('show the page in the side bar', async () => {
    await open();
    await workbench.page.keyboard.press('Control+P');
    await workbench.quickInput.fill('cache.md:37');
    await workbench.rows.first().filter({ hasText: 'cache.md' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: 'Write-back' }).waitFor();
    await workbench.page.locator('.pane-header').last().click();
    await workbench.webview().locator('h1', { hasText: 'Write-back' }).waitFor();
    await workbench.page.locator('.pane-header').first().click();
    await workbench.page.locator('.view-line', { hasText: 'Write-back' }).click();
    await inFourThemes('side', { width: 690, height: 570 }, '.part.sidebar', '.part.editor');
  });

  /** Writes one picture of parts of the window in all themes. */
  async function inFourThemes(
    name: string,
    size: { readonly width: number; readonly height: number },
    ...parts: readonly string[]
  ): Promise<void> {
    await workbench.page.setViewportSize(size);
    const pictures: string[] = [];
    for (const [theme, kind] of themes) {
      await workbench.setTheme(theme);
      const body = workbench.webview().locator('body');
      await becomes(() => body.evaluate((element) => element.dataset['vscodeThemeKind'] ?? ''), kind);
      // Where nothing has a tooltip.
      await workbench.page.mouse.move(24, size.height - 150);
      // Scroll bars fade.
      await workbench.page.waitForTimeout(1_500);
      pictures.push(await shot(...parts));
    }
    write(name, await joined(pictures));
  }

  /** A picture of parts that lie side by side, as Base64. */
  async function shot(...parts: readonly string[]): Promise<string> {
    const found = await Promise.all(parts.map((part) => workbench.page.locator(part).first().boundingBox()));
    const boxes = found.filter((box) => box !== null);
    const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
    const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
    const clip = { x: left, y: top, width, height };
    const picture = await workbench.page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    return picture.toString('base64');
  }

  function write(name: string, picture: Buffer): void {
    writeFileSync(path.join(repo, 'media', `${name}.png`), picture);
  }

  /** Puts pictures of one size into a picture, two in a row. */
  async function joined(pictures: readonly string[]): Promise<Buffer> {
    const page = await workbench.page.context().newPage();
    const { width, height, data } = await page.evaluate(
      async ([all, between]) => {
        const images = await Promise.all(
          all.map(async (picture) => {
            const image = new Image();
            image.src = `data:image/png;base64,${picture}`;
            await image.decode();
            return image;
          }),
        );
        const { width = 0, height = 0 } = images[0] ?? {};
        const canvas = document.createElement('canvas');
        canvas.width = images.length > 1 ? width * 2 + between : width;
        canvas.height = images.length > 2 ? height * 2 + between : height;
        const context = canvas.getContext('2d');
        images.forEach((image, place) => {
          context?.drawImage(image, (place % 2) * (width + between), Math.floor(place / 2) * (height + between));
        });
        const points = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let text = '';
        for (const value of points) {
          text += String.fromCharCode(value);
        }
        return { width: canvas.width, height: canvas.height, data: btoa(text) };
      },
      [pictures, gap] as const,
    );
    await page.close();
    return smallPng({ width, height, data: Buffer.from(data, 'base64') });
  }
});
