import { describe, expect, inject, it } from "vitest";
import { readCatalogue } from "../setup/catalogue.ts";
import { attribute, elements, folded, ofClass, readPage, textOf } from "../setup/html.ts";
import { seedEntries, seedFiles } from "../setup/seed-entries.ts";

const { atRoot } = inject("sites");
const catalogue = readCatalogue(atRoot);

/** Whether the text is shown as it stands; the rest holds TeX or quotes that are set properly. */
const isPlain = (text: string): boolean => !/[$\\{}`~]|''|--/.test(text);

/** Words outside formulas and commands: what a reader must find, whatever becomes of the TeX. */
function words(text: string): string[] {
  return text
    .replace(/\$[^$]*\$/g, " ")
    .replace(/\\[A-Za-z]+/g, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);
}

describe("paper pages", () => {
  it.each(catalogue.papers.map((paper) => [paper.id, paper] as const))("%s", (id, paper) => {
    const page = readPage(atRoot, `papers/${id}/`);
    const title = textOf(elements(page, ({ tagName }) => tagName === "h1")[0]);
    const abstract = textOf(elements(page, ofClass("abstract"))[0]);
    if (isPlain(paper.title)) expect(title).toBe(paper.title);
    if (isPlain(paper.abstract)) expect(abstract).toBe(folded(paper.abstract));
    // In order and complete, for those that hold TeX, too.
    let at = 0;
    const lost = words(paper.abstract).filter((word) => {
      const found = abstract.indexOf(word, at);
      if (found !== -1) at = found + word.length;
      return found === -1;
    });
    expect(lost).toEqual([]);
    expect(words(paper.title).filter((word) => !title.includes(word))).toEqual([]);
    const canonical = elements(page, (element) => attribute(element, "rel") === "canonical");
    expect(canonical.map((link) => attribute(link, "href"))).toEqual([paper.url]);
  });
});

describe("list pages", () => {
  /** Addresses of the papers on all pages of a listing, in order. */
  function listed(first: string): string[] {
    const found: string[] = [];
    for (let address: string | null = first; address !== null;) {
      const page = readPage(atRoot, address);
      for (const card of elements(page, ofClass("card"))) {
        found.push(
          attribute(elements(card, ({ tagName }) => tagName === "a")[0] ?? card, "href") ?? "",
        );
      }
      const next = elements(page, (element) => attribute(element, "rel") === "next")[0];
      const href = next === undefined ? null : attribute(next, "href");
      address = href === null ? null : href.slice(1);
    }
    return found;
  }

  it.each(Object.keys(seedFiles))("of %s has every entry, in the list's own order", (file) => {
    const list = catalogue.lists.find((candidate) => candidate.file === file);
    const expected = seedEntries(file).map(({ title }) => {
      const paper = catalogue.papers.find((candidate) => candidate.title === title);
      return `/papers/${paper?.id ?? "missing"}/`;
    });
    expect(listed(`lists/${list?.id ?? "missing"}/`)).toEqual(expected);
  });

  it("of all papers has each once, in the catalogue's order", () => {
    expect(listed("papers/")).toEqual(catalogue.papers.map(({ id }) => `/papers/${id}/`));
  });
});

describe("author pages", () => {
  it("are there for names that stand on two papers or more, and for no other", () => {
    const counts = new Map<string, number>();
    for (const name of catalogue.papers.flatMap(({ authors }) => [...new Set(authors)])) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const linked = new Map<string, string>();
    for (const { id } of catalogue.papers) {
      for (const list of elements(readPage(atRoot, `papers/${id}/`), ofClass("paper-authors"))) {
        for (const link of elements(list, ({ tagName }) => tagName === "a")) {
          linked.set(textOf(link), attribute(link, "href") ?? "");
        }
      }
    }
    for (const [name, count] of counts) {
      expect([name, linked.get(name)?.startsWith("/authors/")]).toEqual([name, count > 1]);
    }
  });
});

describe("technique pages", () => {
  it("are there for every technique of the catalogue", () => {
    expect(catalogue.techniques.length).toBeGreaterThan(0);
    for (const { id } of catalogue.techniques) {
      const page = readPage(atRoot, `techniques/${id}/`);
      expect(elements(page, ({ tagName }) => tagName === "h1")).toHaveLength(1);
    }
  });
});
