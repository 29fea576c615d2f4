/** Entry of the concept page's script, which runs in the webview. */
import { parseToPage, type FromPage } from '../core/page/protocol.js';
import { actionMessage, actionSelector } from './actionMessage.js';
// Of these two, only the types: they are bundles of their own.
import type {} from './code/code.js';
import { codeSelector } from './code/codeSelector.js';
import { ConceptView } from './conceptView.js';
import type {} from './math/math.js';
import { onDemand } from './onDemand.js';
import { PageMemory } from './pageMemory.js';

const api = acquireVsCodeApi();
const post = (message: FromPage): void => {
  api.postMessage(message);
};
const memory = new PageMemory(api);
const page = existing('page');
const view = new ConceptView({ page, banner: existing('banner'), status: existing('status') }, memory);
const nonce = document.currentScript?.nonce ?? '';
const { codeScript, mathScript, mathStyle } = page.dataset;
const colourCode = onDemand(page, nonce, {
  selector: codeSelector,
  script: codeScript,
  run: () => window.yojeomColourCode,
});
const setFormulas = onDemand(page, nonce, {
  selector: '.math',
  script: mathScript,
  style: mathStyle,
  run: () => window.yojeomSetFormulas,
});
const go = (step: -1 | 1): void => {
  const id = memory.go(step);
  if (id !== undefined) {
    post({ type: 'returnTo', id });
  }
};

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = parseToPage(data);
  switch (message?.type) {
    case 'show':
      view.show(message);
      colourCode();
      setFormulas();
      post({ type: 'history', ...memory.ways });
      break;
    case 'gone':
      view.gone(message);
      post({ type: 'history', ...memory.ways });
      break;
    case 'go':
      go(message.step);
      break;
    case undefined:
      break;
  }
});

// The buttons of a mouse that browsers go back and forward with.
window.addEventListener('mouseup', ({ button }) => {
  if (button === 3 || button === 4) {
    go(button === 3 ? -1 : 1);
  }
});

document.body.addEventListener('click', (event) => {
  const source = event.target instanceof Element ? event.target.closest<HTMLElement>(actionSelector) : null;
  if (!source) {
    return;
  }
  // A checkbox shows at once what was meant; the note's answer follows.
  if (!(source instanceof HTMLInputElement)) {
    event.preventDefault();
  }
  // VS Code's own listener further up would open the link or, at `#`, scroll to the top.
  event.stopPropagation();
  const message = actionMessage(source);
  if (message) {
    post(message);
  }
});

post({ type: 'ready' });

function existing(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`The page has no element “${id}”.`);
  }
  return element;
}
