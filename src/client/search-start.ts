/** What stands under an empty search box: recent searches, and the examples that the page has. */
import { element } from "./element.ts";
import { forgetSearches, recentSearches } from "./recent-searches.ts";

/** Shows or hides the start of a search; `site` is the address by which recent ones are kept. */
export class SearchStart {
  readonly #examples: HTMLElement | null;
  readonly #recent: HTMLElement;
  readonly #list = element("ul", "search-links");
  readonly #site: URL;

  /** `examples`: the page's section of examples; recent searches stand before it. */
  constructor(examples: HTMLElement | null, site: URL) {
    this.#examples = examples;
    this.#site = site;
    const heading = element("h2", "", "Recent searches");
    heading.id = "recent-searches";
    const forget = element("button", "quiet-button", "Forget these");
    forget.type = "button";
    forget.addEventListener("click", () => {
      forgetSearches(site);
      this.#recent.hidden = true;
      examples?.querySelector("a")?.focus();
    });
    const note = element("p", "quiet", "Kept in this browser only. ", forget);
    this.#recent = element("section", "search-start", heading, this.#list, note);
    this.#recent.setAttribute("aria-labelledby", heading.id);
    this.#recent.hidden = true;
    examples?.before(this.#recent);
  }

  show(isShown: boolean): void {
    const searches = isShown ? recentSearches(this.#site) : [];
    this.#list.replaceChildren(...searches.map((query) => element("li", "", searchLink(query))));
    this.#recent.hidden = searches.length === 0;
    if (this.#examples !== null) this.#examples.hidden = !isShown;
  }
}

function searchLink(query: string): HTMLAnchorElement {
  const link = element("a", "", query);
  link.href = `?${new URLSearchParams({ q: query }).toString()}`;
  return link;
}
