import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Files that are written at once: more would hold up the host, which is not to be measured. */
const writesAtOnce = 8;

/**
 * A note's text as someone has edited it: its first concept says something else, and there is one more.
 *
 * @param text The text before.
 * @param word Stands in both, so that it can be looked for.
 */
export function editedText(text: string, word: string): string {
  const first = text.replace(/^# .*$/mu, (heading) => `${heading}\n\nIt is about ${word} now.`);
  return `${first}\n## ${addedTitle(word)}\n\nWhat came with ${word}.\n\n### 장점\n\n- quicker\n`;
}

/**
 * The title of the concept that comes with an edit.
 *
 * @param word The word of the edit.
 */
export function addedTitle(word: string): string {
  return `Added ${word}`;
}

/** Notes of a library on this machine that are edited again and again. */
export class EditedNotes {
  readonly uris: readonly string[];
  readonly #texts: ReadonlyMap<string, string>;

  private constructor(texts: ReadonlyMap<string, string>) {
    this.uris = [...texts.keys()];
    this.#texts = texts;
  }

  /** @param uris URIs of the notes, as they are to be before each edit. */
  static async of(uris: readonly string[]): Promise<EditedNotes> {
    const texts = new Map<string, string>();
    for (const uri of uris) {
      texts.set(uri, await readFile(fileURLToPath(uri), 'utf8'));
    }
    return new EditedNotes(texts);
  }

  /**
   * Writes an edit into all of the files.
   *
   * @param word The word of the edit.
   * @returns The new text of the first.
   */
  async write(word: string): Promise<string> {
    const left = this.#texts.entries();
    const writeOn = async (): Promise<void> => {
      for (const [uri, text] of left) {
        await writeFile(fileURLToPath(uri), editedText(text, word));
      }
    };
    await Promise.all(Array.from({ length: writesAtOnce }, writeOn));
    return editedText(this.#texts.values().next().value ?? '', word);
  }
}
