/**
 * The typefaces of the cards, as files that the painter reads: one weight each, made from the same
 * packages as the web fonts. Fonts of the machine are not used, so that all machines paint alike.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { type CodePoints, type FontPiece, fontPiece } from "../io/font-files.ts";
import type { Face, Type } from "./drawing.ts";
import { type Font, readFont, withWeight } from "./font.ts";

const inter = "@fontsource-variable/inter/files/inter";
const serif = "@fontsource-variable/source-serif-4/files/source-serif-4";

/** Latin with all its accents, Greek, punctuation, arrows, operators, letters of formulas. */
const codePoints: readonly CodePoints[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x3ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x23ff],
  [0x27e6, 0x27ff],
  0xfffd,
  [0x1d400, 0x1d7ff],
];

const common = { codePoints, features: ["kern", "liga", "ccmp", "locl", "mark", "mkmk"] };
const latin = {
  serif: `${serif}-latin-wght-normal.woff2`,
  sans: `${inter}-latin-wght-normal.woff2`,
};
const extended = {
  serif: `${serif}-latin-ext-wght-normal.woff2`,
  sans: `${inter}-latin-ext-wght-normal.woff2`,
};

/** A font file, and how a drawing names it. */
interface NamedPiece extends FontPiece {
  readonly family: string;
  /** Weight that the file claims, so that pieces of one family can be told apart. */
  readonly claims: number;
}

const pieces = {
  serif: { ...common, source: latin.serif, weight: 600, family: "Source Serif 4", claims: 600 },
  serifExtended: {
    ...{ ...common, source: extended.serif, weight: 600 },
    ...{ family: "Source Serif 4", claims: 700 },
  },
  sans: { ...common, source: latin.sans, weight: 400, family: "Inter", claims: 400 },
  sansExtended: { ...common, source: extended.sans, weight: 400, family: "Inter", claims: 500 },
  sansBold: { ...common, source: latin.sans, weight: 600, family: "Inter", claims: 600 },
  math: {
    ...{
      ...common,
      source: "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
    },
    ...{ weight: null, family: "STIX Two Math", claims: 400 },
  },
} as const satisfies Record<string, NamedPiece>;

/** Changes when the pieces above do, so that no older file is taken for one of these. */
const edition = "2";

/** The typefaces, ready to measure and to paint with. */
export interface Typefaces extends Type {
  readonly files: readonly string[];
}

/** Reads the typefaces from a folder; those that are not there yet are made. */
export async function typefaces(folder: string): Promise<Typefaces> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const load = async (name: keyof typeof pieces): Promise<LoadedPiece> => {
    const piece = pieces[name];
    const file = path.join(folder, `${name}-${edition}.ttf`);
    if (!existsSync(file)) {
      // Another build may do the same at this moment: the file appears at once, whole.
      const draft = `${file}.${String(process.pid)}`;
      writeFileSync(draft, withWeight(await fontPiece(piece, "sfnt"), piece.claims));
      renameSync(draft, file);
    }
    files.push(file);
    return { ...readFont(readFileSync(file)), family: piece.family, weight: piece.claims };
  };
  const math = await load("math");
  const sansExtended = await load("sansExtended");
  return {
    files,
    serif: face([await load("serif"), await load("serifExtended"), math]),
    sans: face([await load("sans"), sansExtended, math]),
    sansBold: face([await load("sansBold"), sansExtended, math]),
  };
}

interface LoadedPiece extends Font {
  readonly family: string;
  readonly weight: number;
}

/** Each character is set in the first piece that has it. */
function face(loaded: readonly LoadedPiece[]): Face {
  const known = new Map<string, LoadedPiece | null>();
  const pieceOf = (character: string): LoadedPiece | null => {
    let found = known.get(character);
    if (found === undefined) {
      const code = character.codePointAt(0) ?? 0;
      found = loaded.find(({ advance }) => advance(code) !== null) ?? null;
      known.set(character, found);
    }
    return found;
  };
  return {
    width: (text, size) => {
      let width = 0;
      for (const character of text) {
        width += pieceOf(character)?.advance(character.codePointAt(0) ?? 0) ?? 0;
      }
      return width * size;
    },
    settable: (text) =>
      [...text.normalize("NFC")].filter((each) => pieceOf(each) !== null).join(""),
    runs: (text) => {
      const runs: { text: string; family: string; weight: number }[] = [];
      for (const character of text) {
        const { family = "", weight = 400 } = pieceOf(character) ?? {};
        const last = runs.at(-1);
        if (last?.family === family && last.weight === weight) last.text += character;
        else runs.push({ text: character, family, weight });
      }
      return runs;
    },
  };
}
