import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { decodeCp949 } from '../../../src/core/note/cp949.js';
import { decodeText } from '../../../src/core/note/decode.js';
import { encodingLabel } from '../../../src/core/note/encodings.js';
import { forRandom, oneOf, seed } from './seededRandom.js';

/** Bytes of UTF-8 text, with raw bytes where a number stands. */
function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])));
}

const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, 'hex'));

/** Codes of CP949 by character; the test of all codes holds them against another's table. */
const cp949Codes = new Map(
  Array.from({ length: 0x8000 }, (_, index) => [0x80 + (index >> 8), index & 0xff]).map((code) => [
    decodeCp949(Uint8Array.from(code), true)?.text,
    code,
  ]),
);

const inCp949 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((one) => [...(cp949Codes.get(one) ?? bytes(one))]));

const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const swapped = (little: Uint8Array): Uint8Array => Uint8Array.from(Buffer.from(little).swap16());

const koreanNote =
  '# 큐(Queue)\n\n먼저 넣은 것이 먼저 나온다.\n\n## 장점\n\n- 순서가 보장된다 → 쉽다\n\n## 단점\n\n- 느리다\n';
const words = ['가독성이', '장점', '단점은', '큐', '트리', '느리다.', '햏', '뷁', '資料', '→', '①', '├─', 'ㅋㅋ'];
const englishWords = ['Redis', '`Map`', '(O(n))', '\n- ', '\n\n## ', '100%'];

describe('decodeText', () => {
  it('reads UTF-8 and leaves a byte order mark out', () => {
    const read = { text: '# 가\n', problems: [], encoding: 'utf-8' };
    assert.deepEqual(decodeText(bytes('# 가\n')), read);
    assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, '# 가\n')), read);
    assert.deepEqual(decodeText(bytes()), { ...read, text: '' });
  });

  it('reads UTF-16 of both byte orders by its byte order mark', () => {
    const little = utf16('\uFEFF# 가\n');
    assert.deepEqual(decodeText(little), { text: '# 가\n', problems: [], encoding: 'utf-16le' });
    assert.deepEqual(decodeText(swapped(little)), { text: '# 가\n', problems: [], encoding: 'utf-16be' });
    assert.equal(decodeText(utf16('\uFEFF가'), 'euckr').text, '가');
  });

  it('reads UTF-16 of both byte orders without a mark, Korean and English', () => {
    ['# Queue\n\n- fast\n', koreanNote, '# 대가\n- 가대 저월 가\n- 가가가\n'].forEach((text) => {
      assert.deepEqual(decodeText(utf16(text)), { text, problems: [], encoding: 'utf-16le' });
      assert.deepEqual(decodeText(swapped(utf16(text))), { text, problems: [], encoding: 'utf-16be' });
    });
  });

  it('takes zero bytes in UTF-8 and in other files for no UTF-16', () => {
    const note = `# 가나\n\0\n${'다라 '.repeat(99)}\n`;
    assert.deepEqual(decodeText(bytes(note)), { text: note, problems: [], encoding: 'utf-8' });
    const binary = bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 0x0d, 'IHDR', 0, 0, 1, 0, 0, 0, 1, 0, 8, 6, 0, 0, 0);
    assert.equal(decodeText(binary).encoding, 'utf-8');
    const numbers = Uint8Array.from({ length: 4096 }, (_, index) => (index % 4 === 0 ? index >> 2 : 0));
    assert.equal(decodeText(numbers).encoding, 'utf-8');
  });

  it('replaces bytes that are no UTF-8 and names the first line that has any', () => {
    const { text, problems } = decodeText(bytes('# a\r\n\r\nb ', 0xff, ' c\r\n', 0xfe, 0x80, '\n'));
    assert.equal(text, '# a\r\n\r\nb \uFFFD c\r\n\uFFFD\uFFFD\n');
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
    assert.equal(decodeText(bytes(0xef, 0xbb, 0xbf, 'a\n', 0xff), 'windows1252').problems[0]?.line, 2);
  });

  it('finds a sequence that the end of the file or of a line cuts', () => {
    const lineOf = (...parts: readonly (string | number)[]): unknown => decodeText(bytes(...parts)).problems[0]?.line;
    assert.equal(lineOf('a\nb\n', 0xea, 0xb0), 3);
    assert.equal(lineOf('a\n', 0xea, 0xb0, '\nb'), 2);
    assert.equal(lineOf(0xed, 0xa0, 0x80), 1);
    assert.equal(lineOf(0xc0, 0x80, '\n'), 1);
  });

  it('reads CP949 that nobody has announced, be it long or short', () => {
    const short = bytes('# Redis\n', 0xc0, 0xe5, 0xc1, 0xa1, '\n- fast\n');
    assert.deepEqual(decodeText(short), { text: '# Redis\n장점\n- fast\n', problems: [], encoding: 'euc-kr' });
    [
      koreanNote,
      '# 트리\n',
      '- 리트\n',
      '# 키값\n',
      '드가',
      '# 자료(資料)구조의 장점과 단점\n',
      '# 장점\n├─ 빠르다\n│\n└─ 쉽다\n',
    ].forEach((text) => assert.deepEqual(decodeText(inCp949(text)), { text, problems: [], encoding: 'euc-kr' }));
  });

  it('reads syllables that EUC-KR lacks, and all else that CP949 has', () => {
    const read = (digits: string): unknown => decodeText(hex(digits), 'cp949').text;
    assert.equal(read('8c63b9e6b0a2c7cf'), '똠방각하');
    assert.equal(read('bc84bdc3c4ddb6f3'), '펲시콜라');
    assert.equal(read('8141c65294eec164a2e6a2e7'), '갂힣뷁햏€®');
    const all = Array.from({ length: 0x8000 }, (_, index) => Uint8Array.of(0x80 + (index >> 8), index & 0xff))
      .map((code) => decodeCp949(code, true)?.text ?? '-')
      .join('');
    // The codec cp949 of Python 3.11, `-` for what it refuses, and the decoder euc-kr of Chromium 153.
    const expected = 'a5e644a17bc07e3670730fd295e1006d915cc9aab4c96fbce3ff26de2e0094b4';
    assert.equal(createHash('sha256').update(all).digest('hex'), expected);
  });

  it('takes Chinese, Japanese, Russian and Western bytes for no Korean', () => {
    const samples = {
      // # 队列 / - 优点：速度快，可以解耦系统 / - 缺点：需要维护消息的顺序
      gbk: '2320b6d3c1d00a0a2d20d3c5b5e3a3bacbd9b6c8bfeca3acbfc9d2d4bde2f1eecfb5cdb30a2d20c8b1b5e3a3bad0e8d2aaceacbba4cffbcfa2b5c4cbb3d0f20a',
      // 大きなキューはキャッシュの一種です。
      shiftjis: '91e582ab82c8834c8385815b82cd834c838383628356838582cc88ea8eed82c582b78142',
      // # キュー / - 長所: 処理の順番が守られる
      eucjp: '2320a5ada5e5a1bc0a0a2d20c4b9bdea3a20bde8cdfda4cebde7c8d6a4acbce9a4e9a4eca4eb0a',
      // # 佇列 / - 優點：速度快
      big5hkscs: '2320a6eea6430a0a2d20c075c249a147b374abd7a7d60a',
      // # Résumé / - où ça: déjà vu, naïve, Äpfel, °C
      windows1252: '232052e973756de90a0a2d206ff920e7613a2064e96ae02076752c206e61ef76652c20c47066656c2c20b0430a',
      // # Очередь / - быстро
      koi8r: '2320efdec5d2c5c4d80a0a2d20c2d9d3d4d2cf0a',
      windows1251: '2320cef7e5f0e5e4fc0a0a2d20e1fbf1f2f0ee0a',
    };
    const texts = Object.entries(samples).map(([name, digits]) => {
      assert.deepEqual([decodeText(hex(digits)).encoding, decodeText(hex(digits)).problems.length], ['utf-8', 1], name);
      const read = decodeText(hex(digits), name);
      assert.deepEqual(read.problems, []);
      return `${read.encoding} ${read.text.replaceAll('\n', '|')}`;
    });
    assert.deepEqual(texts, [
      'gbk # 队列||- 优点：速度快，可以解耦系统|- 缺点：需要维护消息的顺序|',
      'shift_jis 大きなキューはキャッシュの一種です。',
      'euc-jp # キュー||- 長所: 処理の順番が守られる|',
      'big5 # 佇列||- 優點：速度快|',
      'windows-1252 # Résumé||- où ça: déjà vu, naïve, Äpfel, °C|',
      'koi8-r # Очередь||- быстро|',
      'windows-1251 # Очередь||- быстро|',
    ]);
  });

  it('reads what is valid UTF-8 as such, whatever is preferred', () => {
    ['# 가나다\n', 'café · naïve', '# Очередь\n', '# ASCII\n', 'žluťoučký kůň', '🚀'].forEach((text) =>
      ['cp949', 'windows1252', 'shiftjis', 'utf16le', 'gb18030'].forEach((preferred) =>
        assert.deepEqual(decodeText(bytes(text), preferred), { text, problems: [], encoding: 'utf-8' }),
      ),
    );
  });

  it('leaves it to the preferred encoding whether a word is Korean that could be UTF-8', () => {
    const queue = bytes('# ', 0xc5, 0xa5, ' Queue\n');
    assert.equal(decodeText(queue).text, '# ť Queue\n');
    assert.deepEqual(decodeText(queue, 'euckr'), { text: '# 큐 Queue\n', problems: [], encoding: 'euc-kr' });
  });

  it('detects the encoding where bytes are not valid in the preferred one, or nobody knows it', () => {
    ['shiftjis', 'utf16le', 'euckr', 'utf8', 'utf8bom', 'cp437', 'constructor', ''].forEach((preferred) =>
      assert.equal(
        decodeText(
          bytes(...inCp949(koreanNote), '\n'.repeat(inCp949(koreanNote).length % 2 ? 2 : 1)),
          preferred,
        ).text.trim(),
        koreanNote.trim(),
        preferred,
      ),
    );
    const broken = decodeText(bytes('# 가나다\n- 라마', 0xeb, 0xb0, '\n'), 'windows1252');
    assert.deepEqual([broken.text, broken.problems[0]?.line], ['# 가나다\n- 라마\uFFFD\n', 2]);
  });

  it('has a label for each encoding of VS Code that the standard has', () => {
    const unknown = 'cp437 cp850 cp852 cp857 cp865 cp1125 iso885916 koi8t utf8bom'.split(' ');
    const known = [
      ...'utf8 utf16le utf16be windows1250 windows1251 windows1252 windows1253 windows1254 windows1255'.split(' '),
      ...'windows1256 windows1257 windows1258 windows874 iso88591 iso88592 iso88593 iso88594 iso88595'.split(' '),
      ...'iso88596 iso88597 iso88598 iso88599 iso885910 iso885911 iso885913 iso885914 iso885915 macroman'.split(' '),
      ...'cp866 cp949 cp950 koi8r koi8u koi8ru gbk gb18030 gb2312 big5hkscs shiftjis eucjp euckr'.split(' '),
    ];
    known.forEach((name) => assert.doesNotThrow(() => new TextDecoder(encodingLabel(name)), name));
    unknown.forEach((name) => assert.throws(() => new TextDecoder(encodingLabel(name)), RangeError, name));
  });

  it(`reads any Korean text in CP949 (seed ${seed})`, () => {
    const korean = fc.array(oneOf(words), { minLength: 2, maxLength: 30 }).map((some) => `${some.join(' ')} 느리다`);
    const mixed = fc.tuple(korean, fc.array(oneOf(englishWords)), korean).map((parts) => parts.flat().join(' '));
    forRandom(mixed, 500, (text) => {
      const note = `# 큐의 장점은 순서가 있다는 것이다\n${text}\n먼저 넣은 것이 먼저 나와서 이해하기가 쉽고 빠르다.\n`;
      assert.deepEqual(decodeText(inCp949(note), 'euckr'), { text: note, problems: [], encoding: 'euc-kr' });
    });
  });

  it(`keeps a damaged UTF-8 text what it is (seed ${seed})`, () => {
    const texts = [
      '큐의 장점은 순서가 있다는 것이다. ',
      'Il a été très élégant à Béziers. ',
      'キューは順番を守る。',
      'Очередь ',
    ];
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255), oneOf([0, 1, 2])), { minLength: 1, maxLength: 3 });
    forRandom(
      fc.tuple(oneOf(texts), damage, oneOf([undefined, 'euckr', 'windows1252'])),
      1000,
      ([text, places, preferred]) => {
        const note = [...bytes(text.repeat(5))];
        places.forEach(([place, byte, removed]) => note.splice(place % note.length, removed, byte));
        assert.equal(decodeText(Uint8Array.from(note), preferred).encoding, 'utf-8');
      },
    );
  });

  it(`reads any bytes somehow (seed ${seed})`, () => {
    const names = ['utf8', 'euckr', 'utf16be', 'shiftjis', 'gb18030', 'windows1252', 'nothing'];
    const values = fc.tuple(fc.uint8Array({ maxLength: 64 }), oneOf(names));
    forRandom(values, 3000, ([some, preferred]) => {
      const { text, problems } = decodeText(some, preferred);
      assert.ok(text.length <= some.length);
      assert.ok(problems.every(({ line }) => line >= 1 && line <= text.split('\n').length));
    });
  });
});
