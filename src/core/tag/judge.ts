/** From finds to tags: what they are worth together, and which evidence is shown for them. */
import type { Evidence, Role } from "../model.ts";
import type { Find } from "./finds.ts";
import type { Token } from "./tokens.ts";
import type { Concept } from "./vocabulary.ts";
import {
  backgroundLimit,
  coreStrength,
  coreThreshold,
  mentionStrength,
  passingFactor,
  places,
  subjectInBackground,
} from "./weights.ts";

/** Role and proof of one concept in one paper. */
export interface Judgment {
  readonly role: Role;
  readonly evidence: readonly Evidence[];
}

/** How papers are wont to speak of concepts, as the vocabulary says. */
export interface Habits {
  /** Concepts whose background counts in full. */
  readonly subjects: ReadonlySet<string>;
  /** Concepts that papers often name on the way. */
  readonly namedInPassing: ReadonlySet<string>;
}

/** Weighs the finds of every concept, as `weights.ts` describes. */
export function judge(
  finds: readonly Find[],
  habits: Habits,
  tokensOf: ReadonlyMap<Evidence["field"], readonly Token[]>,
): Map<string, Judgment> {
  const byConcept = new Map<string, Find[]>();
  for (const one of finds) {
    const list = byConcept.get(one.concept);
    if (list === undefined) byConcept.set(one.concept, [one]);
    else list.push(one);
  }
  const judgments = new Map<string, Judgment>();
  for (const [concept, list] of byConcept) {
    const role = roleOf(list, concept, habits);
    if (role !== null) judgments.set(concept, { role, evidence: prove(list, tokensOf) });
  }
  return judgments;
}

function roleOf(finds: readonly Find[], concept: string, habits: Habits): Role | null {
  const subject = habits.subjects.has(concept);
  const passing = habits.namedInPassing.has(concept);
  const best = new Map<string, { readonly worth: number; readonly limited: boolean }>();
  let strongest = 0;
  let strongestOwn = 0;
  for (const { group, strength, place } of finds) {
    const isBackground = place === "background";
    let factor: number = places[place];
    if (subject && isBackground) factor = subjectInBackground;
    if (passing && (place === "method" || place === "result")) factor = passingFactor;
    const worth = strength * factor;
    strongest = Math.max(strongest, strength);
    if (factor > 0) strongestOwn = Math.max(strongestOwn, strength);
    if (worth > (best.get(group)?.worth ?? -1))
      best.set(group, { worth, limited: isBackground && !subject });
  }
  let score = 0;
  let background = 0;
  for (const { worth, limited } of best.values()) {
    if (limited) background += worth;
    else score += worth;
  }
  score += Math.min(background, backgroundLimit);
  // The sum of decimal fractions may miss the threshold by a rounding error.
  if (score >= coreThreshold - 1e-9 && strongestOwn >= coreStrength) return "core";
  return strongest >= mentionStrength ? "mention" : null;
}

/** The spans of the finds as evidence: where two overlap, the one that is worth more. */
function prove(
  finds: readonly Find[],
  tokensOf: ReadonlyMap<Evidence["field"], readonly Token[]>,
): readonly Evidence[] {
  const all = finds.flatMap(({ rule, strength, place, spans }) =>
    spans.map((span) => ({ span, rule, worth: strength * places[place] })),
  );
  all.sort(
    (a, b) =>
      b.worth - a.worth ||
      b.span.to - b.span.from - (a.span.to - a.span.from) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  const covered = new Set<string>();
  const kept: Evidence[] = [];
  for (const { span, rule } of all) {
    const words = Array.from(
      { length: span.to - span.from },
      (_, k) => `${span.field} ${String(span.from + k)}`,
    );
    if (words.some((word) => covered.has(word))) continue;
    for (const word of words) covered.add(word);
    const tokens = tokensOf.get(span.field);
    kept.push({
      field: span.field,
      start: tokens?.[span.from]?.start ?? 0,
      end: tokens?.[span.to - 1]?.end ?? 0,
      rule,
    });
  }
  return kept.sort(byPlace);
}

/** Title before abstract, then from left to right. */
function byPlace(a: Evidence, b: Evidence): number {
  if (a.field !== b.field) return a.field === "title" ? -1 : 1;
  return a.start - b.start;
}

/**
 * Adds the concepts implied by those found, with the same spans; goes up until nothing changes. What a
 * merged concept would get goes to the one that took its place.
 */
export function imply(concepts: readonly Concept[], judgments: Map<string, Judgment>): void {
  const replacements = new Map<string, string>(
    concepts.flatMap(({ id, replacedBy }) => (replacedBy === null ? [] : [[id, replacedBy]])),
  );
  let changed = true;
  while (changed) {
    changed = false;
    for (const concept of concepts) {
      const narrower = judgments.get(concept.id);
      if (narrower === undefined) continue;
      for (const implied of concept.implies) {
        const id = replacements.get(implied) ?? implied;
        const known = judgments.get(id);
        if (known?.role === "core" || (known !== undefined && narrower.role === "mention"))
          continue;
        judgments.set(id, impliedBy(concept.id, id, narrower, known));
        changed = true;
      }
    }
  }
}

function impliedBy(
  narrowerId: string,
  id: string,
  narrower: Judgment,
  known: Judgment | undefined,
): Judgment {
  const rule = `${id}/implied-by:${narrowerId}`;
  const evidence = narrower.evidence.map((span) => ({ ...span, rule }));
  const own = (known?.evidence ?? []).filter(
    (one) => !evidence.some((e) => e.field === one.field && e.start < one.end && one.start < e.end),
  );
  return { role: narrower.role, evidence: [...own, ...evidence].sort(byPlace) };
}
