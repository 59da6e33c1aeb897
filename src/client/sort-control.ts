/** The order of a list as a labelled choice. */
import type { Sort } from "../core/facets/selection.ts";
import { element } from "./element.ts";

const labels: Readonly<Record<Sort, string>> = {
  relevance: "best match first",
  newest: "newest first",
  oldest: "oldest first",
  title: "by title",
  techniques: "most techniques first",
};

/** An order as it follows a number of papers: "newest first". */
export function sortInWords(sort: Sort): string {
  return labels[sort];
}

/** A `<select>` of orders; the first is the page's own, which a selection has as `null`. */
export class SortControl {
  readonly element: HTMLElement;
  readonly #select: HTMLSelectElement;

  constructor(sorts: readonly Sort[], onChange: (sort: Sort | null) => void) {
    this.#select = element("select", "");
    for (const sort of sorts) this.#select.add(new Option(labels[sort], sort));
    this.#select.addEventListener("change", () => {
      onChange(sorts.slice(1).find((sort) => sort === this.#select.value) ?? null);
    });
    this.element = element("label", "sort-control", "Order ", this.#select);
  }

  /** Shows an order as chosen. */
  show(sort: Sort | null): void {
    if (sort === null) this.#select.selectedIndex = 0;
    else this.#select.value = sort;
  }
}
