/**
 * Everything the pages ask of the collections. This is the only caller of `getCollection`: the call
 * copies the whole collection every time, so it is made once a build and indexed here.
 */
import { type CollectionEntry, type CollectionKey, getCollection } from "astro:content";
import { type Author, authorSlug, groupAuthors } from "./core/authors.ts";
import type { FamilyId, ListId, PaperId, TechniqueId } from "./core/ids.ts";
import type { Corpus, Family, Paper, PaperList, Technique } from "./core/model.ts";

/** The papers tagged with one technique, each group newest first. */
export interface TechniquePapers {
  readonly core: readonly Paper[];
  readonly mention: readonly Paper[];
}

/** The corpus with the look-ups that pages need; a look-up of an unknown id throws. */
export interface Library extends Corpus {
  readonly paper: (id: PaperId) => Paper;
  readonly technique: (id: TechniqueId) => Technique;
  readonly family: (id: FamilyId) => Family;
  readonly list: (id: ListId) => PaperList;
  readonly papersOf: (id: TechniqueId) => TechniquePapers;
  /** Authors of two papers or more, by slug; a single paper's author has no page. */
  readonly authors: readonly Author[];
  /** The page of an author by the name as a paper gives it; `null` when there is none. */
  readonly authorPage: (name: string) => Author | null;
  /** What a rule of evidence found, in words for the reader; the id itself for an unknown one. */
  readonly explain: (rule: string) => string;
  /** The prose of a technique; `undefined` when nobody has written it yet. */
  readonly text: (id: TechniqueId) => CollectionEntry<"techniqueTexts"> | undefined;
}

let shared: Promise<Library> | null = null;

/** The library, built once and shared by every page; in development read anew for every page. */
export function library(): Promise<Library> {
  if (import.meta.env.DEV) return buildLibrary();
  shared ??= buildLibrary();
  return shared;
}

async function buildLibrary(): Promise<Library> {
  const [papers, lists, techniques, families, areas, resources, rules, texts] = await Promise.all([
    inOrder("papers"),
    inOrder("lists"),
    inOrder("techniques"),
    inOrder("families"),
    inOrder("areas"),
    inOrder("resources"),
    inOrder("rules"),
    getCollection("techniqueTexts"),
  ]);
  const authors = groupAuthors(papers);
  const authorsBySlug = new Map(authors.map((author) => [author.slug, author]));
  const textsById = new Map(texts.map((entry) => [entry.data.technique, entry]));
  const tagged = papersByTechnique(papers);
  const explanations = new Map(rules.map(({ id, says }) => [id, says]));
  return {
    ...{ papers, lists, techniques, families, areas, resources, rules, authors },
    paper: lookUp("paper", papers),
    technique: lookUp("technique", techniques),
    family: lookUp("family", families),
    list: lookUp("list", lists),
    papersOf: (id) => tagged.get(id) ?? { core: [], mention: [] },
    authorPage: (name) => authorsBySlug.get(authorSlug(name)) ?? null,
    explain: (rule) => explanations.get(rule) ?? rule,
    text: (id) => textsById.get(id),
  };
}

type OrderedCollection = Exclude<CollectionKey, "techniqueTexts">;

async function inOrder<Key extends OrderedCollection>(
  key: Key,
): Promise<readonly CollectionEntry<Key>["data"][]> {
  const entries = (await getCollection(key)) as readonly CollectionEntry<Key>[];
  return entries.map((entry) => entry.data).sort((a, b) => a.order - b.order);
}

function lookUp<Id extends string, Item extends { readonly id: Id }>(
  kind: string,
  items: readonly Item[],
): (id: Id) => Item {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = byId.get(id);
    if (item === undefined) throw new Error(`There is no ${kind} “${id}” in the corpus.`);
    return item;
  };
}

function papersByTechnique(papers: readonly Paper[]): ReadonlyMap<TechniqueId, TechniquePapers> {
  const tagged = new Map<TechniqueId, { core: Paper[]; mention: Paper[] }>();
  for (const paper of papers) {
    for (const { id, role } of paper.techniques) {
      const groups = tagged.get(id) ?? { core: [], mention: [] };
      tagged.set(id, groups);
      groups[role].push(paper);
    }
  }
  return tagged;
}
