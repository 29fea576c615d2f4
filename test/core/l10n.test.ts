import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

const readJson = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;

/** Literal sentences that the source hands to a translator or stores as a problem's message. */
function sentences(): string[] {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, 'src', file), 'utf8');
      const calls = [...text.matchAll(/\b(?:l10n\.t|translate)\(/gu)];
      const translated = calls.flatMap((call) => literals(upToClosing(text.slice(call.index + call[0].length))));
      const problems = [...text.matchAll(/\bmessage(?::| =)\s*'([^']*)'/gu)].map(([, message = '']) => message);
      return [...translated, ...problems];
    });
}

/** Arguments up to the bracket that closes the call. */
function upToClosing(text: string): string {
  let depth = 1;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    isQuoted = letter === "'" ? !isQuoted : isQuoted;
    depth += isQuoted ? 0 : letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth === 0) {
      return text.slice(0, index);
    }
  }
  return text;
}

/** Sentences begin with a capital or a place; other literals of a call, such as `'pros'`, do not. */
function literals(text: string): string[] {
  return [...text.matchAll(/'([^']*)'/gu)]
    .map(([, literal = '']) => literal)
    .filter((literal) => /^[A-Z{]/u.test(literal));
}

const places = (text: string): string[] => [...text.matchAll(/\{\d+\}/gu)].map(([place]) => place).sort();

describe('The languages', () => {
  const korean = readJson('media/l10n/bundle.l10n.ko.json');

  it('have every sentence of the source in Korean', () => {
    const known = new Set(Object.keys(korean));
    const used = [...new Set(sentences())];
    assert.ok(used.length > 30, `found only ${used.length} sentences: the search is broken`);
    assert.deepEqual(
      used.filter((sentence) => !known.has(sentence)),
      [],
    );
  });

  it('have no Korean sentence that nothing uses', () => {
    const used = new Set(sentences());
    assert.deepEqual(
      Object.keys(korean).filter((sentence) => !used.has(sentence)),
      [],
    );
  });

  it('have the same places in both languages', () => {
    Object.entries(korean).forEach(([english, translation]) => assert.deepEqual(places(translation), places(english)));
  });

  it('have the same keys in both manifests, and all that the manifest uses', () => {
    const [english, translated] = [readJson('package.nls.json'), readJson('package.nls.ko.json')];
    assert.deepEqual(Object.keys(translated), Object.keys(english));
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([^%"]+)%"/gu)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
  });

  it('have the same commands behind the links of the welcome text', () => {
    const commands = (text = ''): string[] => [...text.matchAll(/\(command:[^)]*\)/gu)].map(([link]) => link);
    const [english, translated] = [readJson('package.nls.json'), readJson('package.nls.ko.json')];
    assert.deepEqual(commands(translated['welcome.empty']), commands(english['welcome.empty']));
  });
});
