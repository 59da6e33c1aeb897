/** Pieces of the typefaces from npm: the characters and weights that are wanted, and nothing else. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const { resolve } = createRequire(import.meta.url);

/** A span of code points, both ends included, or one of them. */
export type CodePoints = readonly [first: number, last: number] | number;

/** Which piece of which font. */
export interface FontPiece {
  /** Font file as Node resolves it: `@fontsource-variable/inter/files/…woff2`. */
  readonly source: string;
  readonly codePoints: readonly CodePoints[];
  /** OpenType features that are kept: https://learn.microsoft.com/typography/opentype/spec/featurelist. */
  readonly features: readonly string[];
  /** Weight, or the range of weights, of a variable font; `null` for a font that has one. */
  readonly weight: number | { readonly min: number; readonly max: number } | null;
}

/** The piece as a font file: `woff2` for browsers, `sfnt` (TrueType or OpenType) for programs. */
export async function fontPiece(
  { source, codePoints, features, weight }: FontPiece,
  format: "woff2" | "sfnt",
): Promise<Uint8Array> {
  return subsetFont(await readFile(resolve(source)), characters(codePoints), {
    targetFormat: format,
    keepFeatures: features,
    noHinting: true,
    ...(weight === null ? {} : { variationAxes: { wght: weight } }),
  });
}

function characters(codePoints: readonly CodePoints[]): string {
  return codePoints
    .map((span) => (typeof span === "number" ? [span, span] : span))
    .map(([first = 0, last = 0]) =>
      String.fromCodePoint(
        ...Array.from({ length: last - first + 1 }, (_, index) => first + index),
      ),
    )
    .join("");
}
