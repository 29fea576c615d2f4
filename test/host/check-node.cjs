// @ts-check
// Ends the process with a sentence where Node is older than package.json asks for. Such a Node would stumble over what
// comes next with a stack trace, so this comes first, and takes nothing from later times: no ES module, no new syntax.
const wanted = require('../../package.json').engines.node;
const running = process.versions.node;

/**
 * @param {string} version with or without `>=`
 * @returns {number} grows with the major and minor number
 */
function rank(version) {
  const numbers = version.replace(/^[^0-9]*/, '').split('.');
  return Number(numbers[0]) * 1000 + Number(numbers[1]);
}

if (rank(running) < rank(wanted)) {
  console.error('yojeom: this takes Node ' + wanted.replace('>=', '') + ' or newer, and runs in ' + running + '.');
  process.exit(1);
}
