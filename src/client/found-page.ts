/** A page that was found, in the parts in which suggestions and results show it. */
import { element } from "./element.ts";
import type { PagefindPage } from "./pagefind-api.ts";
import { richTextNodes } from "./rich-text.ts";
import { authorsOf } from "./searching.ts";

/** Names shown before "et al." */
const shownNames = 3;

/** The title, with its mathematics where it has any. */
export function titleOf({ url, meta, filters }: PagefindPage): Node | string {
  const [html] = filters["titleHtml"] ?? [];
  return html === undefined ? (meta["title"] ?? url) : richTextNodes(html);
}

/** Whether it is the page of a technique; all others are papers. */
export function isTechnique(page: PagefindPage): boolean {
  return page.filters["type"]?.includes("technique") === true;
}

/** Authors and year in a line; what kind of page it is when it is no paper's. */
export function lineOf(page: PagefindPage): string {
  if (isTechnique(page)) return "Technique";
  const names = authorsOf(page);
  const some = names.slice(0, shownNames).join(", ");
  const authors = names.length > shownNames ? `${some} et al.` : some;
  return [authors, page.meta["year"] ?? ""].filter((part) => part !== "").join(" · ");
}

/** A technique as a small link in the hue of its family, as the component `TechniqueChip` writes it. */
export function chipLink(label: string, address: string, family: string): HTMLAnchorElement {
  const link = element("a", "chip", label);
  link.href = address;
  link.dataset["family"] = family;
  return link;
}
