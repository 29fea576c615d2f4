import type { Concept } from '../../src/core/note/model.js';
import { seededRandom, type SeededRandom } from '../core/search/seededRandom.js';
import { generatedNotes } from './searchLibrary.js';

/** A file of a made library. */
export interface LibraryFile {
  /** Below the library's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

const notesOfFolder = 50;
const conceptsOfNote = 8;

/**
 * Makes a library of technical notes, Korean with English terms, of some 4 KB and 8 concepts each: always the same for a
 * size.
 *
 * @param count How many notes.
 */
export function* libraryFiles(count: number): Generator<LibraryFile> {
  const random = seededRandom(20_261_126);
  const concepts = generatedNotes(count * conceptsOfNote).flatMap((note) => note.concepts);
  for (let made = 0; made < count; made += 1) {
    const folder = String(Math.floor(made / notesOfFolder)).padStart(3, '0');
    const own = concepts.slice(made * conceptsOfNote, (made + 1) * conceptsOfNote);
    yield { path: `part ${folder}/note ${String(made).padStart(5, '0')}.md`, text: noteText(random, own) };
  }
}

/** The first of the concepts is the note's own, the others stand below it. */
function noteText(random: SeededRandom, concepts: readonly Concept[]): string {
  const front = random.below(3) === 0 ? `---\ntags: [${random.pick(['study', '면접', 'backend'])}]\n---\n\n` : '';
  return front + concepts.map((concept, index) => conceptText(random, concept, index === 0 ? '#' : '##')).join('');
}

function conceptText(random: SeededRandom, { title, gist, pros, cons }: Concept, mark: string): string {
  const [first = ''] = gist.split(/(?<=다\.) /u);
  const sides = [
    ['장점', pros],
    ['단점', cons],
  ] as const;
  const labelled = sides.map(([label, points]) => {
    const list = points.map(({ text }) => `- ${dressed(random, text)}\n`).join('');
    return list === '' ? '' : `${mark}# ${label}\n\n${list}\n`;
  });
  const example =
    random.below(4) === 0 ? `\`\`\`ts\nconst value = read(${random.below(100)});\nwrite(value);\n\`\`\`\n\n` : '';
  return `${mark} ${title}\n\n${dressed(random, first)}\n\n${labelled.join('')}${example}`;
}

/** The text with one of its words set off, now and then. */
function dressed(random: SeededRandom, text: string): string {
  const words = text.split(' ');
  const place = random.below(words.length);
  const word = words[place] ?? '';
  words[place] = random.pick([word, word, word, `**${word}**`, `\`${word}\``, `[${word}](note.md)`]);
  return words.join(' ');
}
