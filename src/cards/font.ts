/**
 * How wide the characters of a font are, read from its file. Tables and their fields:
 * https://learn.microsoft.com/typography/opentype/spec/otff.
 */

/** What line breaking needs of a font. */
export interface Font {
  /** Width of a character as a part of the font's size; `null` where the font does not have it. */
  readonly advance: (codePoint: number) => number | null;
}

/**
 * Reads a TrueType or OpenType font.
 *
 * @throws {Error} when a table that every font has is missing.
 */
export function readFont(file: Uint8Array): Font {
  const { view, table } = tables(file);
  const unitsPerEm = view.getUint16(table("head") + 18);
  const widths = view.getUint16(table("hhea") + 34);
  const metrics = table("hmtx");
  const glyphs = glyphsByCharacter(view, table("cmap"));
  return {
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return null;
      return view.getUint16(metrics + 4 * Math.min(glyph, widths - 1)) / unitsPerEm;
    },
  };
}

/** The font with another weight in its description; its shapes stay. */
export function withWeight(file: Uint8Array, weight: number): Uint8Array {
  const copy = Uint8Array.from(file);
  const { view, table } = tables(copy);
  view.setUint16(table("OS/2") + 4, weight);
  return copy;
}

/** The file's numbers, and where a table of it starts. */
function tables(file: Uint8Array): { view: DataView; table: (name: string) => number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return {
    view,
    table: (name) => {
      for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
        const tag = String.fromCharCode(...file.subarray(at, at + 4));
        if (tag === name) return view.getUint32(at + 8);
      }
      throw new Error(`The font has no table ${name}.`);
    },
  };
}

/** The character map in format 12, else in format 4. */
function glyphsByCharacter(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    return cmap + view.getUint32(cmap + 4 + 8 * index + 4);
  });
  const ofFormat = (format: number): number | undefined =>
    subtables.find((at) => view.getUint16(at) === format);
  const segmented = ofFormat(12);
  if (segmented !== undefined) return segmentedCoverage(view, segmented);
  const deltas = ofFormat(4);
  if (deltas === undefined) throw new Error("The font has no character map that can be read.");
  return segmentDeltas(view, deltas);
}

function segmentedCoverage(view: DataView, at: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const start = at + 16 + 12 * group;
    const [first, last, glyph] = [0, 4, 8].map((offset) => view.getUint32(start + offset));
    if (first === undefined || last === undefined || glyph === undefined) continue;
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function segmentDeltas(view: DataView, at: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const size = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + size];
  const [deltas, offsets] = [starts + size, starts + 2 * size];
  for (let segment = 0; segment < size; segment += 2) {
    const first = view.getUint16(starts + segment);
    const last = view.getUint16(ends + segment);
    const offset = view.getUint16(offsets + segment);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const listed = offsets + segment + offset + 2 * (code - first);
      const raw = offset === 0 ? code : view.getUint16(listed);
      const glyph = raw === 0 ? 0 : (raw + view.getUint16(deltas + segment)) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
