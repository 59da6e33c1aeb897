/**
 * The tagger: from title and abstract to tags with role and proof. It knows no concept by name; what it
 * looks for is in the vocabulary, what its finds are worth is in `weights.ts`.
 */
import type { TechniqueId } from "../ids.ts";
import type { Evidence, Role, Tag } from "../model.ts";
import { findAcronyms } from "./acronyms.ts";
import type { Place } from "./context.ts";
import { readPlaces } from "./context.ts";
import type { RowMatch } from "./matcher.ts";
import { createMatcher } from "./matcher.ts";
import type { ReadyRule } from "./rules.ts";
import { readyRules } from "./rules.ts";
import type { Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";
import type { Concept, Scheme, Vocabulary } from "./vocabulary.ts";
import {
  backgroundLimit,
  coreStrength,
  coreThreshold,
  mentionStrength,
  places,
  strengths,
  subjectInBackground,
} from "./weights.ts";

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

/** A row of words of one field that speaks of a concept. */
interface Span {
  readonly field: Evidence["field"];
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** A rule that fired, with the spans that made it fire. */
interface Find {
  readonly concept: string;
  readonly rule: string;
  readonly strength: number;
  readonly spans: readonly Span[];
  readonly place: Place;
  /** Finds with the same group say the same thing: only the best counts. */
  readonly group: string;
}

interface RowKey {
  readonly rule: ReadyRule;
  /** Number of the rule, and of the row inside its pattern. */
  readonly number: number;
  readonly row: number;
}

/** Builds a tagger. It keeps nothing from paper to paper but what it learned about single words. */
export function createTagger(vocabulary: Vocabulary): (paper: TaggedText) => Tags {
  const rules = readyRules(vocabulary);
  const find = createMatcher<RowKey>(
    rules.flatMap((rule, number) =>
      rule.pattern.rows.map((node, row) => ({ key: { rule, number, row }, node })),
    ),
  );
  const schemeOf = new Map(rules.map((rule) => [rule.concept, rule.scheme]));
  const subjects = new Set(rules.filter(({ subject }) => subject).map(({ concept }) => concept));

  return (paper) => {
    const fields = (["title", "abstract"] as const).map((field) => {
      const tokens = tokenize(paper[field]);
      return { field, tokens, placeOf: readPlaces(tokens, field), rows: find(tokens) };
    });
    const tokensOf = new Map(fields.map(({ field, tokens }) => [field, tokens]));

    const singles: { key: RowKey; span: Span }[] = [];
    const parts = new Map<number, { rule: ReadyRule; rows: Span[][] }>();
    for (const { field, tokens, placeOf, rows } of fields) {
      for (const match of keepUnexcepted(rows)) {
        const { key, from, to } = match;
        const sentence = tokens[from]?.sentence ?? 0;
        const span: Span = { field, sentence, from, to, place: placeOf(from, to) };
        if (key.rule.pattern.rows.length === 1) singles.push({ key, span });
        else {
          const part = parts.get(key.number) ?? { rule: key.rule, rows: [] };
          parts.set(key.number, part);
          (part.rows[key.row] ??= []).push(span);
        }
      }
    }

    const acronyms = ownedAcronyms(fields, singles);
    const finds: Find[] = [];
    for (const { key, span } of singles) {
      const token = tokensOf.get(span.field)?.[span.from];
      const foreign =
        key.rule.kind === "name" &&
        span.to === span.from + 1 &&
        token !== undefined &&
        acronyms.foreign.has(token.raw.replace(/s$/, ""));
      if (!foreign) finds.push(toFind(key.rule, [span]));
    }
    for (const { rule, rows } of parts.values()) finds.push(...joined(rule, rows));
    for (const { field, tokens, placeOf } of fields) {
      tokens.forEach((token, from) => {
        for (const owner of acronyms.owned.get(token.raw.replace(/s$/, "")) ?? []) {
          const place = placeOf(from, from + 1);
          const span: Span = { field, sentence: token.sentence, from, to: from + 1, place };
          finds.push({
            concept: owner,
            rule: `${owner}/acronym@${place}`,
            strength: strengths.strong,
            spans: [span],
            place,
            group: `${field}:${String(token.sentence)}`,
          });
        }
      });
    }

    const tags = judge(finds, subjects, tokensOf);
    const pick = <Id extends string>(scheme: Scheme, concepts: readonly Concept<Id>[]): Tag<Id>[] => {
      imply(concepts, tags);
      return concepts.flatMap(({ id }) => {
        const tag = schemeOf.get(id) === undefined || schemeOf.get(id) === scheme ? tags.get(id) : undefined;
        return tag === undefined ? [] : [{ id, ...tag }];
      });
    };
    return {
      techniques: pick("techniques", vocabulary.techniques),
      areas: pick("areas", vocabulary.areas),
      resources: pick("resources", vocabulary.resources),
    };
  };
}

/** Drops the matches of a concept that stand inside one of its exceptions, and the exceptions. */
function keepUnexcepted(rows: readonly RowMatch<RowKey>[]): readonly RowMatch<RowKey>[] {
  const excepted = rows.filter(({ key }) => key.rule.kind === "except");
  return rows.filter(
    ({ key, from, to }) =>
      key.rule.kind !== "except" &&
      !excepted.some(
        (e) => e.key.rule.concept === key.rule.concept && e.from < to && from < e.to,
      ),
  );
}

/**
 * Sorts the acronyms that a paper defines: owned by a concept when a name of the concept stands in the
 * long form, else foreign, so that a homonym in this paper is no match.
 */
function ownedAcronyms(
  fields: readonly { field: Evidence["field"]; tokens: readonly Token[] }[],
  singles: readonly { key: RowKey; span: Span }[],
): { owned: ReadonlyMap<string, ReadonlySet<string>>; foreign: ReadonlySet<string> } {
  const owned = new Map<string, Set<string>>();
  const foreign = new Set<string>();
  for (const { field, tokens } of fields) {
    for (const { short, from, to } of findAcronyms(tokens)) {
      const owners = singles.filter(
        ({ key, span }) =>
          key.rule.kind === "name" && span.field === field && span.from < to && from < span.to,
      );
      if (owners.length === 0) foreign.add(short);
      const set = owned.get(short) ?? new Set<string>();
      for (const { key } of owners) set.add(key.rule.concept);
      if (set.size > 0) owned.set(short, set);
    }
  }
  for (const short of owned.keys()) foreign.delete(short);
  return { owned, foreign };
}

function toFind(rule: ReadyRule, spans: readonly Span[], group?: string): Find {
  let place: Place = "title";
  for (const span of spans) if (places[span.place] < places[place]) place = span.place;
  const [first] = spans;
  return {
    concept: rule.concept,
    rule: `${rule.concept}/${rule.id}@${place}`,
    strength: strengths[rule.strength],
    spans,
    place,
    group: group ?? `${first?.field ?? ""}:${String(first?.sentence ?? 0)}`,
  };
}

/** Finds of a pattern of several rows: all of them in one sentence, or in one paper. */
function joined(rule: ReadyRule, rows: readonly (readonly Span[] | undefined)[]): Find[] {
  const width = rule.pattern.rows.length;
  const all = Array.from({ length: width }, (_, row) => rows[row] ?? []);
  if (rule.pattern.together === "paper") {
    const spans = all.flatMap((row) => bestOf(row) ?? []);
    return spans.length === width ? [toFind(rule, spans, `paper:${rule.id}`)] : [];
  }
  const out: Find[] = [];
  const seen = new Set<string>();
  for (const { field, sentence } of all[0] ?? []) {
    const group = `${field}:${String(sentence)}`;
    if (seen.has(group)) continue;
    seen.add(group);
    const spans = all.flatMap(
      (row) => bestOf(row.filter((s) => s.field === field && s.sentence === sentence)) ?? [],
    );
    if (spans.length === width) out.push(toFind(rule, spans));
  }
  return out;
}

function bestOf(spans: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  for (const span of spans)
    if (best === undefined || places[span.place] > places[best.place]) best = span;
  return best;
}

interface Judged {
  role: Role;
  evidence: Evidence[];
}

/** Weighs the finds of every concept. */
function judge(
  finds: readonly Find[],
  subjects: ReadonlySet<string>,
  tokensOf: ReadonlyMap<Evidence["field"], readonly Token[]>,
): Map<string, Judged> {
  const byConcept = new Map<string, Find[]>();
  for (const one of finds) {
    const list = byConcept.get(one.concept);
    if (list === undefined) byConcept.set(one.concept, [one]);
    else list.push(one);
  }
  const tags = new Map<string, Judged>();
  for (const [concept, list] of byConcept) {
    const best = new Map<string, { worth: number; place: Place }>();
    const subject = subjects.has(concept);
    let strongest = 0;
    let strongestOwn = 0;
    for (const { group, strength, place } of list) {
      const factor = subject && place === "background" ? subjectInBackground : places[place];
      const worth = strength * factor;
      if (factor > 0) strongestOwn = Math.max(strongestOwn, strength);
      if (worth > (best.get(group)?.worth ?? -1)) best.set(group, { worth, place });
      strongest = Math.max(strongest, strength);
    }
    let score = 0;
    let background = 0;
    for (const { worth, place } of best.values()) {
      if (place === "background" && !subject) background += worth;
      else score += worth;
    }
    score += Math.min(background, backgroundLimit);
    const core = score >= coreThreshold - 1e-9 && strongestOwn >= coreStrength;
    if (!core && strongest < mentionStrength) continue;
    tags.set(concept, { role: core ? "core" : "mention", evidence: prove(list, tokensOf) });
  }
  return tags;
}

/** The spans of the finds as evidence, best first at each place, none inside another. */
function prove(
  finds: readonly Find[],
  tokensOf: ReadonlyMap<Evidence["field"], readonly Token[]>,
): Evidence[] {
  const all = finds.flatMap((found) =>
    found.spans.map((span) => {
      const tokens = tokensOf.get(span.field);
      return {
        worth: found.strength * places[found.place],
        evidence: {
          field: span.field,
          start: tokens?.[span.from]?.start ?? 0,
          end: tokens?.[span.to - 1]?.end ?? 0,
          rule: found.rule,
        },
      };
    }),
  );
  all.sort(
    (a, b) =>
      b.worth - a.worth ||
      b.evidence.end - b.evidence.start - (a.evidence.end - a.evidence.start) ||
      (a.evidence.rule < b.evidence.rule ? -1 : a.evidence.rule > b.evidence.rule ? 1 : 0),
  );
  const kept: Evidence[] = [];
  for (const { evidence } of all) {
    const overlaps = kept.some(
      (k) => k.field === evidence.field && k.start < evidence.end && evidence.start < k.end,
    );
    if (!overlaps) kept.push(evidence);
  }
  return kept.sort(
    (a, b) => (a.field === b.field ? a.start - b.start : a.field === "title" ? -1 : 1),
  );
}

/** Gives the concepts implied by those found, with the same spans; goes up until nothing changes. */
function imply<Id extends string>(concepts: readonly Concept<Id>[], tags: Map<string, Judged>): void {
  let changed = true;
  while (changed) {
    changed = false;
    for (const concept of concepts) {
      const tag = tags.get(concept.id);
      if (tag === undefined) continue;
      for (const broader of concept.implies) {
        const known = tags.get(broader);
        if (known !== undefined && (known.role === "core" || tag.role === "mention")) continue;
        const rule = `${broader}/implied-by:${concept.id}`;
        const evidence = tag.evidence.map((span) => ({ ...span, rule }));
        const own = (known?.evidence ?? []).filter(
          (k) => !evidence.some((e) => e.field === k.field && e.start < k.end && k.start < e.end),
        );
        tags.set(broader, {
          role: tag.role,
          evidence: [...own, ...evidence].sort((a, b) =>
            a.field === b.field ? a.start - b.start : a.field === "title" ? -1 : 1,
          ),
        });
        changed = true;
      }
    }
  }
}
