import { describe, expect, it } from "vitest";
import { parseVocabularies } from "../../../src/core/tag/vocabulary.ts";
import { projectVocabulary, vocabularyFiles } from "./project-vocabulary.ts";

const family = `families:
  - id: f
    prefLabel: F
    definition: A family.
`;

const concept = (lines: string): string => `  - id: a
    prefLabel: A
    family: f
    altLabels: ["alpha method"]
    definition: A method.
    examples:
      positive: ["We use the alpha method."]
      negative: ["We use nothing."]
${lines}`;

const file = (body: string): string => `scheme: techniques\n${family}concepts:\n${body}`;

const problemsOf = (text: string) => parseVocabularies([{ file: "v.yaml", text }]).problems;

describe("the project's vocabulary", () => {
  const vocabulary = projectVocabulary();

  it("has all techniques in six families, in the order of the site, each with its source and examples", () => {
    expect(vocabulary.families.map(({ id }) => id)).toEqual([
      "policy-optimization",
      "reward-and-preference",
      "distillation-and-fine-tuning",
      "reasoning",
      "agents-and-tools",
      "architectures",
    ]);
    expect(vocabulary.techniques.length).toBeGreaterThanOrEqual(55);
    for (const technique of vocabulary.techniques) {
      expect(technique.definition.length, technique.id).toBeGreaterThan(60);
      expect(technique.introducedBy, technique.id).not.toBeNull();
      expect(technique.altLabels.length, technique.id).toBeGreaterThan(0);
      expect(technique.notToBeConfusedWith.length, technique.id).toBeGreaterThan(0);
      expect(technique.related.length + technique.broader.length, technique.id).toBeGreaterThan(0);
    }
  });

  it("does not depend on the order of the files", () => {
    const again = parseVocabularies([...vocabularyFiles].reverse()).vocabulary;
    expect(again).toEqual(vocabulary);
  });
});

describe("problems of a vocabulary", () => {
  it("finds none in a good one", () => {
    const { vocabulary, problems } = parseVocabularies([
      { file: "v.yaml", text: file(concept("")) },
    ]);
    expect(problems).toEqual([]);
    expect(vocabulary?.techniques.map(({ id }) => id)).toEqual(["a"]);
  });

  it("points at an unknown broader concept", () => {
    expect(problemsOf(file(concept("    broader: [nowhere]\n")))).toContainEqual(
      expect.objectContaining({
        file: "v.yaml",
        line: 15,
        rule: "vocabulary-unknown-broader",
        message: expect.stringContaining("nowhere") as unknown,
      }),
    );
  });

  it("points at an unknown family, technique and replacement", () => {
    const rules = problemsOf(
      file(
        concept(
          "    status: merged\n    replacedBy: gone\n    notToBeConfusedWith:\n      - { text: Not this., technique: gone }\n",
        ).replace("family: f", "family: g"),
      ),
    ).map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining([
        "vocabulary-unknown-family",
        "vocabulary-unknown-technique",
        "vocabulary-unknown-replacement",
      ]),
    );
  });

  it("finds cycles, however long", () => {
    const three = ["a", "b", "c"]
      .map((id, index) =>
        concept(`    broader: [${["b", "c", "a"][index] ?? ""}]\n`)
          .replace("id: a", `id: ${id}`)
          .replaceAll("alpha", `${id}-lpha`),
      )
      .join("");
    const cycles = problemsOf(file(three)).filter(({ rule }) => rule === "vocabulary-cycle");
    expect(cycles.map(({ line }) => line)).toEqual([15, 24, 33]);
  });

  it("takes case, plural and hyphens for the same name", () => {
    const two =
      concept("") + concept("").replace("id: a", "id: b").replace("alpha method", "Alpha-Methods");
    expect(problemsOf(file(two))).toContainEqual(
      expect.objectContaining({ rule: "vocabulary-duplicate-alias", line: 18 }),
    );
  });

  it("finds an id that is used twice", () => {
    const two = concept("") + concept("").replace("alpha method", "beta method");
    expect(problemsOf(file(two)).map(({ rule }) => rule)).toContain("vocabulary-duplicate-id");
  });

  it("finds a rule that matches none of the concept's examples", () => {
    const rule =
      '    rules:\n      - { id: r, says: it, strength: fair, match: ["omega trick"] }\n';
    expect(problemsOf(file(concept(rule)))).toContainEqual(
      expect.objectContaining({ rule: "vocabulary-silent-rule", line: 16 }),
    );
  });

  it("finds a pattern that cannot be read", () => {
    const rule = '    rules:\n      - { id: r, says: it, strength: fair, match: ["(alpha"] }\n';
    expect(problemsOf(file(concept(rule)))).toContainEqual(
      expect.objectContaining({ rule: "vocabulary-pattern", line: 16 }),
    );
    expect(problemsOf(file(concept('    except: ["{nothing}"]\n')))[0]?.message).toContain(
      "nothing",
    );
  });

  it("holds examples to their word", () => {
    expect(
      problemsOf(file(concept("").replace("We use the alpha method", "We use the beta method"))),
    ).toContainEqual(expect.objectContaining({ rule: "vocabulary-positive-example", line: 13 }));
    expect(
      problemsOf(file(concept("").replace("We use nothing", "We propose the alpha method"))),
    ).toContainEqual(expect.objectContaining({ rule: "vocabulary-negative-example", line: 14 }));
  });

  it("reports what is no YAML and what has the wrong shape, with line and column", () => {
    expect(problemsOf("scheme: [techniques\n")[0]).toMatchObject({ rule: "vocabulary-yaml" });
    expect(problemsOf(file(concept("    color: red\n")))[0]).toMatchObject({
      rule: "vocabulary-shape",
      line: 15,
    });
    expect(
      problemsOf(
        file(concept("").replace('positive: ["We use the alpha method."]', "positive: []")),
      ),
    ).toContainEqual(expect.objectContaining({ rule: "vocabulary-shape", line: 13 }));
    expect(problemsOf("")).toContainEqual(
      expect.objectContaining({ rule: "vocabulary-shape", line: 1, column: 1 }),
    );
  });

  it("collects the problems of all files", () => {
    const { vocabulary, problems } = parseVocabularies([
      { file: "1.yaml", text: "scheme: nothing" },
      { file: "2.yaml", text: "a: [" },
    ]);
    expect(vocabulary).toBeNull();
    expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set(["1.yaml", "2.yaml"]));
  });
});
