/** What the search in the browser must be told: the base path is known to the build alone. */
import { to } from "../site.ts";

/** Data attributes for `<search-box>` and `<paper-search>`; read by `client/searching.ts`. */
export const searchAddresses = {
  "data-pagefind": to.file("pagefind/pagefind.js"),
  "data-names": to.file("search/names.json"),
  "data-techniques": to.techniques(),
  "data-authors": to.authors(),
} as const;
