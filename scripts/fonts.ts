/**
 * `npm run fonts`: makes the web fonts in `src/styles/fonts/` from the packages of the typefaces, and
 * the style sheet that names them. What it writes is committed: the same packages give the same bytes.
 *
 * A page loads the first two pieces, and of the others those whose characters it has.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { format, resolveConfig } from "prettier";
import { type CodePoints, type FontPiece, fontPiece } from "../src/io/font-files.ts";
import { root } from "../src/io/settings.ts";

interface Face extends FontPiece {
  readonly name: string;
  readonly family: string;
  readonly style: "normal" | "italic";
  /** `optional` for formulas: no fallback has their measures, so that a late swap would shift the page. */
  readonly display?: "swap" | "optional";
}

const folder = path.join(root, "src/styles/fonts");
const inter = "@fontsource-variable/inter/files/inter";
const serif = "@fontsource-variable/source-serif-4/files/source-serif-4";
const stix = "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2";

/** Regular to bold; nothing is lighter or heavier. */
const textWeights = { min: 400, max: 700 };
/** Kerning, ligatures, composed marks, and forms that a language asks for. */
const textFeatures = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"];

/** English with its typography, and Western European names. */
const latin: readonly CodePoints[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  ...[0x131, 0x152, 0x153, 0x2c6, 0x2da, 0x2dc],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  ...[0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203a, 0x2044, 0x20ac, 0x2122],
  ...[0x2191, 0x2193, 0x2212, 0x2215, 0xfffd],
];

/** Names of Central and Eastern Europe, Turkey, and pinyin with its tones. */
const latinExtended: readonly CodePoints[] = [
  [0x100, 0x130],
  [0x132, 0x151],
  [0x154, 0x17f],
  ...[0x18f, 0x192],
  [0x1cd, 0x1dc],
  [0x1e6, 0x1e7],
  [0x218, 0x21b],
  ...[0x259, 0x2bb, 0x2bc, 0x2c7],
  [0x2d8, 0x2d9],
  ...[0x2db, 0x2dd, 0x1e9e],
];

const vietnamese: readonly CodePoints[] = [
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x301],
  ...[0x303, 0x309, 0x323],
  [0x1ea0, 0x1ef9],
  0x20ab,
];

/** What formulas are made of: text, Greek, italic letters, and all that stretches. */
const formulas: readonly CodePoints[] = [
  [0x20, 0x7e],
  ...[0xa0, 0xac, 0xb0, 0xb1, 0xb7, 0xd7, 0xf7, 0xa8, 0xaf, 0xb4],
  ...[0x131, 0x2c6, 0x2c7, 0x2d8, 0x2d9, 0x2dc, 0x300, 0x301, 0x302, 0x303, 0x304],
  ...[0x305, 0x306, 0x307, 0x308, 0x30c, 0x332, 0x338, 0x20d7],
  ...[0x393, 0x394, 0x398, 0x39b, 0x39e, 0x3a0, 0x3a3, 0x3a5, 0x3a6, 0x3a8, 0x3a9],
  ...[0x2016, 0x2026, 0x203e, 0x2044],
  [0x2032, 0x2034],
  [0x2061, 0x2064],
  ...[0x210e, 0x2113, 0x2135],
  // Arrows
  [0x2190, 0x2195],
  ...[0x21a6, 0x21d0, 0x21d2, 0x21d4, 0x27f5, 0x27f6, 0x27f7, 0x27f9, 0x27fa],
  // Operators and relations
  ...[0x2200, 0x2202, 0x2203, 0x2205, 0x2207, 0x2208, 0x2209, 0x220b, 0x220f, 0x2211, 0x2212],
  ...[0x2213, 0x2215, 0x2216, 0x2217, 0x2218, 0x2219, 0x221a, 0x221d, 0x221e, 0x2223, 0x2225],
  [0x2227, 0x222b],
  ...[0x223c, 0x2243, 0x2245, 0x2248, 0x225c, 0x2260, 0x2261, 0x2264, 0x2265, 0x226a, 0x226b],
  ...[0x227a, 0x227b, 0x2282, 0x2283, 0x2286, 0x2287, 0x2295, 0x2297, 0x2299, 0x22a4, 0x22a5],
  ...[0x22c5, 0x22c6, 0x22ee, 0x22ef, 0x22f1, 0x2aaf, 0x2ab0],
  // Brackets and braces
  [0x2308, 0x230b],
  [0x27e8, 0x27e9],
  [0x23de, 0x23df],
  // Italic letters, Latin and Greek
  [0x1d434, 0x1d467],
  [0x1d6fc, 0x1d71b],
];

/** Letters of sets, distributions and vectors: blackboard, script, bold. */
const alphabets: readonly CodePoints[] = [
  ...[0x2102, 0x210b, 0x210d, 0x2110, 0x2112, 0x2115, 0x2119, 0x211a, 0x211b, 0x211d, 0x2124],
  ...[0x212c, 0x2130, 0x2131, 0x2133],
  [0x1d400, 0x1d433],
  [0x1d49c, 0x1d4b5],
  [0x1d538, 0x1d550],
  [0x1d7ce, 0x1d7d9],
];

/**
 * What is seldom seen: Fraktur, sans, typewriter, bold italic, bold Greek. Not the small letters of
 * upright Greek: Chromium would fetch this piece for them even where it shows italic ones instead.
 */
const rareAlphabets: readonly CodePoints[] = [
  [0x1d468, 0x1d49b],
  [0x1d504, 0x1d537],
  [0x1d5a0, 0x1d5d3],
  [0x1d670, 0x1d6a3],
  [0x1d6a8, 0x1d6c0],
  [0x1d6c2, 0x1d6da],
];

const text = { weight: textWeights, style: "normal", features: textFeatures } as const;
const sans = { ...text, family: "Inter" };
const serifs = { ...text, family: "Source Serif 4" };
// The table of mathematical typesetting is kept with the glyphs that it names.
const math = {
  family: "STIX Two Math",
  style: "normal",
  features: [],
  weight: null,
  display: "optional",
} as const;

const faces: readonly Face[] = [
  {
    ...sans,
    name: "inter-latin",
    source: `${inter}-latin-wght-normal.woff2`,
    codePoints: latin,
    features: [...textFeatures, "tnum"],
  },
  {
    ...serifs,
    name: "source-serif-latin",
    source: `${serif}-latin-wght-normal.woff2`,
    codePoints: latin,
  },
  {
    ...serifs,
    name: "source-serif-latin-italic",
    source: `${serif}-latin-wght-italic.woff2`,
    codePoints: latin,
    style: "italic",
    weight: 400,
  },
  {
    ...sans,
    name: "inter-latin-extended",
    source: `${inter}-latin-ext-wght-normal.woff2`,
    codePoints: latinExtended,
  },
  {
    ...serifs,
    name: "source-serif-latin-extended",
    source: `${serif}-latin-ext-wght-normal.woff2`,
    codePoints: latinExtended,
  },
  {
    ...sans,
    name: "inter-vietnamese",
    source: `${inter}-vietnamese-wght-normal.woff2`,
    codePoints: vietnamese,
  },
  {
    ...serifs,
    name: "source-serif-vietnamese",
    source: `${serif}-vietnamese-wght-normal.woff2`,
    codePoints: vietnamese,
  },
  { ...math, name: "stix-two-math", source: stix, codePoints: formulas },
  { ...math, name: "stix-two-math-alphabets", source: stix, codePoints: alphabets },
  { ...math, name: "stix-two-math-rare-alphabets", source: stix, codePoints: rareAlphabets },
];

mkdirSync(folder, { recursive: true });
const rules: string[] = [];
for (const face of faces) {
  const bytes = await fontPiece(face, "woff2");
  writeFileSync(path.join(folder, `${face.name}.woff2`), bytes);
  rules.push(rule(face));
  process.stdout.write(`${String(bytes.length).padStart(7)} bytes  ${face.name}\n`);
}
const sheet = path.join(folder, "faces.css");
const css = `/* Made by \`npm run fonts\`; change scripts/fonts.ts instead. */\n${rules.join("\n")}`;
writeFileSync(sheet, await format(css, { ...(await resolveConfig(sheet)), filepath: sheet }));

function rule({ name, family, style, weight, codePoints, display = "swap" }: Face): string {
  const weights =
    weight === null
      ? "400"
      : typeof weight === "number"
        ? String(weight)
        : `${String(weight.min)} ${String(weight.max)}`;
  return `@font-face {
    font-family: "${family}"; font-style: ${style}; font-weight: ${weights}; font-display: ${display};
    src: url("./${name}.woff2") format("woff2");
    unicode-range: ${codePoints.map(unicodeRange).join(", ")};
  }`;
}

/** A span as CSS writes it: https://www.w3.org/TR/css-fonts-4/#unicode-range-desc. */
function unicodeRange(span: CodePoints): string {
  const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, "0");
  const [first, last] = typeof span === "number" ? [span, span] : span;
  return first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`;
}
