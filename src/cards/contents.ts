/** What the cards of a site say, from its catalogue. */
import type { Catalogue } from "../core/export/catalogue.ts";
import { parseRichText, toPlain } from "../core/rich-text/index.ts";
import { hasOwnCard } from "../core/shared-cards.ts";
import type { Card } from "./drawing.ts";

/** Name of the site, and what it is in a line. */
export interface SiteWords {
  readonly title: string;
  readonly tagline: string;
}

/** Every card, by its path below the site's root: `cards/papers/<id>.png`. */
export function cardsOf(catalogue: Catalogue, site: SiteWords): ReadonlyMap<string, Card> {
  const { papers, techniques, lists } = catalogue;
  const labels = new Map(techniques.map((technique) => [technique.id, technique]));
  const blank = { site: site.title, authors: [], chips: [], text: null };
  const cards = new Map<string, Card>();
  const counted = (value: number, one: string): string =>
    `${String(value).replace(/\B(?=(?:\d{3})+$)/g, ",")} ${value === 1 ? one : `${one}s`}`;

  cards.set("cards/site.png", {
    ...{ ...blank, kind: null, title: site.tagline, family: null },
    note: `${counted(papers.length, "paper")}, ${counted(lists.length, "list")}`,
  });
  for (const { id, title, entries } of lists) {
    cards.set(`cards/lists/${id}.png`, {
      ...{ ...blank, kind: "List", title, family: null, note: counted(entries, "paper") },
    });
  }
  for (const { id, label, family, definition, counts } of techniques) {
    cards.set(`cards/techniques/${id}.png`, {
      ...{ ...blank, kind: "Technique", title: label, text: definition, family },
      note: counted(counts.core, "paper"),
    });
  }
  papers.forEach((paper, rank) => {
    if (!hasOwnCard(paper, rank)) return;
    const core = paper.techniques.filter(({ role }) => role === "core").map(({ id }) => id);
    const named = paper.authors ?? [];
    const others = [
      paper.organization?.name,
      paper.authorCount === null ? undefined : counted(paper.authorCount, "author"),
    ].filter((part) => part !== undefined);
    cards.set(`cards/papers/${paper.id}.png`, {
      ...{ site: site.title, kind: null, text: null },
      title: toPlain(parseRichText(paper.title)),
      authors: named.length > 0 ? named : others,
      note: paper.published?.value.slice(0, 4) ?? null,
      chips: core.flatMap((id) => {
        const technique = labels.get(id);
        return technique === undefined
          ? []
          : [{ label: technique.label, family: technique.family }];
      }),
      family: labels.get(core[0] ?? paper.techniques[0]?.id ?? "")?.family ?? null,
    });
  });
  return cards;
}
