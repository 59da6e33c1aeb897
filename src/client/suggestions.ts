/** The suggestions of a `<search-box>`: finds them as one types; `SuggestionList` shows them. */
import type { Query } from "../core/search/query.ts";
import { element } from "./element.ts";
import { lineOf, titleOf } from "./found-page.ts";
import { inResults } from "./numbers.ts";
import { addressIn } from "./page-address.ts";
import type { PagefindPage } from "./pagefind-api.ts";
import { rememberSearch } from "./recent-searches.ts";
import { type Lead, Searching } from "./searching.ts";
import { SuggestionList } from "./suggestion-list.ts";

/** Papers suggested. */
const shown = 5;
/** Pause in typing after which the search starts, in milliseconds. */
const pause = 120;

/** Suggests in `input`; `box` has the addresses and the form. */
export function suggestIn(box: HTMLElement, input: HTMLInputElement): void {
  const { form } = input;
  if (form === null) return;
  const site = addressIn(box, "pagefind");
  const searching = new Searching(box);
  const list = new SuggestionList(form, input);
  let turn = 0;

  const suggest = async (): Promise<void> => {
    const own = ++turn;
    const typed = input.value.trim();
    if (typed === "") {
      list.close();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (own !== turn) return;
    try {
      const { hits, answered, corrected } = await searching.engine.find(typed);
      const [leads, pages] = await Promise.all([
        searching.leads(answered, hits, true),
        Promise.all(hits.slice(0, shown + 1).map((hit) => hit.data())),
      ]);
      // Typing went on, or the reader went away.
      if (own !== turn || document.activeElement !== input) return;
      const addresses = new Set(leads.map(({ address }) => address));
      const papers = pages.filter(({ url }) => !addresses.has(new URL(url, location.href).href));
      list.show(
        [
          ...leads.map(leadOption),
          ...papers.slice(0, shown).map(pageOption),
          allOption(form, typed, corrected, hits.length),
        ],
        isThePaper(answered, pages),
        inWords(leads.length + Math.min(papers.length, shown), corrected ?? typed),
      );
    } catch {
      // Without an index the form leads to the search page, which says what is wrong.
      if (own === turn) list.close();
    }
  };

  input.addEventListener("input", () => void suggest());
  list.onOpen = () => void suggest();
  list.onChoose = () => {
    rememberSearch(site, input.value.trim());
  };
  input.addEventListener("blur", () => {
    turn += 1;
  });
  // What was typed while this was loading.
  if (input.value.trim() !== "" && input.value !== input.defaultValue) void suggest();
}

/** Whether the query is the identifier of the one paper found: then Enter opens it. */
function isThePaper({ arxivId }: Query, pages: readonly PagefindPage[]): boolean {
  return arxivId !== null && pages[0]?.meta["arxivId"]?.toLowerCase() === arxivId;
}

function inWords(count: number, query: string): string {
  if (count === 0) return `No suggestions for “${query}”`;
  return `${String(count)} ${count === 1 ? "suggestion" : "suggestions"} for “${query}”`;
}

function option(address: string, className: string, ...content: Node[]): HTMLAnchorElement {
  const link = element("a", `suggestion ${className}`.trim(), ...content);
  link.href = address;
  return link;
}

function leadOption({ kind, label, address, note, family }: Lead): HTMLAnchorElement {
  const name = element("span", "suggestion-title", label);
  const says = kind === "technique" ? `Technique · ${note}` : note;
  const link = option(address, "is-lead", name, element("span", "suggestion-line", says));
  if (family !== undefined) link.dataset["family"] = family;
  return link;
}

function pageOption(page: PagefindPage): HTMLAnchorElement {
  const title = element("span", "suggestion-title", titleOf(page));
  return option(page.url, "", title, element("span", "suggestion-line", lineOf(page)));
}

/** To the search page, as the form itself would lead there. */
function allOption(
  form: HTMLFormElement,
  typed: string,
  corrected: string | null,
  count: number,
): HTMLAnchorElement {
  const address = new URL(form.action);
  address.search = new URLSearchParams({ q: typed }).toString();
  const results = element("span", "suggestion-title", `All results for “${corrected ?? typed}”`);
  const found = count === 0 ? "nothing fits so far" : inResults(count);
  return option(address.href, "is-all", results, element("span", "suggestion-line", found));
}
