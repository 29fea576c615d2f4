import type { Element } from 'hast';
import { element } from './element.js';

/** Outlines on a 16 × 16 grid, in the manner of VS Code's own icons. */
const outlines = {
  pros: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm.5 2.5v3h3v1h-3v3h-1v-3h-3v-1h3v-3h1Z',
  cons: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm3.5 5.5v1h-7v-1h7Z',
  source:
    'M3.5 1H9l4 4v9.5l-.5.5H7v-1h5V6H8.5L8 5.5V2H4v4H3V1.5l.5-.5ZM9 2.4V5h2.6L9 2.4ZM4.35 7.65l2.5 2.5v.7l-2.5 2.5-.7-.7L5.3 11H1v-1h4.3L3.65 8.35l.7-.7Z',
};

/** Names of the icons. */
export type IconName = keyof typeof outlines;

/**
 * Draws an icon in the colour of the text around it. It says nothing to a screen reader: words beside it do.
 *
 * @param name Which.
 */
export function icon(name: IconName): Element {
  const path = element('path', { d: outlines[name] });
  return element('svg', { className: ['icon'], viewBox: '0 0 16 16', ariaHidden: 'true', focusable: 'false' }, path);
}
