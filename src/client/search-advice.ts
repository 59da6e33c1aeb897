/** What to do when nothing was found: what was tried, other words, other pages, filters to drop. */
import type { Query } from "../core/search/query.ts";
import { element } from "./element.ts";
import { chipLink } from "./found-page.ts";
import { inResults } from "./numbers.ts";
import { withQuery } from "./search-address.ts";
import type { SearchEngine } from "./search-engine.ts";
import type { WayOut } from "./search-filters.ts";
import type { Lead, Searching } from "./searching.ts";

/** Queries with more words than this are not tried with each word left out. */
const fewWords = 6;
/** Shorter queries that are offered. */
const offered = 3;

/** A shorter query and how much it finds. */
interface Shorter {
  readonly text: string;
  readonly count: number;
}

/**
 * Advice on a query that nothing fits, beside the pages that it names. Its parts come from the index:
 * they are left out when that fails.
 */
export async function adviceOn(
  searching: Searching,
  query: Query,
  leads: readonly Lead[],
): Promise<Node[]> {
  const [similar, shorter, around] = await Promise.all([
    searching.engine.similar(query.text).catch(() => null),
    shorterQueries(searching.engine, query).catch(() => []),
    searching.broader(query),
  ]);
  const named = new Set(leads.map(({ address }) => address));
  const broader = around.filter(({ address }) => !named.has(address));
  const words = query.words.map(({ whole }) => `“${whole}”`);
  const tried =
    query.phrases.length > 0
      ? "The quoted words were looked for one after another."
      : `Looked for ${words.length > 1 ? "papers with all of " : ""}${words.join(", ")} in titles, authors and abstracts, in this and in similar spellings.`;
  const nodes: Node[] = [];
  if (words.length > 0) nodes.push(element("p", "", tried));
  if (similar !== null) nodes.push(element("p", "", "Did you mean ", queryLink(similar), "?"));
  if (shorter.length > 0) {
    const links = shorter.map(({ text, count }) =>
      element("li", "", queryLink(text), ` ${inResults(count)}`),
    );
    nodes.push(element("h2", "", "With fewer words"), element("ul", "search-links", ...links));
  }
  if (broader.length > 0) {
    const chips = broader.map(({ label, address, family = "" }) =>
      element("li", "", chipLink(label, address, family)),
    );
    nodes.push(element("h2", "", "Techniques around it"), element("ul", "chips", ...chips));
  }
  return nodes;
}

/** Choices that leave nothing of an answer, each as a button that takes it back. */
export function adviceOnFilters(ways: readonly WayOut[], take: (way: WayOut) => void): Node[] {
  if (ways.length === 0) {
    return [element("p", "", "No single filter is in the way: clear all of them and start again.")];
  }
  const items = ways.map((way) => {
    const button = element("button", "choice", `without “${way.label}”`);
    button.type = "button";
    button.addEventListener("click", () => {
      take(way);
    });
    return element("li", "", button, ` ${inResults(way.papers)}`);
  });
  return [
    element("p", "", "There would be results if you took back one of these:"),
    element("ul", "ways-out", ...items),
  ];
}

/**
 * Shorter wordings that find something, those that find least first: the query without one of its words,
 * else its words one by one; a phrase without its quotes.
 */
async function shorterQueries(
  engine: SearchEngine,
  { words, phrases }: Query,
): Promise<readonly Shorter[]> {
  const texts = words.map(({ parts }) => parts.join("-"));
  if (phrases.length > 0) return thoseFinding(engine, [texts.join(" ")]);
  if (texts.length < 2 || texts.length > fewWords) return [];
  const without = texts.map((_, left) => texts.filter((__, place) => place !== left).join(" "));
  const found = await thoseFinding(engine, without);
  return found.length > 0 || texts.length === 2 ? found : thoseFinding(engine, texts);
}

async function thoseFinding(
  engine: SearchEngine,
  wordings: readonly string[],
): Promise<readonly Shorter[]> {
  const tried = await Promise.all(
    [...new Set(wordings)].map(async (text) => {
      const { hits } = await engine.find(text, { asTyped: true });
      return { text, count: hits.length };
    }),
  );
  return tried
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .slice(0, offered);
}

function queryLink(query: string): HTMLAnchorElement {
  const link = element("a", "", query);
  link.href = withQuery(query);
  return link;
}
