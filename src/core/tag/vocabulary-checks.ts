/** What the shape cannot say about a vocabulary: that its parts fit together. */
import { isPlain } from "./rules.ts";
import { tokenize } from "./tokens.ts";
import { checkExamples, checkPatterns, type Tell } from "./vocabulary-example-checks.ts";
import type { Origin, Report } from "./vocabulary-reader.ts";
import type { Concept, Scheme, Vocabulary } from "./vocabulary.ts";

/** Checks a vocabulary whose files all have the right shape, and reports what does not fit. */
export function checkVocabulary(
  vocabulary: Vocabulary,
  origins: ReadonlyMap<object, Origin>,
  report: Report,
): void {
  let told = 0;
  const tell: Tell = (about, inside, rule, message, hint) => {
    told += 1;
    const origin = origins.get(about);
    if (origin !== undefined)
      report(origin.file, [...origin.path, ...inside], { rule, message, hint });
  };

  const families = new Set<string>();
  for (const family of vocabulary.families) {
    if (families.has(family.id))
      tell(
        family,
        ["id"],
        "vocabulary-duplicate-id",
        `The family "${family.id}" is there twice.`,
        "Keep one of the two.",
      );
    families.add(family.id);
  }
  const techniqueIds = new Set<string>(vocabulary.techniques.map(({ id }) => id));
  for (const technique of vocabulary.techniques) {
    if (!families.has(technique.family))
      tell(
        technique,
        ["family"],
        "vocabulary-unknown-family",
        `"${technique.id}" is in the family "${technique.family}", which no file defines.`,
        `Families are: ${[...families].join(", ")}.`,
      );
  }

  // One tagger runs over all schemes, so an id stands for one concept in all of them.
  const ids = new Map<string, Concept>();
  const schemes: readonly (readonly [Scheme, readonly Concept[]])[] = [
    ["techniques", vocabulary.techniques],
    ["areas", vocabulary.areas],
    ["resources", vocabulary.resources],
  ];
  for (const [, concepts] of schemes)
    for (const concept of concepts) {
      if (ids.has(concept.id))
        tell(
          concept,
          ["id"],
          "vocabulary-duplicate-id",
          `The id "${concept.id}" is used twice.`,
          "Ids are unique over techniques, areas and resources: rename or merge one.",
        );
      ids.set(concept.id, concept);
    }

  for (const [scheme, concepts] of schemes) {
    const own = new Set(concepts.map(({ id }) => id));
    checkNames(scheme, concepts, tell);
    for (const concept of concepts) {
      for (const field of ["broader", "implies", "related"] as const)
        concept[field].forEach((id, index) => {
          if (own.has(id) && id !== concept.id) return;
          tell(
            concept,
            [field, index],
            `vocabulary-unknown-${field}`,
            id === concept.id
              ? `"${concept.id}" names itself under "${field}".`
              : `"${concept.id}" names "${id}" under "${field}", which is no concept of ${scheme}.`,
            `Take an id of the same scheme, or add the concept "${id}".`,
          );
        });
      concept.notToBeConfusedWith.forEach(({ technique }, index) => {
        if (technique !== null && !techniqueIds.has(technique))
          tell(
            concept,
            ["notToBeConfusedWith", index, "technique"],
            "vocabulary-unknown-technique",
            `"${concept.id}" is set apart from "${technique}", which is no technique.`,
            "Take the id of a technique, or null when there is none.",
          );
      });
      checkStatus(concept, own, tell);
      checkCycle(concept, ids, tell);
      checkPatterns(scheme, concept, vocabulary, tell);
    }
  }
  if (told === 0) checkExamples(vocabulary, tell);
}

function checkNames(scheme: Scheme, concepts: readonly Concept[], tell: Tell): void {
  const owners = new Map<string, string>();
  for (const concept of concepts) {
    for (const field of ["altLabels", "hiddenLabels"] as const)
      concept[field].forEach((name, index) => {
        const key = isPlain(name)
          ? tokenize(name)
              .map(({ folded }) => folded)
              .join(" ")
          : name;
        const owner = owners.get(key);
        if (owner !== undefined)
          tell(
            concept,
            [field, index],
            "vocabulary-duplicate-alias",
            `The name "${name}" of "${concept.id}" is already a name of "${owner}" (${scheme}; case, plural and hyphens do not tell names apart).`,
            "Leave it where it belongs and drop it here.",
          );
        owners.set(key, concept.id);
      });
  }
}

function checkStatus(concept: Concept, own: ReadonlySet<string>, tell: Tell): void {
  const { id, status, replacedBy } = concept;
  if (status === "merged" && replacedBy === null)
    tell(
      concept,
      ["status"],
      "vocabulary-merged-nowhere",
      `"${id}" is merged, but replacedBy does not say into what.`,
      "State replacedBy, or make the status active.",
    );
  if (status === "active" && replacedBy !== null)
    tell(
      concept,
      ["replacedBy"],
      "vocabulary-replaced-but-active",
      `"${id}" is active and replaced by "${replacedBy}" at once.`,
      "Set the status to merged, or drop replacedBy.",
    );
  if (replacedBy !== null && (!own.has(replacedBy) || replacedBy === id))
    tell(
      concept,
      ["replacedBy"],
      "vocabulary-unknown-replacement",
      `"${id}" is replaced by "${replacedBy}", which is no other concept of its scheme.`,
      "Take the id of a concept of the same scheme.",
    );
}

function checkCycle(start: Concept, ids: ReadonlyMap<string, Concept>, tell: Tell): void {
  for (const field of ["broader", "replacedBy"] as const) {
    const parents = (id: string): readonly string[] => {
      const concept = ids.get(id);
      if (concept === undefined) return [];
      if (field === "broader") return concept.broader;
      return concept.replacedBy === null ? [] : [concept.replacedBy];
    };
    const seen = new Set<string>();
    const todo = [...parents(start.id)];
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      if (id === start.id) {
        tell(
          start,
          [field],
          "vocabulary-cycle",
          `Going up by "${field}" from "${start.id}" leads back to it (through ${[...seen].join(", ") || "itself"}).`,
          "Cut one of the links.",
        );
        break;
      }
      if (!seen.has(id)) {
        seen.add(id);
        todo.push(...parents(id));
      }
    }
  }
}
