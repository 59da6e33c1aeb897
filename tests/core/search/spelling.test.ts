import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correctionsIn,
  has,
  type Shard,
  shardsOf,
  slipsBetween,
  vocabularyShards,
} from "../../../src/core/search/spelling.ts";

const texts = [
  "Learning to reason with language models",
  "Reasoning language models learn",
  "Générative modeling of language, 2024",
  "Jorge Large",
];
const shards = vocabularyShards(texts);
const shard = (name: string): Shard => shards.get(name) ?? [];
const near = (word: string, isOpen = false): string[] =>
  shardsOf(word).flatMap((name) =>
    correctionsIn(shard(name), word, isOpen).map((each) => each.word),
  );

describe("the vocabulary", () => {
  it("has each word by its first and by its last letter, accents off", () => {
    expect(has(shard("begin-g"), "generative")).toBe(true);
    expect(has(shard("end-e"), "generative")).toBe(true);
    expect(has(shard("begin-g"), "gener")).toBe(false);
    expect(has(shard("begin-other"), "2024")).toBe(false);
  });

  it("orders words by the papers that have them", () => {
    expect(shard("begin-l")[1]).toBe("language");
    expect(shard("begin-l")[0]?.split(" ")).toEqual(["large", "learn", "learning"]);
  });

  it("has a file for every letter, so that none is asked for in vain", () => {
    expect(shards.size).toBe(54);
    expect(shard("begin-q")).toEqual([]);
  });

  it("does not depend on the order of the papers", () => {
    expect([...vocabularyShards([...texts].reverse())]).toEqual([...shards]);
  });
});

describe("corrections", () => {
  it.each([
    ["lnaguage", "language"],
    ["langage", "language"],
    ["languuage", "language"],
    ["lamguage", "language"],
    ["anguage", "language"],
    ["jarge", "large"],
    ["modeld", "models"],
  ])("finds what %s stands for", (typed, meant) => {
    expect(near(typed)).toContain(meant);
  });

  it("leaves short words alone that are two slips away", () => {
    expect(near("lage")).toContain("large");
    expect(near("lae")).not.toContain("large");
  });

  it("ends a word that is being typed", () => {
    expect(near("reas", true).slice(0, 2)).toEqual(["reason", "reasoning"]);
    expect(near("reas")).toEqual([]);
  });
});

describe("slips between words", () => {
  it("counts a swap of neighbours as one", () => {
    expect(slipsBetween("form", "from", 2)).toBe(1);
    expect(slipsBetween("kitten", "sitting", 9)).toBe(3);
    expect(slipsBetween("kitten", "sitting", 2)).toBe(3);
  });

  it("is the same in both directions, and none for the same word", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other, 9)).toBe(slipsBetween(other, one, 9));
        expect(slipsBetween(one, one, 9)).toBe(0);
      }),
    );
  });
});
