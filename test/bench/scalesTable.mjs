// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** What stands around the table in a README. */
const [start, end] = ['<!-- scales -->', '<!-- /scales -->'];

/**
 * A figure: see `Goal` in `libraryGoals.ts`.
 *
 * @typedef {object} Goal
 * @property {string} size
 * @property {string} what
 * @property {string} goal
 * @property {number} measured
 * @property {string} beside
 * @property {boolean} holds
 */

/**
 * What the benchmark of libraries wrote down.
 *
 * @typedef {object} Result
 * @property {string} host
 * @property {string} machine
 * @property {string} date
 * @property {number} rounds
 * @property {{ size: number, bytes: number }[]} reports
 * @property {Goal[]} goals
 */

/**
 * Writes the figures of a run into a README.
 *
 * @param {string} readme path of the file
 * @param {string} resultFile path of what the benchmark wrote down
 */
export async function writeScales(readme, resultFile) {
  const result = /** @type {Result} */ (JSON.parse(readFileSync(resultFile, 'utf8')));
  const text = readFileSync(readme, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${readme} has no place for the figures: ${start} … ${end}`);
  const written = `${text.slice(0, from + start.length)}\n\n${scales(result)}\n\n${text.slice(to)}`;
  writeFileSync(readme, await format(written, { ...(await resolveConfig(readme)), filepath: readme }));
}

/**
 * The table, and below it what is to be known of it.
 *
 * @param {Result} result
 */
export function scales({ host, machine, date, rounds, reports, goals }) {
  const ofSizes = goals.filter(({ size }) => size !== 'growth');
  const rows = [...new Set(ofSizes.map(({ what }) => what))].map((what) => {
    const own = ofSizes.filter((goal) => goal.what === what);
    const growth = goals.find((goal) => goal.size === 'growth' && goal.what === what);
    const wanted = own.find(({ goal }) => goal.startsWith('≤'))?.goal ?? '';
    const cells = reports.map(({ size }) => own.find((goal) => goal.size === String(size)));
    return [what, wanted, ...cells.map(cell), growth ? cell({ ...growth, beside: growth.goal }) : ''];
  });
  const sizes = reports.map(({ size }) => `${size.toLocaleString('en')} notes`);
  const head = ['', 'goal', ...sizes, 'growth'];
  const megabytes = reports.map(({ bytes }) => (bytes / 1e6).toFixed(1)).join(', ');
  return [
    ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
    goals.every(({ holds }) => holds) ? 'All goals are met.' : '**Bold** is what misses its goal.',
    'In brackets are both sides of a ratio or, after what is no ratio, what was measured for comparison in the same run.',
    'Growth is the exponent over the sizes: 1 is linear, 0 flat.',
    `Times are in milliseconds, each the best of ${rounds} rounds in which ours and the peers take turns, after one that does not`,
    'count; those of one changed note are medians of work of the processor.',
    '',
    `Measured on ${date} in ${host}: ${machine}; ${megabytes} MB of notes.`,
  ].join('\n');
}

/** @param {Pick<Goal, 'measured' | 'beside' | 'holds'> | undefined} goal */
function cell(goal) {
  if (!goal) return '';
  const figure = goal.measured.toFixed(goal.measured < 10 ? 2 : 0);
  return `${goal.holds ? figure : `**${figure}**`} (${goal.beside})`;
}
