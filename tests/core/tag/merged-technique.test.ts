/** A technique that was merged into another: its names go on counting, its entry stays as a stub. */
import { describe, expect, it } from "vitest";
import { buildCorpus } from "../../../src/core/corpus.ts";
import { techniqueDocument } from "../../../src/core/export/skos.ts";
import type { Technique } from "../../../src/core/model.ts";
import { explainRule } from "../../../src/core/tag/explain.ts";
import { parseVocabularies } from "../../../src/core/tag/vocabulary.ts";
import { arxivLink, digestEntry } from "../corpus-from.ts";

const text = `scheme: techniques
families:
  - { id: f, prefLabel: F, definition: A family. }
concepts:
  - id: self-training
    prefLabel: Self-training
    family: f
    altLabels: ["self-training"]
    definition: A method.
    examples: { positive: ["We use self-training."], negative: ["We use nothing."] }
  - id: pseudo-labeling
    prefLabel: Pseudo-labeling
    family: f
    altLabels: ["pseudo-labeling"]
    definition: The same method under an older name.
    rules:
      - { id: labels, says: labels of its own, strength: fair, match: ["own labels"] }
    examples: { positive: ["We use own labels."], negative: ["We use nothing."] }
    status: merged
    replacedBy: self-training
  - id: noisy-student
    prefLabel: Noisy student
    family: f
    altLabels: ["noisy student"]
    broader: [pseudo-labeling]
    definition: A narrower method.
    examples: { positive: ["We use the noisy student."], negative: ["We use nothing."] }
`;
const vocabularyFiles = [{ file: "v.yaml", text }];

const abstracts = [
  "We propose pseudo-labeling for parsers.",
  "We propose self-training for parsers.",
  "We propose a noisy student for parsers.",
  "Pseudo-labeling is old. Others use own labels. In this paper, we propose a parser.",
];
const { corpus, diagnostics } = buildCorpus({
  seeds: [
    {
      path: "list.md",
      name: "list.md",
      bytes: new TextEncoder().encode(
        abstracts
          .map((abstract, index) =>
            digestEntry({
              title: `Paper ${"ABCD".charAt(index)}`,
              link: arxivLink(`2601.0000${String(index + 1)}`),
              abstract,
            }),
          )
          .join("\n"),
      ),
    },
  ],
  manifest: null,
  amendments: [],
  permalinks: null,
  vocabulary: vocabularyFiles,
});

const tagsOf = (title: string) =>
  (corpus.papers.find((paper) => paper.title === title)?.techniques ?? []).map(
    ({ id, role }) => `${id} ${role}`,
  );
const technique = (id: string): Technique | undefined =>
  corpus.techniques.find((one) => one.id === id);

describe("a merged technique", () => {
  it("makes no trouble", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(corpus.papers).toHaveLength(abstracts.length);
  });

  it("gives its tags to the technique that took its place", () => {
    expect(tagsOf("Paper A")).toEqual(["self-training core"]);
    expect(tagsOf("Paper B")).toEqual(["self-training core"]);
    expect(tagsOf("Paper D")).toEqual(["self-training mention"]);
  });

  it("gives what a narrower technique implies to that technique as well", () => {
    expect(tagsOf("Paper C")).toEqual(["self-training core", "noisy-student core"]);
  });

  it("keeps its entry as a stub that points on and counts nothing", () => {
    expect(technique("pseudo-labeling")).toMatchObject({
      label: "Pseudo-labeling",
      status: "merged",
      replacedBy: "self-training",
      counts: { core: 0, mention: 0 },
    });
    expect(technique("self-training")).toMatchObject({
      status: "active",
      replacedBy: null,
      counts: { core: 3, mention: 1 },
    });
  });

  it("says in its document what replaced it", () => {
    const merged = technique("pseudo-labeling");
    if (merged === undefined) throw new Error("the stub is gone");
    const address = (id: string): string => `https://example.org/${id}/`;
    const document = techniqueDocument(
      merged,
      { core: [], mention: [] },
      { scheme: address(""), technique: address, family: address, paper: address },
    );
    expect(document).toMatchObject({
      id: "https://example.org/pseudo-labeling/",
      isReplacedBy: "https://example.org/self-training/",
    });
  });

  it("explains evidence by its own names and rules", () => {
    const { vocabulary } = parseVocabularies(vocabularyFiles);
    if (vocabulary === null) throw new Error("the vocabulary is wrong");
    const rules = corpus.papers.flatMap(({ techniques }) =>
      techniques.flatMap(({ evidence }) => evidence.map(({ rule }) => rule)),
    );
    expect(rules).toContain("self-training/name:pseudo-labeling@claim");
    expect(explainRule(vocabulary, "self-training/name:pseudo-labeling@claim")).toContain(
      "the name “Pseudo-labeling”",
    );
    expect(explainRule(vocabulary, "self-training/labels@background")).toContain(
      "labels of its own",
    );
  });
});
