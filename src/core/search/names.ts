/** What a query names: techniques by their labels and aliases, authors by the papers that were found. */
import { authorSlug } from "../authors.ts";
import { fold, joined, wordsOf } from "./folding.ts";
import type { Query } from "./query.ts";
import { areForms } from "./word-forms.ts";

/** A technique as the search knows it; an entry of `search/names.json`. */
export interface TechniqueName {
  readonly id: string;
  readonly label: string;
  /** Id of its family, for its hue. */
  readonly family: string;
  /** Other names of it, and those of techniques that were merged into it. */
  readonly aliases: readonly string[];
  /** Ids. */
  readonly broader: readonly string[];
  /** Papers of which it is at the core. */
  readonly papers: number;
}

/** `search/names.json`. */
export interface SearchNames {
  readonly techniques: readonly TechniqueName[];
}

/** An author whom a query names. */
export interface AuthorName {
  /** As the first of the papers spells it. */
  readonly name: string;
  /** Last part of the address of the author's page. */
  readonly slug: string;
  /** How many of the papers looked at name this author: two or more, so that there is a page. */
  readonly papers: number;
}

/** How a name stands in a query, best first. */
const [whole, form, beginning, part] = [3, 2, 1, 0] as const;

/** Shortest beginning of a name that is taken for one, in letters and digits. */
const shortestBeginning = 3;

/** Most of a kind that are named at once. */
const most = 2;

/**
 * The techniques that a query names, best first: by a whole name or a form of it, or among other words;
 * with `mayBegin`, also by the beginning of a name, as it stands there while one types.
 */
export function techniquesNamed(
  query: Query,
  techniques: readonly TechniqueName[],
  mayBegin = false,
): readonly TechniqueName[] {
  return techniques
    .flatMap((technique) => {
      const fits = [technique.label, ...technique.aliases].map((name) => fitOf(query, name));
      const fit = Math.max(...fits.map((each) => each ?? -1));
      return fit < 0 || (fit === beginning && !mayBegin) ? [] : [{ technique, fit }];
    })
    .sort((a, b) => b.fit - a.fit || b.technique.papers - a.technique.papers)
    .filter(({ fit }, _, [best]) => fit === best?.fit)
    .slice(0, most)
    .map(({ technique }) => technique);
}

function fitOf(query: Query, name: string): number | null {
  const typed = query.words.flatMap(({ parts }) => parts);
  const words = wordsOf(fold(name));
  const [typedWhole, nameWhole] = [joined(typed.join("")), words.join("")];
  if (typedWhole === "" || nameWhole === "") return null;
  if (typedWhole === nameWhole) return whole;
  const areAlike = (from: number): boolean =>
    words.every((each, place) => areForms(each, typed[from + place] ?? ""));
  if (typed.length === words.length && areAlike(0)) return form;
  if (query.isOpen && typedWhole.length >= shortestBeginning && nameWhole.startsWith(typedWhole)) {
    return beginning;
  }
  // Short names are words or letters of something else where others stand around them.
  if (nameWhole.length < shortestBeginning || words.length >= typed.length) return null;
  return [...typed.keys()].some((from) => from + words.length <= typed.length && areAlike(from))
    ? part
    : null;
}

/**
 * The authors whom a query names, those with most papers first, judged by the bylines of the papers
 * that it found (each a list of names). Only names on two papers count: those authors have a page.
 */
export function authorsNamed(
  query: Query,
  bylines: readonly (readonly string[])[],
): readonly AuthorName[] {
  const typed = query.words.flatMap(({ parts }) => parts);
  if (typed.length === 0 || query.arxivId !== null) return [];
  const found = new Map<string, { readonly name: string; papers: number }>();
  for (const names of bylines) {
    for (const name of names) {
      if (!isNamedBy(query, typed, wordsOf(fold(name)))) continue;
      const key = authorSlug(name);
      const known = found.get(key);
      if (known === undefined) found.set(key, { name, papers: 1 });
      else known.papers += 1;
    }
  }
  return [...found]
    .map(([key, { name, papers }]) => ({ name, slug: key, papers }))
    .filter(({ papers }) => papers > 1)
    .sort((a, b) => b.papers - a.papers)
    .slice(0, most);
}

/** Whether every typed word is a word of the name; the last of several may be the beginning of one. */
function isNamedBy(query: Query, typed: readonly string[], name: readonly string[]): boolean {
  if (typed.length === 1 && (typed[0] ?? "").length < shortestBeginning) return false;
  return typed.every((each, place) => {
    const isBegun = query.isOpen && place > 0 && place === typed.length - 1;
    return name.includes(each) || (isBegun && name.some((other) => other.startsWith(each)));
  });
}
