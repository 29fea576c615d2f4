/** How long a button says that it has copied, in milliseconds. */
const saidMilliseconds = 1500;

/** Outlines on a 16 × 16 grid: two sheets, and a tick. */
const outlines = {
  copy: 'M5.5 1H12l2 2v8.5l-.5.5h-8l-.5-.5v-10l.5-.5ZM6 2v9h7V4h-2.5V2H6ZM3 4v9.5l.5.5H11v1H2.5l-.5-.5V4h1Z',
  done: 'M13.7 3.6 6 12.3 2.3 8.6l.7-.7 3 3 7-7.9.7.6Z',
};

/** What the buttons say, in the user's language. */
export interface CopyWords {
  readonly copy: string;
  readonly copied: string;
}

/**
 * Puts a button beside each piece of code, which copies it as it stands in the note.
 *
 * @param page Where the code is.
 * @param words What the buttons say.
 * @param say Says something to screen readers.
 */
export function addCopyButtons(page: ParentNode, words: CopyWords, say: (text: string) => void): void {
  for (const code of page.querySelectorAll('pre')) {
    const around = document.createElement('div');
    around.className = 'code';
    code.replaceWith(around);
    around.append(code, copyButton(words, say));
  }
}

function copyButton({ copy, copied }: CopyWords, say: (text: string) => void): HTMLButtonElement {
  const button = document.createElement('button');
  const show = (name: keyof typeof outlines, title: string): void => {
    button.replaceChildren(icon(outlines[name]));
    button.title = title;
    button.ariaLabel = title;
  };
  button.type = 'button';
  button.className = 'copy';
  show('copy', copy);
  button.addEventListener('click', () => {
    // The code beside it may be another by now.
    const text = (button.previousElementSibling?.textContent ?? '').replace(/\n$/u, '');
    // Where the editor lets nobody write to the clipboard, the text can still be selected.
    navigator.clipboard.writeText(text).then(
      () => {
        show('done', copied);
        say(copied);
        window.setTimeout(() => show('copy', copy), saidMilliseconds);
      },
      () => undefined,
    );
  });
  return button;
}

function icon(outline: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  path.setAttribute('d', outline);
  svg.append(path);
  return svg;
}
