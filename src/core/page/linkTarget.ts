/** Where a link or an image of a note points: out to the web, into the user's notes, or where no page may lead. */
export type LinkTarget = 'web' | 'note' | 'refused';

const webSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/**
 * Judges the target of a link. Only http, https, mailto and relative targets are let through; `command:`,
 * `javascript:`, `data:`, `vscode:`, `file:` and whatever else has a scheme are not, nor are `//host` and `\\host`, which
 * name another machine.
 *
 * @param href As the note writes it, character references decoded.
 */
export function linkTarget(href: string): LinkTarget {
  // Browsers skip these while they look for a scheme, and readers do not see them.
  const visible = href.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '');
  const scheme = schemeOf(visible);
  if (scheme !== undefined) {
    return webSchemes.has(scheme) ? 'web' : 'refused';
  }
  const decoded = decode(visible).replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '');
  // Whoever opens the link may decode it first: then it must still be no scheme and no host.
  return visible === '' || schemeOf(decoded) !== undefined || /^[\\/]{2}/u.test(decoded) ? 'refused' : 'note';
}

function schemeOf(href: string): string | undefined {
  const head = /^([^:/\\?#]*):/u.exec(href)?.[1]?.normalize('NFKC').toLowerCase();
  return head !== undefined && /^[a-z][a-z0-9+.-]*$/u.test(head) ? head : undefined;
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href.replace(/%[0-7][0-9a-f]/giu, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  }
}
