/**
 * `<lost-words>` around the search form of the page that stands for a missing one: the words in the
 * address become a search, because a lost link usually has the title in it.
 */
import { element } from "./element.ts";

/** Parts of addresses that name a place of the site, no subject. */
const places = new Set(
  "papers techniques families lists authors search about library page index html with years areas".split(
    " ",
  ),
);

class LostWords extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const input = form?.querySelector<HTMLInputElement>("input[name=q]");
    const offer = this.querySelector<HTMLElement>("[data-words]");
    if (!form || !input || !offer) return;
    // The form leads to a page one below the site's root.
    const words = wordsBelow(new URL("..", form.action).pathname);
    if (words === "") return;
    input.value = words;
    const link = element("a", "", `Search for “${words}”`);
    const address = new URL(form.action);
    address.searchParams.set("q", words);
    link.href = address.href;
    offer.replaceChildren(link, ", the words in the address.");
    offer.hidden = false;
  }
}

/** The words in the page's address below the site's root; at most ten, as many as a title needs. */
function wordsBelow(root: string): string {
  const path = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : "";
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // Half an escape: the other words are still worth a search.
  }
  const words = text
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replace(/^\.+|\.+$|\.html?$/g, ""));
  return words
    .filter((word) => word !== "" && !places.has(word.toLowerCase()) && word !== "404")
    .slice(0, 10)
    .join(" ");
}

customElements.define("lost-words", LostWords);
