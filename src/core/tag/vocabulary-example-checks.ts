/** Patterns and examples of a vocabulary: every pattern is readable, every rule and example does its work. */
import { createMatcher } from "./matcher.ts";
import { PatternError, readPattern } from "./pattern.ts";
import { namesOf } from "./rules.ts";
import { createTagger } from "./tagger.ts";
import { foldWord, tokenize } from "./tokens.ts";
import type { DataPath } from "./vocabulary-reader.ts";
import type { Concept, Scheme, Vocabulary } from "./vocabulary.ts";

/** Tells a problem of a concept or family, at a place inside it. */
export type Tell = (
  about: object,
  inside: DataPath,
  rule: string,
  message: string,
  hint: string,
) => void;

/** Every pattern must be readable, and every rule must find something in the concept's own examples. */
export function checkPatterns(
  scheme: Scheme,
  concept: Concept,
  vocabulary: Vocabulary,
  tell: Tell,
): void {
  const sentences = concept.examples.positive.map((sentence) => tokenize(sentence));
  const tryRead = (source: string, inside: DataPath): ReturnType<typeof readPattern> | null => {
    try {
      return readPattern(source, vocabulary.phrases, foldWord);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      tell(
        concept,
        inside,
        "vocabulary-pattern",
        `The pattern "${source}" of "${concept.id}" cannot be read: ${error.message}.`,
        "src/core/tag/pattern.ts describes the language of patterns.",
      );
      return null;
    }
  };
  const skip = scheme === "resources" ? 1 : 0;
  namesOf(scheme, concept).forEach((name, index) => {
    const alt = index - skip;
    if (alt < 0) tryRead(name, ["prefLabel"]);
    else if (alt < concept.altLabels.length) tryRead(name, ["altLabels", alt]);
    else tryRead(name, ["hiddenLabels", alt - concept.altLabels.length]);
  });
  for (const field of ["except", "company"] as const)
    concept[field].forEach((source, index) => tryRead(source, [field, index]));
  const ruleIds = new Set<string>();
  concept.rules.forEach((rule, index) => {
    if (ruleIds.has(rule.id) || ["except", "company", "form", "acronym"].includes(rule.id))
      tell(
        concept,
        ["rules", index, "id"],
        "vocabulary-duplicate-rule",
        `"${concept.id}" has two rules with the id "${rule.id}".`,
        'A rule id is unique inside its concept, and none of "except", "company", "form" and "acronym".',
      );
    ruleIds.add(rule.id);
    const patterns = rule.match.map((source, k) => tryRead(source, ["rules", index, "match", k]));
    const fires = patterns.some((pattern) => {
      if (pattern === null) return true;
      const find = createMatcher(pattern.rows.map((node, key) => ({ key, node })));
      return sentences.some((tokens) => {
        const rows = new Set(find(tokens).map(({ key }) => key));
        return rows.size === pattern.rows.length;
      });
    });
    if (!fires)
      tell(
        concept,
        ["rules", index],
        "vocabulary-silent-rule",
        `The rule "${rule.id}" of "${concept.id}" matches none of its positive examples.`,
        "Add an example sentence that shows what the rule is for, or mend its patterns.",
      );
  });
}

/** Every positive example must be tagged; no negative one may be tagged core. */
export function checkExamples(vocabulary: Vocabulary, tell: Tell): void {
  const tag = createTagger(vocabulary);
  for (const scheme of ["techniques", "areas", "resources"] as const) {
    for (const concept of vocabulary[scheme]) {
      if (concept.status === "merged") continue;
      for (const side of ["positive", "negative"] as const)
        concept.examples[side].forEach((sentence, index) => {
          const tags = tag({ title: "", abstract: sentence })[scheme];
          const role = tags.find(({ id }) => id === concept.id)?.role;
          if (side === "positive" ? role !== undefined : role !== "core") return;
          tell(
            concept,
            ["examples", side, index],
            `vocabulary-${side}-example`,
            side === "positive"
              ? `The positive example of "${concept.id}" is not tagged: "${sentence}".`
              : `The negative example of "${concept.id}" is tagged core: "${sentence}".`,
            side === "positive"
              ? "Add a rule that finds it, or take a clearer sentence."
              : "Add an exception, or narrow the rule that fired.",
          );
        });
    }
  }
}
