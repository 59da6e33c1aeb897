import fc from "fast-check";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  ends,
  literal,
  packableHtml,
  packableJson,
  symbols,
} from "../../src/core/packing/alphabet.ts";
import { fromColumns, signature, toColumns } from "../../src/core/packing/columns.ts";
import { learnedPhrases } from "../../src/core/packing/learn-phrases.ts";
import { type Parts, withParts, withReferences } from "../../src/core/packing/parts.ts";
import { coded, decoded, phraseTable } from "../../src/core/packing/phrases.ts";
import { quoting, unquoted } from "../../src/core/packing/quotes.ts";
import { readNames, writeNames } from "../../src/core/packing/sheets.ts";

/** Text as pages have it, made of few words, so that they come again. */
const markup = fc
  .array(
    fc.constantFrom("<p>", "</p>", "Ada Löwe", " and ", "a %20 & b", "x", "𝒳", "ü", "2601.00001"),
  )
  .map((words) => `<i>${words.join("")}</i>`);

describe("packed text", () => {
  it("is what was packed, whatever phrases are known", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(markup, fc.string({ unit: "binary" }))), (texts) => {
        const known = learnedPhrases(texts, { joins: 50, least: 2 });
        const packed = coded(texts, known);
        const table = phraseTable(packed.phrases);
        expect(packed.texts.map((text) => decoded(text, table))).toEqual(texts);
      }),
    );
  });

  it("writes what comes again in fewer symbols", () => {
    const texts = Array.from({ length: 20 }, (_, n) => `<p class="card">Paper ${String(n)}</p>`);
    const packed = coded(texts, learnedPhrases(texts, { joins: 100, least: 5 }));
    for (const text of packed.texts) expect(text.length).toBeLessThan(6);
  });

  it("quotes what a page says again, in whatever form, and can be undone", () => {
    const page = `<h1>Löwe & Söhne</h1><a href="?q=${encodeURIComponent("Löwe & Söhne")}">x</a>`;
    const text = `${page}<a href="authors/lowe-sohne/">y</a>`;
    const quoted = quoting(text, "", () => false);
    expect(quoted.match(/we/g)).toHaveLength(1);
    expect(unquoted(quoted)).toBe(text);
    const name = `<i>Ada Maria Löwe</i><code>AU  - Löwe, Ada Maria\n&quot;Löwe&quot; &quot;Ada Maria&quot;</code>`;
    expect(quoting(name, "", () => false).match(/we/g)).toHaveLength(1);
    expect(unquoted(quoting(name, "", () => false))).toBe(name);
    expect(quoting(text, "", () => true)).toBe(text);
    fc.assert(
      fc.property(markup, fc.constantFrom("", "ada-lowe"), (any, key) => {
        expect(unquoted(quoting(any, key, () => false))).toBe(any);
      }),
    );
  });

  it("is a literal that says the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(runInNewContext(literal(text))).toBe(text);
      }),
    );
    const packed = symbols(5000).join("");
    expect(literal(packed)).toBe(`"${packed}"`);
  });

  it("keeps characters that it gives a meaning out of what it packs", () => {
    const odd = `a${Object.values(ends).join("")}\uE000\uE1FFb`;
    expect(packableHtml(odd)).toBe("a\uFFFD\uFFFD\uFFFD&#xe000;&#xe1ff;b");
    expect(JSON.parse(packableJson(`"${odd}"`))).toBe(odd);
  });
});

describe("parts of other pages", () => {
  const link = `<a class="related-title" href="page.html?papers/b/">${"A long title ".repeat(9)}</a>`;
  const card = `<article class="card"><h2><a href="page.html?papers/b/">B</a></h2>${"x".repeat(90)}</article>`;
  const numberOf = (address: string): number | undefined =>
    address === "page.html?papers/b/" ? 70_000 : undefined;

  it("are written once and come back where they were", () => {
    const parts: Parts = new Map();
    const page = `<article class="paper"><h1>A</h1>${link}<ul><li>${card}</li><li>${card}</li></ul></article>`;
    const text = withReferences(page, 1, numberOf, parts);
    expect(text).not.toContain("papers/b/");
    expect([...(parts.get(70_000)?.keys() ?? [])].sort()).toEqual([link, card].sort());
    const all = [...(parts.get(70_000)?.keys() ?? [])];
    expect(withParts(text, (sheet, place) => (sheet === 70_000 ? (all[place] ?? "") : ""))).toBe(
      page,
    );
  });

  it("stay where they are when they lead to the page itself, or to none that is packed", () => {
    const parts: Parts = new Map();
    const other = link.replace("papers/b", "papers/c");
    expect(withReferences(link + other, 70_000, numberOf, parts)).toBe(link + other);
    expect(parts.size).toBe(0);
  });
});

describe("pieces of the index", () => {
  const piece = (...cbor: number[]): Uint8Array =>
    Uint8Array.from([...new TextEncoder().encode(signature), ...cbor]);

  it("come back from columns byte for byte", () => {
    const pieces = [
      // [["ab", [1, 23, 24], -25], ["", [300, 70000, []]]]
      piece(0x82, 0x83, 0x62, 0x61, 0x62, 0x83, 1, 23, 0x18, 24, 0x38, 24),
      piece(0x81, 0x82, 0x60, 0x83, 0x19, 1, 44, 0x1a, 0, 1, 0x11, 0x70, 7),
    ].map((bytes, place) => (place === 0 ? Uint8Array.from([...bytes, 0x82, 0x60, 0x80]) : bytes));
    const columns = toColumns(pieces);
    expect(fromColumns(columns, pieces.length)).toEqual(pieces);
  });

  it.each([
    ["another file", new TextEncoder().encode("{}")],
    ["a map", piece(0xa0)],
    ["a piece cut short", piece(0x82, 1)],
    ["a piece with a rest", piece(1, 1)],
    ["an endless array", piece(0x9f, 0xff)],
  ])("are refused: %s", (_what, bytes) => {
    expect(() => toColumns([bytes])).toThrow();
  });
});

it("names files by what they do not share", () => {
  const names = writeNames(["x/en_a.pf", null, "x/en_bc.pf"]);
  expect(names).toEqual({ before: "x/en_", after: ".pf", names: "a,,bc" });
  expect([...readNames(names)]).toEqual([
    ["x/en_a.pf", 0],
    ["x/en_bc.pf", 2],
  ]);
  for (const paths of [[], [null], ["x"], [null, "x"]]) {
    const places = paths.flatMap((path, place) => (path === null ? [] : [[path, place]]));
    expect([...readNames(writeNames(paths))]).toEqual(places);
  }
});
