/** A corpus as the facets see it. Areas count in either role, as a paper's page names them. */
import type { Corpus, Paper } from "../model.ts";
import { facetFiles, type FacetedPaper, type FacetIndex, type FacetPiece } from "./columns.ts";

/** What a paper can be chosen by. */
export function facetedPaper({ techniques, areas, published, appearances, urls }: Paper) {
  return {
    techniques,
    values: {
      area: areas.map(({ id }) => id),
      year: published === null ? [] : [published.value.slice(0, 4)],
      list: [...new Set(appearances.map(({ list }) => list))],
      has: urls.code.length > 0 ? ["code"] : [],
    },
  } satisfies FacetedPaper;
}

/** The data files of a corpus; see `columns.ts`. */
export function facetFilesOf({
  papers,
  techniques,
  families,
  areas,
  lists,
}: Pick<Corpus, "papers" | "techniques" | "families" | "areas" | "lists">): {
  readonly index: FacetIndex;
  readonly pieces: readonly FacetPiece[];
} {
  const faceted = papers.map(facetedPaper);
  const years = [...new Set(faceted.flatMap(({ values }) => values.year))].sort().reverse();
  return facetFiles(faceted, {
    techniques,
    facets: [
      { name: "family", label: "Families", values: families },
      { name: "area", label: "Areas", values: areas },
      { name: "year", label: "Years", values: years.map((id) => ({ id, label: id })) },
      {
        name: "list",
        label: "Lists",
        values: lists.map(({ id, title }) => ({ id, label: title })),
      },
      { name: "has", label: "Links", values: [{ id: "code", label: "Code linked" }] },
    ],
  });
}
