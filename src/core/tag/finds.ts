/**
 * What was found in a paper, before it is weighed: rows of words that speak of a concept, and the rules
 * that fired on them.
 */
import type { Evidence } from "../model.ts";
import { findAcronyms } from "./acronyms.ts";
import type { Place, PlaceOf } from "./context.ts";
import type { RowMatch } from "./matcher.ts";
import type { ReadyRule } from "./rules.ts";
import type { Token } from "./tokens.ts";
import { places, strengths } from "./weights.ts";

/** A row of words of one field that speaks of a concept; `from` is included, `to` is not. */
export interface Span {
  readonly field: Evidence["field"];
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** A rule that fired, with the spans that made it fire. */
export interface Find {
  readonly concept: string;
  /** As evidence carries it: `concept/rule@place`. */
  readonly rule: string;
  readonly strength: number;
  readonly spans: readonly Span[];
  /** The least of the places of its spans. */
  readonly place: Place;
  /** Finds with the same group say the same thing: only the best counts. */
  readonly group: string;
}

/** Which row of which pattern a match is of. */
export interface RowKey {
  readonly rule: ReadyRule;
  /** Number of the rule, and of the row inside its pattern. */
  readonly number: number;
  readonly row: number;
}

/** A title or an abstract as it was read. */
export interface ReadField {
  readonly field: Evidence["field"];
  readonly tokens: readonly Token[];
  readonly placeOf: PlaceOf;
  readonly rows: readonly RowMatch<RowKey>[];
}

/** A match of a row as a span. */
interface Match {
  readonly key: RowKey;
  readonly span: Span;
}

/** All rules that fire in a paper, homonyms left out. */
export function findsOf(fields: readonly ReadField[]): readonly Find[] {
  const matches = tellingMatches(fields);
  const acronyms = readAcronyms(fields, matches);
  const finds: Find[] = [];
  const rowsOf = new Map<number, { rule: ReadyRule; rows: Span[][] }>();
  for (const { key, span } of matches) {
    if (acronyms.isHomonym(key.rule, span)) continue;
    const width = key.rule.pattern.rows.length;
    if (width === 1) {
      finds.push(toFind(key.rule, [span], groupOf(span)));
      continue;
    }
    const part = rowsOf.get(key.number) ?? {
      rule: key.rule,
      rows: Array.from({ length: width }, () => []),
    };
    rowsOf.set(key.number, part);
    part.rows[key.row]?.push(span);
  }
  for (const { rule, rows } of rowsOf.values()) finds.push(...joined(rule, rows));
  return [...finds, ...acronyms.finds];
}

/** Matches that can prove something: in the company that their concept needs, of rules with all their rows. */
function tellingMatches(fields: readonly ReadField[]): readonly Match[] {
  const accompanied = new Set<string>();
  const rowsSeen = new Map<number, number>();
  for (const { rows } of fields)
    for (const { key } of rows) {
      if (key.rule.kind === "company") accompanied.add(key.rule.concept);
      else if (key.rule.pattern.rows.length > 1)
        rowsSeen.set(key.number, (rowsSeen.get(key.number) ?? 0) | (1 << key.row));
    }
  const tells = ({ rule, number }: RowKey): boolean => {
    if (rule.kind === "company" || rule.kind === "except") return false;
    if (rule.needsCompany && !accompanied.has(rule.concept)) return false;
    const width = rule.pattern.rows.length;
    return width === 1 || rowsSeen.get(number) === (1 << width) - 1;
  };
  return fields.flatMap((field) => matchesOf(field, tells));
}

/** Matches of a field without those that stand inside an exception of their concept. */
function matchesOf(
  { field, tokens, placeOf, rows }: ReadField,
  tells: (key: RowKey) => boolean,
): readonly Match[] {
  const excepted = new Map<string, Set<number>>();
  for (const { key, from, to } of rows) {
    if (key.rule.kind !== "except") continue;
    const words = excepted.get(key.rule.concept) ?? new Set();
    excepted.set(key.rule.concept, words);
    for (let i = from; i < to; i += 1) words.add(i);
  }
  const matches: Match[] = [];
  for (const { key, from, to } of rows) {
    if (!tells(key)) continue;
    const words = excepted.get(key.rule.concept);
    if (words !== undefined && overlaps(words, from, to)) continue;
    const sentence = tokens[from]?.sentence ?? 0;
    matches.push({ key, span: { field, sentence, from, to, place: placeOf(from, to) } });
  }
  return matches;
}

function overlaps(words: ReadonlySet<number>, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (words.has(i)) return true;
  return false;
}

const singular = (token: Token): string => token.raw.replace(/s$/, "");

/**
 * The acronyms that the paper defines. A concept owns one when a name of the concept stands in the long
 * form; for a concept of which the long form does not speak, the acronym is a homonym in this paper.
 */
function readAcronyms(
  fields: readonly ReadField[],
  matches: readonly Match[],
): {
  readonly finds: readonly Find[];
  readonly isHomonym: (rule: ReadyRule, span: Span) => boolean;
} {
  const spoken = new Map<
    string,
    { readonly concept: string; readonly nameEnds: number | null }[]
  >();
  for (const { key, span } of matches) {
    const { kind, concept, pattern } = key.rule;
    const nameEnds = kind === "name" && pattern.rows.length === 1 ? span.to : null;
    for (let i = span.from; i < span.to; i += 1) {
      const at = `${span.field} ${String(i)}`;
      const here = spoken.get(at) ?? [];
      spoken.set(at, here);
      here.push({ concept, nameEnds: i === span.from ? nameEnds : null });
    }
  }
  const owners = new Map<string, Set<string>>();
  const meant = new Map<string, Set<string>>();
  for (const { field, tokens } of fields)
    for (const { short, from, to } of findAcronyms(tokens)) {
      const own = owners.get(short) ?? new Set<string>();
      const all = meant.get(short) ?? new Set<string>();
      owners.set(short, own);
      meant.set(short, all);
      for (let i = from; i < to; i += 1)
        for (const { concept, nameEnds } of spoken.get(`${field} ${String(i)}`) ?? []) {
          all.add(concept);
          // A name that goes on after the bracket is not what the acronym stands for.
          if (nameEnds !== null && nameEnds <= to) own.add(concept);
        }
    }
  const tokensOf = new Map(fields.map(({ field, tokens }) => [field, tokens]));
  const finds = fields.flatMap(({ field, tokens, placeOf }) =>
    tokens.flatMap((token, from) =>
      [...(owners.get(singular(token)) ?? [])].map((concept): Find => {
        const place = placeOf(from, from + 1);
        const span = { field, sentence: token.sentence, from, to: from + 1, place };
        const rule = `${concept}/acronym@${place}`;
        return {
          concept,
          rule,
          strength: strengths.strong,
          spans: [span],
          place,
          group: groupOf(span),
        };
      }),
    ),
  );
  return {
    finds,
    isHomonym: (rule, { field, from, to }) => {
      const token = tokensOf.get(field)?.[from];
      if (rule.kind !== "name" || to !== from + 1 || token === undefined) return false;
      return meant.get(singular(token))?.has(rule.concept) === false;
    },
  };
}

/** One sentence, or the title. */
function groupOf({ field, sentence }: Span): string {
  return `${field}:${String(sentence)}`;
}

function toFind(rule: ReadyRule, spans: readonly Span[], group: string): Find {
  let place: Place = "title";
  for (const span of spans) if (places[span.place] < places[place]) place = span.place;
  return {
    concept: rule.concept,
    rule: `${rule.concept}/${rule.id}@${place}`,
    strength: strengths[rule.strength],
    spans,
    place,
    group,
  };
}

/** Finds of a pattern of several rows: all of them in one sentence, or in one paper. */
function joined(rule: ReadyRule, rows: readonly (readonly Span[])[]): readonly Find[] {
  const togetherIn = (span: Span): string =>
    rule.pattern.together === "paper" ? `paper:${rule.id}` : groupOf(span);
  const best = rows.map((row) => {
    const byGroup = new Map<string, Span>();
    for (const span of row) {
      const group = togetherIn(span);
      const known = byGroup.get(group);
      if (known === undefined || places[span.place] > places[known.place]) byGroup.set(group, span);
    }
    return byGroup;
  });
  return [...(best[0]?.keys() ?? [])].flatMap((group) => {
    const spans = best.flatMap((byGroup) => byGroup.get(group) ?? []);
    return spans.length === rows.length ? [toFind(rule, spans, group)] : [];
  });
}
