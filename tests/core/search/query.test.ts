import { describe, expect, it } from "vitest";
import { apart, readQuery, respelt } from "../../../src/core/search/query.ts";

const wholes = (text: string): string[] => readQuery(text).words.map(({ whole }) => whole);

describe("reading a query", () => {
  it.each([
    ["C$^2$GSPG", ["c2gspg"]],
    ["C²GSPG", ["c2gspg"]],
    ["\\textbf{S-GRPO}", ["sgrpo"]],
    ["Retrieval‑Augmented   Générâtion!", ["retrievalaugmented", "generation"]],
    ["speech/text, audio", ["speech", "text", "audio"]],
    ["model's", ["models"]],
    ["<img src=x>", ["img", "src", "x"]],
    ["ꙮ — …", ["ꙮ"]],
    ["  ", []],
  ])("folds %s", (text, expected) => {
    expect(wholes(text)).toEqual(expected);
  });

  it("keeps the parts of a word with hyphens", () => {
    expect(readQuery("Chain-of-Thought now").words).toEqual([
      { whole: "chainofthought", parts: ["chain", "of", "thought"] },
      { whole: "now", parts: ["now"] },
    ]);
    expect(apart(readQuery("S-GRPO now")).words.map(({ whole }) => whole)).toEqual([
      "s",
      "grpo",
      "now",
    ]);
  });

  it("tells phrases from words, whatever the quotes", () => {
    const { phrases, words, isOpen } = readQuery("deep “policy gradient” methods");
    expect(phrases.map((phrase) => phrase.map(({ whole }) => whole))).toEqual([
      ["policy", "gradient"],
    ]);
    expect(words).toHaveLength(4);
    expect(isOpen).toBe(true);
    expect(readQuery('"policy gradient"').isOpen).toBe(false);
  });

  it("takes a phrase that is still being typed for words", () => {
    expect(readQuery('"policy grad')).toMatchObject({ phrases: [], isOpen: true });
  });

  it.each([
    ["2601.21611", "2601.21611"],
    ["2601.21611v3", "2601.21611"],
    ["arXiv:2601.21611", "2601.21611"],
    ["arxiv 2601.21611", "2601.21611"],
    ["https://arxiv.org/abs/2601.21611", "2601.21611"],
    ["https://www.arxiv.org/pdf/2601.21611v1.pdf", "2601.21611"],
    ["arxiv.org/html/2601.21611?context=cs", "2601.21611"],
    ["10.48550/arXiv.2601.21611", "2601.21611"],
    ["https://doi.org/10.48550/arXiv.2601.21611", "2601.21611"],
    ["math.GT/0309136", "math.gt/0309136"],
    ["cs/0701001", "cs/0701001"],
    ["2601.21611 and more", null],
    ["1.5", null],
    ["grpo", null],
  ])("finds the arXiv identifier in %s", (text, id) => {
    expect(readQuery(text).arxivId).toBe(id);
  });

  it("reads no more than a title could need", () => {
    expect(readQuery("a ".repeat(1e6)).words).toHaveLength(200);
  });
});

describe("another spelling", () => {
  it("leaves the rest as typed", () => {
    expect(respelt("Zero-Shot Raming", "raming", "framing")).toBe("Zero-Shot framing");
    expect(respelt("Pérez raming", "raming", "framing")).toContain("framing");
  });
});
