import katex, { type KatexOptions } from 'katex';

/** Nothing that a formula says may load, link or style; how often it may call macros and how large it gets has an end. */
const safe: KatexOptions = { trust: false, strict: 'ignore', maxExpand: 500, maxSize: 20 };

/**
 * Sets formulas in place of their TeX. One that is set already is left alone; one that cannot be set stays as it is written.
 *
 * @param root What the formulas are in.
 */
export function setFormulas(root: ParentNode): void {
  for (const formula of root.querySelectorAll<HTMLElement>('.math:not([data-tex])')) {
    const tex = formula.textContent;
    formula.dataset['tex'] = tex;
    try {
      katex.render(tex, formula, { ...safe, displayMode: formula.classList.contains('display') });
    } catch (error) {
      // Its own way to show what is wrong needs an inline style, which the page forbids.
      formula.textContent = tex;
      formula.classList.add('unset');
      formula.title = error instanceof Error ? error.message : '';
    }
  }
}
