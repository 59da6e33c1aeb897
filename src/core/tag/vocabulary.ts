/**
 * The vocabularies, in SKOS's terms (https://www.w3.org/TR/skos-reference/): concepts with a preferred
 * label, alternative and hidden labels, broader and related concepts; and, beyond SKOS, the rules by
 * which a text is found to speak of a concept.
 */
import type { FamilyId, TechniqueId } from "../ids.ts";
import type { IntroducedBy } from "../model.ts";
import type { strengths } from "./weights.ts";

/** A positive rule: patterns that show that a text speaks of the concept. */
export interface Rule {
  /** Kebab case, unique inside the concept. */
  readonly id: string;
  /** What it finds, as a noun phrase for "Why this tag". */
  readonly says: string;
  readonly strength: keyof typeof strengths;
  /** In the language of `pattern.ts`. */
  readonly match: readonly string[];
}

/** One concept of a scheme. */
export interface Concept<Id extends string = string> {
  readonly id: Id;
  readonly prefLabel: string;
  /** Other names, shown to the reader and matched in texts. */
  readonly altLabels: readonly string[];
  /**
   * Spellings and variants that are matched but not shown (`skos:hiddenLabel`); patterns are allowed.
   * `PRM && reward` here narrows the alternative label `PRM`: it is matched in that company only.
   */
  readonly hiddenLabels: readonly string[];
  readonly broader: readonly Id[];
  /** Those of `broader` (or `related`) that a paper tagged with this concept has as well. */
  readonly implies: readonly Id[];
  readonly related: readonly Id[];
  readonly definition: string;
  readonly introducedBy: IntroducedBy | null;
  readonly notToBeConfusedWith: readonly {
    readonly text: string;
    readonly technique: TechniqueId | null;
  }[];
  /**
   * What it means when sentences of background name it: `context` for what papers mention on the way,
   * `subject` for what they only speak of when they work on it (a setting, a problem to be solved).
   */
  readonly background: "context" | "subject";
  /**
   * Whether papers often name it on the way, as a prompt, a means of evaluation or a side effect: then
   * one sentence of method or results does not make it `core`.
   */
  readonly namedInPassing: boolean;
  /** Patterns of which one must stand in the paper: without that company the words mean other things. */
  readonly company: readonly string[];
  readonly rules: readonly Rule[];
  /** Negative rules: what stands inside such a phrase is no match. */
  readonly except: readonly string[];
  readonly examples: { readonly positive: readonly string[]; readonly negative: readonly string[] };
  readonly status: "active" | "merged";
  readonly replacedBy: Id | null;
}

/** A technique: a concept in exactly one family. */
export interface TechniqueConcept extends Concept<TechniqueId> {
  readonly family: FamilyId;
}

/** A benchmark or a model that abstracts name. */
export interface ResourceConcept extends Concept {
  readonly kind: "benchmark" | "model";
}

/** A group of techniques. */
export interface FamilyConcept {
  readonly id: FamilyId;
  readonly prefLabel: string;
  readonly definition: string;
}

/** All schemes, in the order of their files and of the concepts in them. */
export interface Vocabulary {
  readonly families: readonly FamilyConcept[];
  readonly techniques: readonly TechniqueConcept[];
  readonly areas: readonly Concept[];
  readonly resources: readonly ResourceConcept[];
  /** Pattern sources that patterns may name in braces. */
  readonly phrases: ReadonlyMap<string, string>;
}

/** The name of a scheme, as a file states it. */
export type Scheme = "techniques" | "areas" | "resources";

/** Something wrong in a vocabulary file; positions count from 1. */
export interface VocabularyProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Id such as `vocabulary-unknown-broader`. */
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

export { parseVocabularies } from "./vocabulary-reader.ts";
