/** Entry of the concept page's script, which runs in the webview. */
import { parseToPage, type FromPage } from '../core/page/protocol.js';
import { actionMessage, actionSelector } from './actionMessage.js';
import { ConceptView } from './conceptView.js';
import { PageMemory } from './pageMemory.js';

const api = acquireVsCodeApi();
const post = (message: FromPage): void => {
  api.postMessage(message);
};
const view = new ConceptView(
  { page: existing('page'), banner: existing('banner'), status: existing('status') },
  new PageMemory(api),
);

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = parseToPage(data);
  if (message?.type === 'show') {
    view.show(message);
  } else if (message) {
    view.gone(message);
  }
});

document.body.addEventListener('click', (event) => {
  const source = event.target instanceof Element ? event.target.closest<HTMLElement>(actionSelector) : null;
  if (!source) {
    return;
  }
  event.preventDefault();
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
