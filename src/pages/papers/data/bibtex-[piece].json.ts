/** BibTeX entries in the papers' order, as many in a file as there are cards in one. */
import type { APIRoute, GetStaticPaths } from "astro";
import { paginate } from "../../../components/pagination.ts";
import { toBibtex } from "../../../core/export/bibtex.ts";
import { papersInCards } from "../../../core/facets/columns.ts";
import type { Paper } from "../../../core/model.ts";
import { library } from "../../../queries.ts";

interface Props {
  papers: readonly Paper[];
}

export const getStaticPaths = (async () => {
  const { papers } = await library();
  return paginate(papers, papersInCards).map(({ items, page }) => ({
    params: { piece: String(page - 1) },
    props: { papers: items },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) => Response.json(props.papers.map(toBibtex));
