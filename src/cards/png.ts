/**
 * Writes an image of few colors as a small PNG with a palette: https://www.w3.org/TR/png-3/. The
 * rarest shades, at the edges of letters, take the nearest of the others.
 */
import { crc32, deflateSync } from "node:zlib";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Shades that the letters of a card do with; a palette could have 256. */
const mostColors = 64;

/** Of zlib: the highest level, 9, takes three times as long for a tenth less. */
const compression = 6;

/**
 * PNG of opaque pixels.
 *
 * @param pixels four bytes a pixel: red, green, blue, and an alpha that is not read.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const { indices, palette } = indexed(pixels);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits a pixel, which name a color of the palette.
  header.set([8, 3, 0, 0, 0], 8);
  // Each row starts with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: compression })),
    chunk("IEND", new Uint8Array()),
  ];
  return Buffer.concat([signature, ...chunks]);
}

/** Colors by how often they occur; a rarer one takes the nearest of those. */
function indexed(pixels: Uint8Array): { indices: Uint8Array; palette: Uint8Array } {
  const colors = new Uint32Array(new Uint8Array(pixels).buffer);
  // Most pixels are like the one before them, so runs are counted, not pixels.
  const uses = new Map<number, number>();
  for (const { color, start, end } of runs(colors)) {
    uses.set(color, (uses.get(color) ?? 0) + end - start);
  }
  const common = [...uses]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, mostColors)
    .map(([color]) => color);
  const places = new Map(common.map((color, place) => [color, place]));
  const indices = new Uint8Array(colors.length);
  for (const { color, start, end } of runs(colors)) {
    let place = places.get(color);
    if (place === undefined) {
      place = nearest(color, common);
      places.set(color, place);
    }
    indices.fill(place, start, end);
  }
  // In memory, red comes first: the lowest byte.
  const palette = common.flatMap((color) => [color & 255, (color >> 8) & 255, (color >> 16) & 255]);
  return { indices, palette: Uint8Array.from(palette) };
}

/** Neighbors of the same color. */
function* runs(
  colors: Uint32Array,
): Generator<{ readonly color: number; readonly start: number; readonly end: number }> {
  for (let start = 0; start < colors.length;) {
    const color = colors[start] ?? 0;
    let end = start + 1;
    while (end < colors.length && colors[end] === color) end += 1;
    yield { color, start, end };
    start = end;
  }
}

function nearest(color: number, among: readonly number[]): number {
  let best = 0;
  let least = Infinity;
  among.forEach((other, place) => {
    let distance = 0;
    for (const shift of [16, 8, 0]) {
      distance += (((color >> shift) & 255) - ((other >> shift) & 255)) ** 2;
    }
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    [...type].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
