/** The floor under the tagger: hand labels of the seeds, scored without amendments. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type GoldLabels, scoreTags, titleKey } from "../../../src/core/tag/score.ts";
import { createTagger } from "../../../src/core/tag/tagger.ts";
import { corpusOfFolder } from "../../../src/io/corpus.ts";
import { projectVocabulary } from "./project-vocabulary.ts";

const root = path.resolve(import.meta.dirname, "../../..");

const labels = readFileSync(path.join(root, "tests/gold/seeds.labels.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as GoldLabels);
const papers = new Map(
  corpusOfFolder(path.join(root, "seeds")).corpus.papers.map((paper) => [
    titleKey(paper.title),
    paper,
  ]),
);

describe("agreement with the hand labels", () => {
  const vocabulary = projectVocabulary();
  const tag = createTagger(vocabulary);
  const compared = labels.map((gold) => {
    const paper = papers.get(titleKey(gold.title));
    if (paper === undefined) throw new Error(`no seed has “${gold.title}”`);
    return { gold, tags: tag(paper).techniques };
  });
  const { micro, macro } = scoreTags(compared);

  it("knows every technique that the labels use", () => {
    const known = new Set<string>(vocabulary.techniques.map(({ id }) => id));
    const used = labels.flatMap(({ core, mention }) => [...core, ...mention]);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  it("does not depend on what the tagger has read before", () => {
    const other = createTagger(vocabulary);
    for (const { gold, tags } of compared.toReversed()) {
      const paper = papers.get(titleKey(gold.title));
      expect(paper === undefined ? null : other(paper).techniques).toEqual(tags);
    }
  });

  it("does not fall below its floor for the core role", () => {
    expect(labels).toHaveLength(182);
    expect(micro.f1).toBeGreaterThanOrEqual(0.9);
    expect(micro.precision).toBeGreaterThanOrEqual(0.89);
    expect(micro.recall).toBeGreaterThanOrEqual(0.89);
    expect(macro.f1).toBeGreaterThanOrEqual(0.8);
  });
});

describe("scoring", () => {
  const tagOf = (id: string, role: "core" | "mention") => ({ id, role, evidence: [] });

  it("counts core tags only, and lists what differs", () => {
    const scores = scoreTags([
      {
        gold: { title: "A", core: ["x", "y"], mention: ["z"] },
        tags: [tagOf("x", "core"), tagOf("y", "mention"), tagOf("z", "core")],
      },
      { gold: { title: "B", core: ["x"], mention: [] }, tags: [tagOf("x", "core")] },
    ]);
    expect(scores.micro).toMatchObject({ both: 2, tagOnly: 1, goldOnly: 1 });
    expect(scores.micro.precision).toBeCloseTo(2 / 3);
    expect(scores.micro.f1).toBeCloseTo(2 / 3);
    expect(scores.macro.f1).toBeCloseTo(1 / 3);
    expect(scores.disagreements).toEqual([
      { title: "A", technique: "y", kind: "gold only", gold: "core", tag: tagOf("y", "mention") },
      { title: "A", technique: "z", kind: "tag only", gold: "mention", tag: tagOf("z", "core") },
    ]);
  });
});
