/** Every example sentence of the vocabulary is a test of its concept. */
import { describe, expect, it } from "vitest";
import { createTagger } from "../../../src/core/tag/tagger.ts";
import { projectVocabulary } from "./project-vocabulary.ts";

const vocabulary = projectVocabulary();
const tag = createTagger(vocabulary);

for (const scheme of ["techniques", "areas", "resources"] as const) {
  for (const concept of vocabulary[scheme]) {
    const roleIn = (abstract: string) =>
      tag({ title: "", abstract })[scheme].find(({ id }) => id === concept.id)?.role;
    describe(`${scheme}: ${concept.id}`, () => {
      for (const sentence of concept.examples.positive)
        it(`is found in: ${sentence}`, () => {
          expect(roleIn(sentence)).toBeDefined();
        });
      for (const sentence of concept.examples.negative)
        it(`is not core in: ${sentence}`, () => {
          expect(roleIn(sentence)).not.toBe("core");
        });
      if (scheme === "resources")
        it("is found by its own label", () => {
          expect(roleIn(`We report results with ${concept.prefLabel} here.`)).toBeDefined();
        });
    });
  }
}
