/** Gives every paper its id, which is the last part of its address. */
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import type { PaperId } from "../ids.ts";
import { permalinkKeys } from "../permalinks.ts";
import { parseRichText, toSlugWords } from "../rich-text/index.ts";
import { fingerprint, slug } from "../slug.ts";
import type { MergedPaper } from "./merge.ts";

/** Words that stand in a paper's place in an address and mean something else. */
const reserved = new Set(["page", "data", "with-code"]);

/**
 * Ids for papers given in list order. A paper that was published keeps its id; a new one gets the
 * slug of its title, with its identifier behind it where that is taken.
 *
 * @param published slugs that were ever published, with the keys of their papers.
 */
export function assignIds(
  papers: readonly MergedPaper[],
  published: ReadonlyMap<string, string>,
): {
  readonly ids: ReadonlyMap<MergedPaper, PaperId>;
  /** Addresses that a paper had before, or that a paper had which is one with it now. */
  readonly former: ReadonlyMap<string, PaperId>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const ids = new Map<MergedPaper, PaperId>();
  // A published slug stays with its paper even while that paper is in no list.
  const taken = new Set<string>([...reserved, ...published.keys()]);
  const slugOfKey = new Map([...published].map(([address, key]) => [key, address]));

  const assigned = new Set<string>();
  for (const paper of papers) {
    const kept = permalinkKeys(paper.group)
      .flatMap((key) => slugOfKey.get(key) ?? [])
      .find((address) => !assigned.has(address));
    if (kept === undefined) continue;
    ids.set(paper, kept as PaperId);
    assigned.add(kept);
  }
  for (const paper of papers) {
    if (ids.has(paper)) continue;
    const wanted = slug(toSlugWords(parseRichText(paper.title)));
    const id = wanted === "" ? nameFromIdentifier(paper) : wanted;
    const free = taken.has(id) ? firstFree(`${id}-${identifier(paper)}`, taken) : id;
    if (wanted === "") {
      diagnostics.push(at(paper, "slug-from-id", `“${paper.title}” is published as “${free}”.`));
    } else if (free !== id) {
      const message = `Another page is called “${id}” already; this one is published as “${free}”.`;
      diagnostics.push(at(paper, "slug-taken", message));
    }
    taken.add(free);
    ids.set(paper, free as PaperId);
  }
  return { ids, former: formerIds(ids, published), diagnostics };
}

/** Published slugs that no paper has now, with the id of the paper whose key they were given to. */
function formerIds(
  ids: ReadonlyMap<MergedPaper, PaperId>,
  published: ReadonlyMap<string, string>,
): ReadonlyMap<string, PaperId> {
  const owners = new Map<string, PaperId>();
  for (const [paper, id] of ids) {
    for (const key of permalinkKeys(paper.group)) if (!owners.has(key)) owners.set(key, id);
  }
  const inUse = new Set<string>(ids.values());
  return new Map(
    [...published].flatMap(([address, key]) => {
      const id = owners.get(key);
      return id === undefined || inUse.has(address) ? [] : [[address, id]];
    }),
  );
}

function identifier(paper: MergedPaper): string {
  return paper.arxivId === null ? fingerprint(paper.group.first.titleKey) : slug(paper.arxivId);
}

function nameFromIdentifier(paper: MergedPaper): string {
  return `${paper.arxivId === null ? "paper" : "arxiv"}-${identifier(paper)}`;
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  let free = wanted;
  for (let count = 2; taken.has(free); count += 1) free = `${wanted}-${String(count)}`;
  return free;
}

function at(paper: MergedPaper, rule: "slug-taken" | "slug-from-id", message: string): Diagnostic {
  const { list, line } = paper.group.first;
  return diagnose(rule, list.seed.path, { line, column: 1 }, message);
}
