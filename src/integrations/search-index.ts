/**
 * Builds the search index from the finished pages. Pages go in one after another in the order of
 * their addresses: Pagefind numbers them as they come, so that another order makes other bytes.
 */
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { builtPages } from "../io/built-pages.ts";

/** The folder of the index inside the built site. */
const folder = "pagefind";

/** Interfaces that Pagefind writes beside its API; the site has its own. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\.(?:css|js)$/;

/** Writes `pagefind/` after the build. */
export function searchIndex(): AstroIntegration {
  return {
    name: "papershelf:search-index",
    hooks: {
      "astro:build:done": ({ dir }) => writeSearchIndex(fileURLToPath(dir)),
    },
  };
}

/**
 * Indexes the built site in `dir` and writes `pagefind/` into it. A page without `data-pagefind-body`
 * cannot be found, as long as another page has it.
 *
 * @throws {Error} with Pagefind's own words when it cannot read a page or write the index.
 */
export async function writeSearchIndex(dir: string): Promise<void> {
  const output = path.join(dir, folder);
  await rm(output, { recursive: true, force: true });
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  try {
    for (const page of await builtPages(dir)) {
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
}
