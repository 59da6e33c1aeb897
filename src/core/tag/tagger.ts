/**
 * The tagger: from title and abstract to tags with role and proof. It knows no concept by name; what it
 * looks for is in the vocabulary, what its finds are worth is in `weights.ts`.
 */
import type { TechniqueId } from "../ids.ts";
import type { Tag } from "../model.ts";
import { readPlaces } from "./context.ts";
import { findsOf, type ReadField, type RowKey } from "./finds.ts";
import { imply, judge } from "./judge.ts";
import { createMatcher } from "./matcher.ts";
import { type ReadyRule, readyRules } from "./rules.ts";
import { tokenize } from "./tokens.ts";
import type { Concept, Vocabulary } from "./vocabulary.ts";

/** What the tagger reads: the strings of the seed, TeX included. */
export interface TaggedText {
  readonly title: string;
  readonly abstract: string;
}

/** Tags of the three schemes, each in the vocabulary's order. */
export interface Tags {
  readonly techniques: readonly Tag<TechniqueId>[];
  readonly areas: readonly Tag[];
  readonly resources: readonly Tag[];
}

/**
 * Builds a tagger. It keeps nothing from paper to paper but what it learned about single words.
 * @throws {PatternError} for a vocabulary that was not checked by `parseVocabularies`
 */
export function createTagger(vocabulary: Vocabulary): (paper: TaggedText) => Tags {
  const rules = readyRules(vocabulary);
  const find = createMatcher<RowKey>(
    rules.flatMap((rule, number) =>
      rule.pattern.rows.map((node, row) => ({
        key: { rule, number, row },
        node,
        beside: {
          in: rule.pattern.together,
          rows: rule.pattern.rows.filter((_, k) => k !== row),
        },
        once: rule.kind === "company",
      })),
    ),
  );
  const conceptsOf = (some: (rule: ReadyRule) => boolean): ReadonlySet<string> =>
    new Set(rules.filter(some).map(({ concept }) => concept));
  const habits = {
    subjects: conceptsOf(({ subject }) => subject),
    namedInPassing: conceptsOf(({ namedInPassing }) => namedInPassing),
  };

  return (paper) => {
    const title = tokenize(paper.title);
    const abstract = tokenize(paper.abstract);
    const words = [...title, ...abstract];
    const fields = (["title", "abstract"] as const).map((field): ReadField => {
      const tokens = field === "title" ? title : abstract;
      return { field, tokens, placeOf: readPlaces(tokens, field), rows: find(tokens, words) };
    });
    const tokensOf = new Map(fields.map(({ field, tokens }) => [field, tokens]));
    const judgments = judge(findsOf(fields), habits, tokensOf);
    const tagsOf = <Id extends string>(concepts: readonly Concept<Id>[]): Tag<Id>[] => {
      imply(concepts, judgments);
      return concepts.flatMap(({ id }) => {
        const judgment = judgments.get(id);
        return judgment === undefined ? [] : [{ id, ...judgment }];
      });
    };
    return {
      techniques: tagsOf(vocabulary.techniques),
      areas: tagsOf(vocabulary.areas),
      resources: tagsOf(vocabulary.resources),
    };
  };
}
