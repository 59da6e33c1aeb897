/**
 * The data that the list of papers is filtered and drawn with, in pieces: `facets.json` names the
 * values, `facets-<n>.json` says which papers have them, `titles.json` is the order of the titles, and
 * `cards-<n>.json` is what the cards show.
 */
import type { APIRoute, GetStaticPaths } from "astro";
import { cardData } from "../../../components/card-data.ts";
import { plainTitle } from "../../../components/rich-text.ts";
import { papersInCards } from "../../../core/facets/columns.ts";
import { facetFilesOf } from "../../../core/facets/papers.ts";
import { compareText } from "../../../core/order.ts";
import { slug } from "../../../core/slug.ts";
import { library } from "../../../queries.ts";

interface Props {
  content: unknown;
}

export const getStaticPaths = (async () => {
  const { papers, ...names } = await library();
  const { index, pieces } = facetFilesOf({ papers, ...names });
  const places = new Map(index.techniques.map(({ id }, place) => [id, place]));
  const cards = papers.map((paper) => cardData(paper, (id) => places.get(id) ?? -1));
  const titles = papers.map(({ title }) => {
    const plain = plainTitle(title);
    // Words without accents and signs; a title in another script stands by its own letters.
    return slug(plain) || plain;
  });
  const byTitle = [...papers.keys()].sort((a, b) => compareText(titles[a] ?? "", titles[b] ?? ""));
  const file = (name: string, content: unknown) => ({ params: { file: name }, props: { content } });
  return [
    file("facets", index),
    ...pieces.map((piece, number) => file(`facets-${String(number)}`, piece)),
    file("titles", byTitle),
    ...Array.from({ length: Math.ceil(cards.length / papersInCards) }, (_, number) =>
      file(
        `cards-${String(number)}`,
        cards.slice(number * papersInCards, (number + 1) * papersInCards),
      ),
    ),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(`${JSON.stringify(props.content)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
