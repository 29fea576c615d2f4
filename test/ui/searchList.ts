import type { Page } from 'playwright-core';
import type { Workbench } from './workbench.js';

/** A row as it is on screen. */
export interface SeenRow {
  /** The heading above it; empty where there is none. */
  readonly heading: string;
  readonly label: string;
  /** Its second line. */
  readonly detail: string;
}

/** The search as a user sees it. */
export class SearchList {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get #page(): Page {
    return this.#workbench.page;
  }

  /** Opens the search by its key. */
  async open(): Promise<void> {
    await this.#workbench.openQuickInput('Alt+Y');
  }

  /** Forgets what earlier tests have opened and pinned. */
  async forget(locale: 'en' | 'ko' = 'en'): Promise<void> {
    await this.#workbench.command({ en: 'Yojeom: Forget Search History', ko: 'Yojeom: 검색 기록 지우기' }[locale]);
    await this.#workbench.quickInput.waitFor({ state: 'hidden' });
  }

  /** Closes the search by its key. */
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#workbench.quickInput.waitFor({ state: 'hidden' });
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 40 });
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  value(): Promise<string> {
    return this.#workbench.quickInput.inputValue();
  }

  /** The rows, from the top down. */
  async rows(): Promise<SeenRow[]> {
    const seen = await this.#workbench.rows.evaluateAll((rows) =>
      rows.map((row) => ({
        place: Number(row.getAttribute('data-index')),
        // Rows are used again, with what they do not need hidden.
        texts: ['.quick-input-list-separator', '.quick-input-list-row .label-name', '.quick-input-list-label-meta'].map(
          (part) => {
            const element = row.querySelector(part);
            return element?.checkVisibility() ? element.textContent.trim() : '';
          },
        ),
      })),
    );
    seen.sort((a, b) => a.place - b.place);
    return seen.map(({ texts: [heading = '', label = '', detail = ''] }) => ({ heading, label, detail }));
  }

  /** Labels, from the top down; `— Heading` stands above its rows. */
  async outline(): Promise<string[]> {
    const rows = await this.rows();
    return rows.flatMap(({ heading, label }) => (heading === '' ? [label] : [`— ${heading}`, label]));
  }

  /** The second line of the first row. */
  async firstDetail(): Promise<string | undefined> {
    return (await this.rows())[0]?.detail;
  }

  /** Presses a button of a row, by its icon. */
  async pressButton(label: string, icon: string): Promise<void> {
    const row = this.#workbench.rows.filter({ has: this.#page.getByText(label, { exact: true }) }).first();
    await row.hover();
    await row.locator(`.action-label.codicon-${icon}`).click();
  }
}
