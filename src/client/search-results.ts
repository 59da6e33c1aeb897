/** What a search found, as a list: some results at a time, and a button for more. */
import type { Query } from "../core/search/query.ts";
import { tellingSentence } from "../core/search/sentence.ts";
import { element } from "./element.ts";
import { chipLink, isTechnique, lineOf, titleOf } from "./found-page.ts";
import { nameOfPage } from "./page-address.ts";
import type { PagefindPage } from "./pagefind-api.ts";
import type { Hit } from "./search-engine.ts";
import type { Chip, Lead } from "./searching.ts";

/** Results shown at first, and added by each "Show more". */
const step = 20;

/** Results and the query whose words are marked in them. */
export interface Results {
  readonly hits: readonly Hit[];
  readonly answered: Query;
  /** Pages that the query names: they stand first, and not among the hits again. */
  readonly leads: readonly Lead[];
}

/** What a list is made with. */
export interface ResultListOptions {
  readonly chips: (page: PagefindPage) => Promise<readonly Chip[]>;
  /** Called with words for a live region when more results have been added. */
  readonly onMore: (says: string) => void;
}

/** The list. */
export class ResultList {
  readonly #options: ResultListOptions;
  readonly #leads = element("ul", "search-leads");
  readonly #list = element("ul", "");
  readonly #more = element("button", "more");
  #results: Results | null = null;
  #shown = 0;

  constructor(container: Element, options: ResultListOptions) {
    this.#options = options;
    this.#leads.setAttribute("aria-label", "Pages of this name");
    this.#list.setAttribute("aria-label", "Results");
    this.#more.type = "button";
    this.#more.addEventListener("click", () => void this.#onMore());
    container.append(this.#leads, this.#list, this.#more);
    this.clear();
  }

  /** Shows nothing. */
  clear(): void {
    this.#results = null;
    this.#leads.replaceChildren();
    this.#list.replaceChildren();
    this.#showButton();
  }

  /**
   * Shows the first results. What was shown before stays until they are there.
   *
   * @throws when what they say cannot be loaded.
   */
  async show(results: Results, isWanted: () => boolean): Promise<void> {
    const items = await this.#items(results, 0);
    if (!isWanted()) return;
    this.#results = results;
    this.#shown = Math.min(step, results.hits.length);
    this.#leads.replaceChildren(...results.leads.map(leadItem));
    this.#leads.hidden = results.leads.length === 0;
    this.#list.replaceChildren(...items);
    this.#showButton();
  }

  async #items({ hits, answered, leads }: Results, start: number): Promise<HTMLLIElement[]> {
    const pages = await Promise.all(hits.slice(start, start + step).map((hit) => hit.data()));
    const leading = new Set(leads.map(({ address }) => address));
    const others = pages.filter(({ url }) => !leading.has(new URL(url, location.href).href));
    return Promise.all(
      others.map(async (page) => resultItem(page, answered, await this.#options.chips(page))),
    );
  }

  #showButton(): void {
    const left = (this.#results?.hits.length ?? 0) - this.#shown;
    this.#more.hidden = this.#results === null || left <= 0;
    this.#more.textContent = `Show ${String(Math.min(step, left))} more`;
  }

  async #onMore(): Promise<void> {
    const results = this.#results;
    if (results === null) return;
    let items: HTMLLIElement[];
    try {
      items = await this.#items(results, this.#shown);
    } catch {
      this.#more.textContent = "These could not be loaded. Try again";
      return;
    }
    if (this.#results !== results) return;
    const all = results.hits.length;
    this.#shown = Math.min(this.#shown + step, all);
    this.#list.append(...items);
    this.#showButton();
    // The button may be gone or moved far down: reading goes on at the first new result.
    items[0]?.querySelector("a")?.focus();
    this.#options.onMore(`${String(this.#shown)} of ${String(all)} results shown`);
  }
}

/** A result: title, authors and year, techniques, and the sentence that has the words; a paper's star. */
function resultItem(page: PagefindPage, query: Query, chips: readonly Chip[]): HTMLLIElement {
  const link = element("a", "", titleOf(page));
  link.href = page.url;
  const item = element("article", "card", element("h2", "card-title", link));
  if (!isTechnique(page)) {
    const star = document.createElement("shelf-button");
    star.dataset["paper"] = nameOfPage(page.url);
    item.append(star);
  }
  const line = lineOf(page);
  if (line !== "") item.append(element("p", "byline", line));
  const sentence = tellingSentence(query, page.content.replaceAll("\u200B", ""));
  const words = sentence.map(({ text, isMatch }) => (isMatch ? element("mark", "", text) : text));
  if (words.length > 0) item.append(element("p", "excerpt", ...words));
  if (chips.length > 0) {
    const list = element("ul", "chips");
    list.setAttribute("aria-label", "Techniques");
    for (const { label, address, family } of chips) {
      list.append(element("li", "", chipLink(label, address, family)));
    }
    item.append(list);
  }
  return element("li", "search-result", item);
}

function leadItem({ kind, label, address, note, family }: Lead): HTMLLIElement {
  const link = element("a", "", label);
  link.href = address;
  const says = kind === "technique" ? `Technique · ${note}` : note;
  const item = element("li", "search-lead", link, " ", element("span", "byline", says));
  if (family !== undefined) item.dataset["family"] = family;
  return item;
}
