import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { becomes } from './becomes.js';
import { notesFolder, type NotesFolder } from './notesFolder.js';
import { closeStage, openWorkbench, type Workbench } from './workbench.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A note that has one of everything which a page can show. */
const everything = `---
aliases: [Trip switch, 회로 차단기]
tags: [resilience]
categories: [Cloud, Patterns]
---
# Circuit Breaker (서킷 브레이커)

A guard before a *remote* call that stops asking what is [down](other.md), with a [link](https://example.com) out.

## Pros

- Fails at once, with **no** waiting
- Lets the other side \`recover\`
- [x] Has been tried

## Cons

- One more state to watch[^1]
- Needs thresholds

## Example

\`\`\`ts
const breaker = new CircuitBreaker({ threshold: 5, timeout: 1000, name: 'a name that is longer than the page is wide' });
\`\`\`

\`\`\`tsx
// Words of every kind
class State<T> { view = <b className="open">{limit(5)}</b>; }
\`\`\`

\`\`\`diff
-closed
+open
\`\`\`

| State | Calls | What comes next in a table that is too wide for a narrow page |
|---|---|---|
| closed | pass | open |
| open | fail | half-open |

> A quotation, and a picture that is not there: ![a state machine](missing.png)

> [!info] To know
> It trips.

> [!question]
> When does it close?

> [!bug] Not *good*
> It stays open.

> [!success] All well
> It is closed.

> [!important] Mark
> It counts.

1. First
2. Second
   - [ ] nested

## Half-open

Some calls pass.

### Pros

- Finds out

## Bulkhead

Compartments.

[^1]: The states are closed, open and half-open.
`;

/** How VS Code tells a webview of each theme. */
const themeKinds = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
} as const;

/** Widths of the page in CSS pixels: as wide as it comes, and as narrow as a side bar. */
const narrow = 240;

describe('The page, for everyone', () => {
  let workbench: Workbench;
  let notes: NotesFolder;

  beforeEach(() => {
    notes = notesFolder({ 'notes/breaker.md': everything, 'notes/other.md': '# Down\n\nSee [[Circuit Breaker]].\n' });
  });

  afterEach(async function () {
    await workbench.close(this.currentTest);
    notes.remove();
  });

  after(closeStage);

  /** Looks at what is shown in each theme and width, and has axe look at it. */
  async function inspect(name: string, check: (width: 'wide' | 'narrow') => Promise<void>): Promise<void> {
    const body = workbench.webview().locator('body');
    const width = (): Promise<number> => body.evaluate(() => document.documentElement.clientWidth);
    const wide = await width();
    for (const [theme, kind] of Object.entries(themeKinds) as [keyof typeof themeKinds, string][]) {
      await workbench.setTheme(theme);
      await becomes(() => body.evaluate((element) => element.dataset['vscodeThemeKind'] ?? ''), kind);
      for (const wanted of [wide, narrow]) {
        await workbench.page.setViewportSize({ width: 1280 - wide + wanted, height: 800 });
        await becomes(async () => Math.abs((await width()) - wanted) < 30, true);
        assert.deepEqual(await faults(await frameOf(workbench)), [], `${theme}, ${wanted}`);
        await check(wanted === wide ? 'wide' : 'narrow');
        await workbench.screenshot(`${name}-${theme}${wanted === narrow ? `-${narrow}` : ''}`);
      }
    }
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
  }

  it('has nothing that axe finds fault with, in four themes, wide and narrow', async () => {
    workbench = await openWorkbench({ folder: notes.folder });
    await workbench.openView();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Cloud' }).click();
    await workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'Circuit Breaker' }).click();
    await workbench.webview().locator('h1', { hasText: 'Circuit Breaker' }).waitFor();
    await workbench.webview().locator('pre .token-inserted').waitFor();
    await workbench.webview().locator('.twistie').first().click();
    await workbench.webview().locator('.unfolded .side.pros').waitFor();
    await inspect('page-everything', async (width) => {
      const isCut = await workbench
        .webview()
        .locator('html')
        .evaluate((root) => root.scrollWidth > root.clientWidth);
      assert.ok(!isCut, 'nothing but tables and code scrolls sideways');
      const boxes = [workbench.webview().locator('.side.pros'), workbench.webview().locator('.side.cons')];
      const [pros, cons] = await Promise.all(boxes.map((box) => box.first().boundingBox()));
      assert.ok(pros && cons);
      const isAbove = cons.y >= pros.y + pros.height;
      assert.equal(isAbove, width === 'narrow', 'pros are above cons only where it is narrow');
    });
    await workbench.openQuickInput('Alt+Y');
    await workbench.page.keyboard.type('Down', { delay: 40 });
    await becomes(() => workbench.rows.count(), 2);
    const found = workbench.rows.first().filter({ hasText: 'Down' });
    await found.hover();
    await found.locator('.codicon-git-compare').click();
    await workbench.webview().locator('.compared').waitFor();
    await inspect('compare-everything', async (width) => {
      const [one, other] = await workbench.webview().locator('.compared .pros td').all();
      const [left, right] = [await one?.boundingBox(), await other?.boundingBox()];
      assert.ok(left && right);
      assert.ok(left.y === right.y && left.x + left.width <= right.x, width);
    });
  }).timeout(240_000);
});

/** The frame that the page is in. */
async function frameOf(workbench: Workbench): Promise<Frame> {
  const element = await workbench.webview().locator('body').elementHandle();
  const frame = await element.ownerFrame();
  assert.ok(frame);
  return frame;
}

/** What axe finds, best practices included: each rule, and where. */
async function faults(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource);
  const { violations } = await frame.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
