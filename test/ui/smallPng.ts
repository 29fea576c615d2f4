import { crc32, deflateSync } from 'node:zlib';

/** Colours of a picture: a palette could have 256, which makes it larger, and is not seen. */
const mostColours = 96;

/** The most frequent colours are those of areas, in which a difference would be seen: they stay as they are. */
const exactColours = 48;

/** An image as canvases give it: red, green, blue and alpha of each point, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A colour without alpha, and how many points have it. */
interface Colour {
  readonly rgb: number;
  count: number;
}

/**
 * Writes an image as a PNG with a palette, a third in size of one with all colours. What is transparent stays so.
 *
 * @param pixels The image.
 */
export function smallPng({ width, height, data }: Pixels): Buffer {
  const colours = new Map<number, Colour>();
  for (let at = 0; at < data.length; at += 4) {
    const rgb = rgbAt(data, at);
    const colour = colours.get(rgb) ?? { rgb, count: 0 };
    colours.set(rgb, colour);
    colour.count += data[at + 3] === 0 ? 0 : 1;
  }
  // The first place is for what is transparent.
  const palette = [0, ...paletteOf([...colours.values()], mostColours - 1)];
  const places = new Map([...colours.keys()].map((rgb) => [rgb, nearest(palette, rgb)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let point = 0; point < width * height; point += 1) {
    const isTransparent = data[point * 4 + 3] === 0;
    rows[point + Math.floor(point / width) + 1] = isTransparent ? 0 : (places.get(rgbAt(data, point * 4)) ?? 0);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a point, by palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('tRNS', Buffer.from([0])),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function rgbAt(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

function channels(rgb: number): [red: number, green: number, blue: number] {
  return [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
}

/** The most frequent colours, and the means of what median cuts leave of the others. */
function paletteOf(colours: readonly Colour[], most: number): number[] {
  const sorted = [...colours].sort((a, b) => b.count - a.count);
  const exact = sorted.slice(0, colours.length <= most ? most : exactColours).map(({ rgb }) => rgb);
  const boxes = [sorted.slice(exact.length)].filter((box) => box.length > 0);
  while (boxes.length > 0 && exact.length + boxes.length < most) {
    boxes.sort((a, b) => spread(b).weight - spread(a).weight);
    const [box = []] = boxes.splice(0, 1);
    if (box.length < 2) {
      boxes.push(box);
      break;
    }
    const { channel } = spread(box);
    box.sort((a, b) => (channels(a.rgb)[channel] ?? 0) - (channels(b.rgb)[channel] ?? 0));
    const half = Math.floor(box.length / 2);
    boxes.push(box.slice(0, half), box.slice(half));
  }
  return [...exact, ...boxes.map(mean)];
}

/** In which channel the colours of a box differ most, and how much that weighs. */
function spread(box: readonly Colour[]): { channel: number; weight: number } {
  const widths = [0, 1, 2].map((channel) => {
    const values = box.map(({ rgb }) => channels(rgb)[channel] ?? 0);
    return Math.max(...values) - Math.min(...values);
  });
  const widest = Math.max(...widths);
  const points = box.reduce((sum, { count }) => sum + count, 0);
  return { channel: widths.indexOf(widest), weight: box.length < 2 ? -1 : widest * Math.sqrt(points) };
}

function mean(box: readonly Colour[]): number {
  const points = Math.max(
    1,
    box.reduce((sum, { count }) => sum + count, 0),
  );
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    Math.round(box.reduce((sum, { rgb, count }) => sum + (channels(rgb)[channel] ?? 0) * count, 0) / points),
  );
  return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
}

/** The place of the colour that is most like another; never the first. */
function nearest(palette: readonly number[], rgb: number): number {
  const wanted = channels(rgb);
  let best = 1;
  let least = Infinity;
  for (let place = 1; place < palette.length; place += 1) {
    const distance = channels(palette[place] ?? 0).reduce(
      (sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2,
      0,
    );
    if (distance < least) {
      [best, least] = [place, distance];
    }
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
