import { readFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { colors, hexOfOklch, hues } from "../../../src/cards/colors.ts";
import { type Card, drawCard } from "../../../src/cards/drawing.ts";
import { painter } from "../../../src/cards/painting.ts";
import { encodePng } from "../../../src/cards/png.ts";
import { typefaces } from "../../../src/cards/typefaces.ts";
import { hasOwnCard, mostPaperCards } from "../../../src/core/shared-cards.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const cache = path.join(root, ".cache/cards");
const card: Card = {
  site: "Papershelf",
  kind: null,
  title: "A <title> & more",
  text: null,
  authors: ["Ada Author", "Łukasz Šimon"],
  note: "2026",
  chips: [{ label: "GRPO", family: "policy-optimization" }],
  family: "policy-optimization",
};

/** The words of the drawing, line by line. */
async function wordsOf(changed: Partial<Card>): Promise<string[]> {
  const type = await typefaces(path.join(cache, "typefaces"));
  const svg = drawCard({ ...card, ...changed }, type);
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, words = ""]) =>
    words.replace(/<[^>]+>/g, ""),
  );
}

describe("a card", () => {
  it("says site, title, authors, techniques and year, escaped", async () => {
    expect(await wordsOf({})).toEqual([
      "Papershelf",
      "A &lt;title&gt; &amp; more",
      "Ada Author, Łukasz Šimon",
      "GRPO",
      "2026",
    ]);
  });

  it("names as many authors as two lines hold, and counts the others", async () => {
    const authors = Array.from({ length: 60 }, (_, index) => `Somebody Author${String(index)}`);
    const lines = (await wordsOf({ authors })).slice(2, -2);
    expect(lines).toHaveLength(2);
    const named = lines.join(" ").match(/Somebody/g)?.length ?? 0;
    expect(lines.join(" ")).toContain(`${String(60 - named)} more authors`);
  });

  it("counts authors whose names the typefaces cannot set", async () => {
    expect(await wordsOf({ authors: ["李明", "Ada Author"] })).toContain(
      "Ada Author, 1 more author",
    );
    expect(await wordsOf({ authors: ["李明"] })).toContain("1 author");
  });

  it("cuts a title of any length and keeps the foot free", async () => {
    const type = await typefaces(path.join(cache, "typefaces"));
    const title = "An extraordinarily long title about many things ".repeat(9);
    const authors = Array.from({ length: 60 }, () => "Maximiliana Longname");
    const svg = drawCard({ ...card, title, authors }, type);
    const baselines = [...svg.matchAll(/<text [^>]*x="88\.0" y="([\d.]+)"/g)].map(([, y]) =>
      Number(y),
    );
    expect(svg).toContain("…");
    expect(Math.max(...baselines)).toBeLessThan(520);
  });

  it("is painted alike each time, small, and 1200 by 630 pixels", async () => {
    const { paint } = await painter(cache);
    const [first, second] = [await paint(card), await paint(card)];
    expect(Buffer.compare(first, second)).toBe(0);
    const view = new DataView(first.buffer, first.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
    expect(first.length).toBeLessThan(60_000);
  });

  it("is a paper's own when it is new and its title can be set", () => {
    expect(hasOwnCard({ title: "C$^2$GSPG: Éléments of π" }, 0)).toBe(true);
    expect(hasOwnCard({ title: "强化学习" }, 0)).toBe(false);
    expect(hasOwnCard({ title: "Old" }, mostPaperCards)).toBe(false);
  });
});

describe("colors of cards", () => {
  const tokens = readFileSync(path.join(root, "src/styles/tokens.css"), "utf8");

  it("are those of the style sheet", () => {
    for (const [family, hue] of Object.entries(hues)) {
      expect(tokens).toMatch(new RegExp(`"${family}"\\] \\{\\s+--hue: ${String(hue)};`));
    }
    expect(Object.keys(hues)).toHaveLength(tokens.match(/^\[data-family="/gm)?.length ?? 0);
    for (const color of Object.values(colors)) expect(tokens).toContain(`light-dark(${color},`);
  });

  it("become sRGB as CSS Color 4 says", () => {
    expect(hexOfOklch(1, 0, 0)).toBe("#ffffff");
    expect(hexOfOklch(0.62796, 0.25768, 29.234)).toBe("#ff0000");
  });
});

describe("encodePng", () => {
  it("gives back the pixels", () => {
    const [red, blue] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ];
    const png = Buffer.from(encodePng(Uint8Array.from([red, red, blue, red].flat()), 2, 2));
    const part = (name: string): Buffer => {
      const at = png.indexOf(name);
      return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    };
    expect([...part("PLTE")]).toEqual([255, 0, 0, 0, 0, 255]);
    expect([...inflateSync(part("IDAT"))]).toEqual([0, 0, 0, 0, 1, 0]);
  });
});
