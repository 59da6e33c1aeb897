/** Cards as data, for lists that are drawn in the browser; the words are those of `PaperCard`. */
import type { CardData } from "../core/facets/card.ts";
import type { Paper } from "../core/model.ts";
import { bylineInWords } from "./byline.ts";
import { dateInWords } from "./published.ts";
import { render } from "./rich-text.ts";

/** The card of a paper; `placeOf` gives a technique's place in the data file of facets. */
export function cardData(paper: Paper, placeOf: (technique: string) => number): CardData {
  const { id, title, published, techniques } = paper;
  return {
    id,
    title: render(title, { mode: "inline", marks: [], links: false }),
    byline: bylineInWords(paper),
    date: published === null ? null : [published.value, dateInWords(published.value)],
    ...(published?.basis === "list-date" ? { isListed: true as const } : {}),
    techniques: techniques.filter(({ role }) => role === "core").map((tag) => placeOf(tag.id)),
  };
}
