import assert from 'node:assert/strict';
import { decodeText } from '../../../src/core/note/decode.js';

/** Bytes of UTF-8 text, with raw bytes where a number stands. */
function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])));
}

describe('decodeText', () => {
  it('reads UTF-8 and leaves a byte order mark out', () => {
    assert.deepEqual(decodeText(bytes('# 가\n')), { text: '# 가\n', problems: [] });
    assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, '# 가\n')), { text: '# 가\n', problems: [] });
    assert.deepEqual(decodeText(bytes()), { text: '', problems: [] });
  });

  it('reads UTF-16 of both byte orders by its byte order mark', () => {
    const little = Buffer.from('\uFEFF# 가\n', 'utf16le');
    assert.deepEqual(decodeText(little), { text: '# 가\n', problems: [] });
    assert.deepEqual(decodeText(Buffer.from(little).swap16()), { text: '# 가\n', problems: [] });
  });

  it('replaces bytes that are no UTF-8 and names the first line that has any', () => {
    const { text, problems } = decodeText(bytes('# a\r\n\r\nb ', 0xff, ' c\r\n', 0xfe, 0x80, '\n'));
    assert.equal(text, '# a\r\n\r\nb \uFFFD c\r\n\uFFFD\uFFFD\n');
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
  });

  it('finds a sequence that the end of the file or of a line cuts', () => {
    const lineOf = (...parts: readonly (string | number)[]): unknown => decodeText(bytes(...parts)).problems[0]?.line;
    assert.equal(lineOf('a\nb\n', 0xea, 0xb0), 3);
    assert.equal(lineOf('a\n', 0xea, 0xb0, '\nb'), 2);
    assert.equal(lineOf(0xed, 0xa0, 0x80), 1);
    assert.equal(lineOf(0xc0, 0xaf, '\n'), 1);
  });

  it('reads Korean text of another encoding as far as it goes', () => {
    const { text, problems } = decodeText(bytes('# Redis\n', 0xc0, 0xe5, 0xc1, 0xa1, '\n- fast\n'));
    assert.match(text, /^# Redis\n\uFFFD+\n- fast\n$/u);
    assert.equal(problems[0]?.line, 2);
  });
});
