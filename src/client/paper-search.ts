/**
 * `<paper-search data-pagefind="/base/pagefind/pagefind.js">`: search as one types. It holds the
 * page's `form[role=search]` with an input named `q`, a `[data-status]` that is read out, and a
 * `[data-results]` for the list. The query stands in the page's address, so that it can be shared
 * and found again on the way back.
 */
import type { PagefindPage } from "./pagefind-api.ts";
import { type Answer, type Hit, SearchEngine } from "./search-engine.ts";

/** Results shown at first, and added by each "Show more". */
const step = 20;
/** Pause in typing after which the search starts, in milliseconds. */
const pause = 150;

/** In the address: answer what was typed, whatever its spelling. */
const asTyped = "as-typed";

const missingIndex = import.meta.env.DEV
  ? "Search index not built; run npm run build"
  : "The search index could not be loaded. Check the connection, then reload the page.";

class PaperSearch extends HTMLElement {
  #engine: SearchEngine | null = null;
  #results: readonly Hit[] = [];
  #shown = 0;
  /** Counts searches, so that a slow one never overwrites the results of a later one. */
  #turn = 0;

  connectedCallback(): void {
    const { form, input } = this;
    if (form === null || input === null) return;
    form.addEventListener("submit", this.#onSubmit);
    input.addEventListener("input", this.#onInput);
    window.addEventListener("popstate", this.#readAddress);
    this.#readAddress();
  }

  disconnectedCallback(): void {
    this.form?.removeEventListener("submit", this.#onSubmit);
    this.input?.removeEventListener("input", this.#onInput);
    window.removeEventListener("popstate", this.#readAddress);
  }

  /** The search behind the interface. */
  get engine(): SearchEngine {
    const address = new URL(this.dataset["pagefind"] ?? "", location.href);
    return (this.#engine ??= new SearchEngine(address));
  }

  get form(): HTMLFormElement | null {
    return this.querySelector<HTMLFormElement>("form[role=search]");
  }

  get input(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>("input[name=q]");
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#onInput();
  };

  readonly #onInput = (): void => {
    const query = this.input?.value.trim() ?? "";
    const address = new URL(location.href);
    address.searchParams.delete(asTyped);
    if (query === "") address.searchParams.delete("q");
    else address.searchParams.set("q", query);
    history.replaceState(history.state, "", address);
    void this.#search(query);
  };

  readonly #readAddress = (): void => {
    const query = new URL(location.href).searchParams.get("q")?.trim() ?? "";
    if (this.input !== null) this.input.value = query;
    void this.#search(query);
  };

  async #search(query: string): Promise<void> {
    const turn = ++this.#turn;
    if (query === "") {
      this.#show([]);
      this.#say("");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (turn !== this.#turn) return;
    let found: Answer;
    try {
      found = await this.engine.find(query, {
        asTyped: new URL(location.href).searchParams.has(asTyped),
      });
    } catch {
      if (turn === this.#turn) {
        this.#show([]);
        this.#say(missingIndex);
      }
      return;
    }
    if (turn !== this.#turn) return;
    this.#show(found.hits);
    await this.#showMore(turn);
    if (turn !== this.#turn) return;
    const { corrected } = found;
    const count = found.hits.length;
    const counted = `${String(count)} ${count === 1 ? "result" : "results"}`;
    if (count === 0)
      this.#say(`No results for “${query}”. Try fewer words, or a part of the title.`);
    else if (corrected === null) this.#say(`${counted} for “${query}”`);
    else this.#say(`Showing ${counted} for “${corrected}”. `, this.#typedInstead(query));
  }

  /** A link to the answers to the query as it was typed. */
  #typedInstead(query: string): HTMLAnchorElement {
    const link = element("a", "", `Search instead for “${query}”`);
    link.href = `?${new URLSearchParams({ q: query, [asTyped]: "" }).toString()}`;
    return link;
  }

  /** Takes up new results; `#showMore` fills the list. */
  #show(results: readonly Hit[]): void {
    this.#results = results;
    this.#shown = 0;
    if (results.length === 0) this.#list.replaceChildren();
    this.#moreButton.hidden = true;
  }

  async #showMore(turn: number): Promise<HTMLElement[]> {
    const start = this.#shown;
    const next = this.#results.slice(start, start + step);
    const pages = await Promise.all(next.map((result) => result.data()));
    if (turn !== this.#turn) return [];
    const items = pages.map(resultItem);
    if (start === 0) this.#list.replaceChildren(...items);
    else this.#list.append(...items);
    this.#shown = start + items.length;
    const left = this.#results.length - this.#shown;
    this.#moreButton.hidden = left === 0;
    this.#moreButton.textContent = `Show ${String(Math.min(step, left))} more`;
    return items;
  }

  readonly #onMore = async (): Promise<void> => {
    const items = await this.#showMore(this.#turn);
    // The button may be gone or moved far down: reading goes on at the first new result.
    items[0]?.querySelector("a")?.focus();
    this.#say(`${String(this.#shown)} of ${String(this.#results.length)} results shown`);
  };

  get #list(): HTMLElement {
    const container = this.querySelector("[data-results]") ?? this;
    const existing = container.querySelector("ul");
    if (existing !== null) return existing;
    const list = document.createElement("ul");
    container.append(list);
    return list;
  }

  get #moreButton(): HTMLButtonElement {
    const existing = this.querySelector<HTMLButtonElement>("button[data-more]");
    if (existing !== null) return existing;
    const button = document.createElement("button");
    button.type = "button";
    button.hidden = true;
    button.dataset["more"] = "";
    button.addEventListener("click", () => void this.#onMore());
    this.#list.after(button);
    return button;
  }

  #say(...content: (Node | string)[]): void {
    this.querySelector("[data-status]")?.replaceChildren(...content);
  }
}

/** A result as a list item: title, authors and year, the words that match. */
function resultItem({ url, meta, excerpt }: PagefindPage): HTMLLIElement {
  const link = element("a", "", meta["title"] ?? url);
  link.href = url;
  const title = element("h2", "", link);
  const facts = [shortened(meta["authors"] ?? ""), meta["year"]].filter(
    (fact) => fact !== undefined && fact !== "",
  );
  const byline = facts.length === 0 ? [] : [element("p", "byline", facts.join(" · "))];
  const words = element("p", "excerpt", ...excerptNodes(excerpt));
  return element("li", "search-result", title, ...byline, words);
}

/** The first three names, "et al." for the others. */
function shortened(authors: string): string {
  const names = authors.split(", ");
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} et al.` : authors;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  if (className !== "") created.className = className;
  created.append(...children);
  return created;
}

/**
 * Undoes Pagefind's escaping, drops the zero-width spaces it sets between parts of compound words,
 * and keeps its marks; nothing else in the text becomes an element.
 */
function excerptNodes(excerpt: string): (Node | string)[] {
  const text = (escaped: string): string =>
    escaped.replaceAll("\u200B", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const [before = "", ...marked] = excerpt.split("<mark>");
  return [
    text(before),
    ...marked.flatMap((part) => {
      const [words = "", after = ""] = part.split("</mark>");
      return [element("mark", "", text(words)), text(after)];
    }),
  ];
}

customElements.define("paper-search", PaperSearch);
