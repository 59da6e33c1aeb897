/** The pages and data behind the facets of the built site, held against `papers.json`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { placesOf } from "../../src/core/facets/bits.ts";
import type { CardData } from "../../src/core/facets/card.ts";
import type { FacetIndex, FacetPiece } from "../../src/core/facets/columns.ts";
import { filterPapers, paperSorts } from "../../src/core/facets/filter.ts";
import { readSelection } from "../../src/core/facets/selection.ts";
import { facetTable, knownValues } from "../../src/core/facets/table.ts";
import { type CataloguePaper, readCatalogue } from "../setup/catalogue.ts";
import { attribute, elements, ofClass, readPage, textOf } from "../setup/html.ts";

const { underBase } = inject("sites");
const { papers } = readCatalogue(underBase);
const { base } = underBase;

const data = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(underBase.dir, "papers/data", `${name}.json`), "utf8"));
const index = data("facets") as FacetIndex;

/** Whether a paper has a value, as the catalogue tells it. */
const tests: Readonly<Record<string, (paper: CataloguePaper, id: string) => boolean>> = {
  techniques: ({ techniques }, id) => techniques.some((tag) => tag.id === id),
  areas: ({ areas }, id) => areas.some((tag) => tag.id === id),
  years: ({ published }, id) => published?.value.startsWith(id) === true,
  lists: ({ appearances }, id) => appearances.some(({ list }) => list === id),
};

/** Papers on all pages of a listing, by id. */
function listed(address: string): string[] {
  const page = readPage(underBase, address);
  const ids = elements(page, ofClass("card")).map((card) => {
    const link = elements(card, ({ tagName }) => tagName === "a")[0];
    return link === undefined ? "" : (attribute(link, "href") ?? "").split("/").at(-2);
  });
  const next = elements(page, (element) => attribute(element, "rel") === "next")[0];
  const href = next === undefined ? null : attribute(next, "href");
  return [...ids.map((id) => id ?? ""), ...(href === null ? [] : listed(href.slice(base.length)))];
}

describe("the facets as links", () => {
  const panel = elements(readPage(underBase, "papers/"), ofClass("facet-panel"))[0];
  const links = panel === undefined ? [] : elements(panel, ofClass("facet-value"));

  it("lead to pages that are there", () => {
    expect(links.length).toBeGreaterThan(40);
    for (const link of links) {
      const href = attribute(link, "href") ?? "";
      expect(href.startsWith(base), href).toBe(true);
      expect(
        existsSync(path.join(underBase.dir, href.slice(base.length), "index.html")),
        href,
      ).toBe(true);
    }
  });

  it("say how many papers the catalogue has", () => {
    for (const link of links) {
      const [, , , kind = "", id = ""] = (attribute(link, "href") ?? "").split("/");
      const has = tests[kind];
      if (has === undefined || id === "families") continue;
      const said = textOf(elements(link, ofClass("facet-count"))[0]).replace(/ papers?$/, "");
      const count = papers.filter((paper) => has(paper, id)).length;
      expect([kind, id, said]).toEqual([kind, id, String(count)]);
    }
  });
});

describe("pages of years and areas", () => {
  it.each(["years", "areas"])("%s: one for each value, with all of its papers", (kind) => {
    const has = tests[kind] ?? (() => false);
    const ids = readdirSync(path.join(underBase.dir, kind)).filter((name) => name !== "index.html");
    const values = index.facets.find(({ name }) => `${name}s` === kind)?.values ?? [];
    expect(ids.sort()).toEqual(values.map(({ id }) => id).sort());
    for (const id of ids) {
      const expected = papers.filter((paper) => has(paper, id)).map((paper) => paper.id);
      expect(listed(`${kind}/${id}/`)).toEqual(expected);
    }
  });

  it.each(["years", "areas"])("%s: one with all values, each with its number of papers", (kind) => {
    const has = tests[kind] ?? (() => false);
    const page = elements(readPage(underBase, `${kind}/`), ofClass("facet-index"))[0];
    const shown = (page === undefined ? [] : elements(page, ({ tagName }) => tagName === "li")).map(
      (item): [string, string] => {
        const link = elements(item, ({ tagName }) => tagName === "a")[0];
        const href = link === undefined ? null : attribute(link, "href");
        return [href ?? "", textOf(item).replace(textOf(link), "").trim()];
      },
    );
    const values = index.facets.find(({ name }) => `${name}s` === kind)?.values ?? [];
    const expected = values.map(({ id }): [string, string] => {
      const count = papers.filter((paper) => has(paper, id)).length;
      return [`${base}${kind}/${id}/`, `${String(count)} ${count === 1 ? "paper" : "papers"}`];
    });
    expect(shown.toSorted()).toEqual(expected.toSorted());
    expect(shown.length).toBeGreaterThan(3);
  });

  it("with code: the papers whose abstract links some", () => {
    const withCode = papers.filter(({ urls }) => urls.code.length > 0).map(({ id }) => id);
    expect(withCode.length).toBeGreaterThan(0);
    expect(listed("papers/with-code/")).toEqual(withCode);
  });
});

describe("the data", () => {
  const pieces = Array.from(
    { length: Math.ceil(index.papers / index.papersInPiece) },
    (_, number) => data(`facets-${String(number)}`) as FacetPiece,
  );
  const cards = Array.from(
    { length: Math.ceil(index.papers / index.papersInCards) },
    (_, number) => data(`cards-${String(number)}`) as readonly CardData[],
  ).flat();
  const table = facetTable(index, pieces);

  it("has the card of every paper, in the catalogue's order", () => {
    expect(cards.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
    for (const [place, { techniques }] of cards.entries()) {
      const core = papers[place]?.techniques.filter(({ role }) => role === "core");
      expect(techniques.map((each) => index.techniques[each]?.id)).toEqual(
        core?.map(({ id }) => id),
      );
    }
  });

  it.each([
    [
      "any=grpo,dpo",
      ({ core, mention }) => [...core, ...mention].some((id) => /^[gd]r?po$/.test(id)),
    ],
    ["all=grpo&role=core", ({ core }) => core.includes("grpo")],
    [
      "not=rlhf&year=2025",
      ({ core, mention, paper }) =>
        ![...core, ...mention].includes("rlhf") &&
        paper.published?.value.startsWith("2025") === true,
    ],
    [
      "area=mathematics&has=code",
      ({ paper }) =>
        paper.areas.some(({ id }) => id === "mathematics") && paper.urls.code.length > 0,
    ],
  ] as [string, (of: { paper: CataloguePaper; core: string[]; mention: string[] }) => boolean][])(
    "gives the papers of ?%s",
    (query, fits) => {
      const known = knownValues(index, paperSorts);
      const { selection, dropped } = readSelection(new URLSearchParams(query), known);
      expect(dropped).toEqual([]);
      const expected = papers.flatMap((paper, place) => {
        const of = (wanted: string): string[] =>
          paper.techniques.filter(({ role }) => role === wanted).map(({ id }) => id);
        return fits({ paper, core: of("core"), mention: of("mention") }) ? [place] : [];
      });
      expect(expected.length).toBeGreaterThan(0);
      expect(placesOf(filterPapers(table, selection))).toEqual(expected);
    },
  );

  it("orders the titles as one looks them up", () => {
    const order = data("titles") as readonly number[];
    const first = order.map((place) => papers[place]?.title ?? "");
    expect([...order].sort((a, b) => a - b)).toEqual([...papers.keys()]);
    const plain = first
      .filter((title) => /^[A-Z][a-z]+ [a-z ]+$/i.test(title))
      .map((title) => title.toLowerCase());
    expect(plain.length).toBeGreaterThan(10);
    expect(plain).toEqual([...plain].sort());
  });
});
