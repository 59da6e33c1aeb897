/** A paper's card, drawn from data: the same elements as the component `PaperCard` writes. */
import type { CardData } from "../core/facets/card.ts";
import type { FacetValue } from "../core/facets/facets.ts";
import { element } from "./element.ts";
import { pageBelow } from "./page-address.ts";
import { richTextNodes } from "./rich-text.ts";

/** Where cards lead, and what their chips say. */
export interface CardContext {
  /** Address of the list of papers, with a slash at its end. */
  readonly papers: URL;
  /** Address of the techniques, with a slash at its end. */
  readonly techniques: URL;
  /** Techniques of `facets.json`, to which cards refer by place. */
  readonly names: readonly FacetValue[];
}

/** The card of a paper. */
export function paperCard(card: CardData, { papers, techniques, names }: CardContext): HTMLElement {
  const link = element("a", "", richTextNodes(card.title));
  link.href = pageBelow(papers, card.id);
  const line = element("p", "card-line");
  if (card.byline !== null) {
    const dot = element("span", "", " · ");
    dot.setAttribute("aria-hidden", "true");
    line.append(element("span", "", card.byline), dot);
  }
  line.append(dateOf(card));
  const star = document.createElement("shelf-button");
  star.dataset["paper"] = card.id;
  const article = element("article", "card", element("h2", "card-title", link), star, line);
  const core = card.techniques.flatMap((place) => names[place] ?? []);
  if (core.length > 0) {
    const chips = core.map(({ id, label, family }) => {
      const chip = element("a", "chip", label);
      if (family !== undefined) chip.dataset["family"] = family;
      chip.href = pageBelow(techniques, id);
      return element("li", "", chip);
    });
    const list = element("ul", "chips", ...chips);
    list.setAttribute("aria-label", "Techniques");
    article.append(list);
  }
  return article;
}

function dateOf({ date, isListed }: CardData): HTMLElement {
  if (date === null) return element("span", "date", "date not known");
  const [iso, words] = date;
  const time = element("time", "", words);
  time.dateTime = iso;
  return element("span", "date", ...(isListed === true ? ["listed "] : []), time);
}
