/** A script of the page that is large, and that few pages need. */
export interface LaterScript {
  /** What on the page needs the script. */
  readonly selector: string;
  /** The script's webview URI. */
  readonly script: string | undefined;
  /** Webview URI of a style sheet that goes with it. */
  readonly style?: string | undefined;
  /** What the script has put on the window, once it is there. */
  readonly run: () => ((page: HTMLElement) => void) | undefined;
}

/**
 * Makes a function that does what a script does for a page, and loads the script when there first is need. Until then, and
 * if it cannot be loaded, the page stays as it is.
 *
 * @param page What the script works on.
 * @param nonce What the page's policy knows its scripts by.
 * @param later The script.
 * @returns To be called after the page has changed.
 */
export function onDemand(page: HTMLElement, nonce: string, later: LaterScript): () => void {
  let isLoading = false;
  return () => {
    const run = later.run();
    if (run) {
      run(page);
    } else if (!isLoading && page.querySelector(later.selector)) {
      isLoading = true;
      load(nonce, later, () => later.run()?.(page));
    }
  };
}

function load(nonce: string, { script, style }: LaterScript, done: () => void): void {
  if (style !== undefined) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = style;
    document.head.append(link);
  }
  const element = document.createElement('script');
  element.nonce = nonce;
  element.src = script ?? '';
  element.addEventListener('load', done);
  document.body.append(element);
}
