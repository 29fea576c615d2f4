// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** What stands around the table in a README. */
const [start, end] = ['<!-- scales -->', '<!-- /scales -->'];

/**
 * What the benchmark of libraries wrote down.
 *
 * @typedef {object} Result
 * @property {string} host
 * @property {string} date
 * @property {{ size: number, bytes: number, reading: number }[]} reports
 * @property {{ size: string, what: string, goal: string, measured: number, of?: [number, number] }[]} goals
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
  const written = `${text.slice(0, from + start.length)}\n\n${table(result)}\n\n${text.slice(to)}`;
  writeFileSync(readme, await format(written, { ...(await resolveConfig(readme)), filepath: readme }));
}

/** @param {Result} result */
function table({ host, date, reports, goals }) {
  const sizes = reports.map(({ size }) => String(size));
  const names = [...new Set(goals.filter(({ size }) => size !== 'growth').map(({ what }) => what))];
  const rows = names.map((what) => {
    const own = goals.filter((goal) => goal.what === what && goal.size !== 'growth');
    const growth = goals.find((goal) => goal.size === 'growth' && what.startsWith(goal.what));
    const wanted = own.find(({ goal }) => goal.startsWith('≤'))?.goal ?? '';
    const cells = sizes.map((size) => own.find((goal) => goal.size === size)).map((goal) => (goal ? cell(goal) : ''));
    return [what, wanted, ...cells, growth ? `${growth.measured.toFixed(2)} (${growth.goal})` : ''];
  });
  const head = ['', 'goal', ...sizes.map((size) => `${Number(size).toLocaleString('en')} notes`), 'growth'];
  const megabytes = reports.map(({ bytes }) => (bytes / 1e6).toFixed(1)).join(', ');
  return [
    ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `Measured in ${host} on ${date}, with ${megabytes} MB of notes; times in milliseconds. Growth is the exponent over the sizes: 1 is`,
    'linear, 0 flat.',
  ].join('\n');
}

/** @param {Result['goals'][number]} goal */
function cell({ measured, of }) {
  const figure = measured.toFixed(measured < 10 ? 2 : 0);
  return of ? `${figure} (${of.map((time) => time.toFixed(0)).join(' / ')})` : figure;
}
