/** The vocabulary made ready to run: every name and rule of every concept as one row of patterns. */
import type { Pattern } from "./pattern.ts";
import { readPattern } from "./pattern.ts";
import { foldWord } from "./tokens.ts";
import type { Concept, Scheme, Vocabulary } from "./vocabulary.ts";
import type { strengths } from "./weights.ts";

/** A name, a positive rule, a negative rule or the company of a concept, with one of its patterns. */
export interface ReadyRule {
  readonly scheme: Scheme;
  /** The concept that is tagged; for a merged one, the concept that took its place. */
  readonly concept: string;
  /** `name:…` for a name, `form` for a pattern of names, else the rule's own id, `except` or `company`. */
  readonly id: string;
  readonly kind: "name" | "rule" | "except" | "company";
  readonly strength: keyof typeof strengths;
  /** Whether background counts in full for the concept. */
  readonly subject: boolean;
  /** Whether papers often name the concept on the way. */
  readonly namedInPassing: boolean;
  /** Whether the rule counts only where one of kind `company` is found too. */
  readonly needsCompany: boolean;
  readonly pattern: Pattern;
}

/** The part of a rule id that stands for a name: lower case, hyphens for all else. */
export function nameKey(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Whether a name is just a name, and no pattern for several. */
export function isPlain(name: string): boolean {
  return !/[*(){}|~?&]/.test(name);
}

/** The names by which texts call a concept; a resource is also called by its preferred label. */
export function namesOf(scheme: Scheme, concept: Concept): readonly string[] {
  const names = [...concept.altLabels, ...concept.hiddenLabels];
  return scheme === "resources" ? [concept.prefLabel, ...names] : names;
}

/**
 * The names that are matched as they are. A name that a hidden label narrows (`PRM` by `PRM && reward`)
 * means other things as well: it is matched by that label alone.
 */
function matchedNames(scheme: Scheme, concept: Concept): readonly string[] {
  const narrowed = new Set(
    concept.hiddenLabels
      .map((label) => label.split(" && "))
      .flatMap(([name, ...more]) => (name !== undefined && more.length > 0 ? [name] : [])),
  );
  return namesOf(scheme, concept).filter((name) => !narrowed.has(name));
}

/**
 * Reads every pattern of a vocabulary that was checked.
 * @throws {PatternError} for a pattern that cannot be read (the checks report these before)
 */
export function readyRules(vocabulary: Vocabulary): readonly ReadyRule[] {
  const out: ReadyRule[] = [];
  const read = (source: string): Pattern => readPattern(source, vocabulary.phrases, foldWord);
  const add = (scheme: Scheme, concepts: readonly Concept[]): void => {
    for (const concept of concepts) {
      const base = {
        scheme,
        concept: concept.replacedBy ?? concept.id,
        subject: concept.background === "subject",
        namedInPassing: concept.namedInPassing,
        needsCompany: concept.company.length > 0,
      };
      for (const name of matchedNames(scheme, concept)) {
        const id = isPlain(name) ? `name:${nameKey(name)}` : "form";
        out.push({ ...base, id, kind: "name", strength: "strong", pattern: read(name) });
      }
      for (const rule of concept.rules) {
        for (const source of rule.match) {
          const { id, strength } = rule;
          out.push({ ...base, id, kind: "rule", strength, pattern: read(source) });
        }
      }
      for (const kind of ["except", "company"] as const)
        for (const source of concept[kind])
          out.push({ ...base, id: kind, kind, strength: "hint", pattern: read(source) });
    }
  };
  add("techniques", vocabulary.techniques);
  add("areas", vocabulary.areas);
  add("resources", vocabulary.resources);
  return out;
}
