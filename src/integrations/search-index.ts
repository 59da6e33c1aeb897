/**
 * Builds the search index: papers from the published catalogue, technique pages from their HTML. All
 * goes in one after another in a fixed order: Pagefind numbers entries as they come, so that another
 * order makes other bytes.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import type { Catalogue } from "../core/export/catalogue.ts";
import { parseRichText, toPlain } from "../core/rich-text/index.ts";
import { recordOf, type SearchablePaper } from "../core/search/record.ts";
import { vocabularyShards } from "../core/search/spelling.ts";
import { type BuiltPage, builtPages } from "../io/built-pages.ts";

/** The folder of the index inside the built site. */
const folder = "pagefind";

/** Interfaces that Pagefind writes beside its API; the site has its own. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\.(?:css|js)$/;

/**
 * Postings in a piece of the index. A reader loads a piece for each word, so that pieces much smaller
 * than Pagefind's own 20,000 halve what a search loads. Still smaller ones only make their table
 * grow, which the first search loads. Papers keep a file each (no `maxFragments`): the first ten hits
 * are looked at one by one, and files shared with other papers would cost ten times as much.
 */
const piece = 1500;

/** Writes `pagefind/` after the build. */
export function searchIndex(): AstroIntegration {
  return {
    name: "papershelf:search-index",
    hooks: {
      "astro:build:done": ({ dir }) => writeSearchIndex(fileURLToPath(dir)),
    },
  };
}

/** What is to be found. */
export interface IndexContents {
  readonly papers: readonly SearchablePaper[];
  /** Pages with `data-pagefind-body`. */
  readonly pages: readonly BuiltPage[];
}

/**
 * Indexes the built site in `dir` and writes `pagefind/` into it.
 *
 * @throws {Error} with Pagefind's own words when it cannot read a page or write the index.
 */
export async function writeSearchIndex(dir: string): Promise<void> {
  const text = await readFile(path.join(dir, "papers.json"), "utf8");
  const papers = searchablePapers(JSON.parse(text) as Catalogue);
  await indexInto(dir, { papers, pages: await techniquePages(dir) });
}

/** The pages of a built site that are found beside the papers: each technique's first. */
export async function techniquePages(dir: string): Promise<readonly BuiltPage[]> {
  return (await builtPages(dir)).filter(({ path: address }) =>
    /^techniques\/[^/]+\/$/.test(address),
  );
}

/**
 * The papers of the catalogue as the index takes them, newest first. The index numbers them in this
 * order, and the browser counts on it: see `SearchEngine.pages`.
 */
export function searchablePapers(catalogue: Catalogue): SearchablePaper[] {
  const plain = (source: string): string => toPlain(parseRichText(source));
  return catalogue.papers.map((paper) => {
    const year = paper.published?.value.slice(0, 4) ?? null;
    const named = paper.authors ?? [];
    const byOrganization = named.length === 0 && paper.organization !== null;
    return {
      address: `/papers/${paper.id}/`,
      title: plain(paper.title),
      abstract: plain(paper.abstract),
      authors: paper.organization !== null && byOrganization ? [paper.organization.name] : named,
      arxivId: paper.arxivId,
      year,
      filters: {
        type: ["paper"],
        technique: paper.techniques.filter(({ role }) => role === "core").map(({ id }) => id),
        titleHtml: paper.titleHtml.includes("<") ? [paper.titleHtml] : [],
        byline: byOrganization ? ["organization"] : [],
      },
    };
  });
}

/**
 * Writes `pagefind/` into `dir`, in the place of an earlier one.
 *
 * @throws {Error} with Pagefind's own words when it cannot read a page or write the index.
 */
export async function indexInto(dir: string, { papers, pages }: IndexContents): Promise<void> {
  const output = path.join(dir, folder);
  await rm(output, { recursive: true, force: true });
  // Pagefind's process reads this setting from its environment and has no other way to be told.
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] ??= String(piece);
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  try {
    for (const paper of papers) {
      const added = await index.addCustomRecord(recordOf(paper));
      if (added.errors.length > 0) {
        throw new Error(`Pagefind cannot index ${paper.address}: ${added.errors.join("; ")}`);
      }
    }
    for (const page of pages) {
      const content = await readFile(page.file, "utf8");
      const added = await index.addHTMLFile({ url: `/${page.path}`, content });
      if (added.errors.length > 0) {
        throw new Error(`Pagefind cannot read ${page.file}: ${added.errors.join("; ")}`);
      }
    }
    const written = await index.writeFiles({ outputPath: output });
    if (written.errors.length > 0) {
      throw new Error(`Pagefind cannot write ${output}: ${written.errors.join("; ")}`);
    }
  } finally {
    await close();
  }
  for (const name of await readdir(output)) {
    if (unused.test(name)) await rm(path.join(output, name));
  }
  await writeVocabulary(path.join(output, "words"), papers);
}

/** The words of all papers, for the correction of spelling; see `core/search/spelling.ts`. */
async function writeVocabulary(to: string, papers: readonly SearchablePaper[]): Promise<void> {
  await mkdir(to);
  const texts = papers.map(({ title, abstract, authors }) =>
    [title, abstract, ...authors].join("\n"),
  );
  for (const [name, shard] of vocabularyShards(texts)) {
    await writeFile(path.join(to, `${name}.json`), JSON.stringify(shard));
  }
}
