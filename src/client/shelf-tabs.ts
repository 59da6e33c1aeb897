/** The parts of the library as buttons: all of it, starred, to read, reading, read, with a note. */
import type { Selection } from "../core/facets/selection.ts";
import { hasShelfValue, shelfValues } from "../core/shelf/shelf-table.ts";
import type { ShelfFields } from "../core/shelf/shelf.ts";
import { element } from "./element.ts";

/** Buttons of which one is pressed. */
export class ShelfTabs {
  readonly #buttons: readonly { readonly id: string | null; readonly button: HTMLButtonElement }[];
  readonly #counts = new Map<string, HTMLElement>();
  #selection: Selection | null = null;

  /** Fills `list`, a list without items. */
  constructor(list: HTMLElement, onChange: (selection: Selection) => void) {
    this.#buttons = [{ id: null, label: "All" }, ...shelfValues].map(({ id, label }) => {
      const count = element("span", "facet-count");
      const button = element("button", "", label, " ", count);
      button.type = "button";
      button.ariaPressed = String(id === null);
      if (id !== null) this.#counts.set(id, count);
      button.addEventListener("click", () => {
        if (this.#selection === null) return;
        const values = { ...this.#selection.values, shelf: id === null ? [] : [id] };
        onChange({ ...this.#selection, values });
      });
      return { id, button };
    });
    list.append(...this.#buttons.map(({ button }) => element("li", "", button)));
  }

  /** Shows which part is chosen. */
  show(selection: Selection): void {
    this.#selection = selection;
    const { shelf } = selection.values;
    for (const { id, button } of this.#buttons) {
      button.ariaPressed = String(id === null ? shelf.length === 0 : shelf.includes(id));
    }
  }

  /** Shows how many papers of the library each part has. */
  count(papers: readonly ShelfFields[]): void {
    for (const { id } of shelfValues) {
      const number = papers.filter((fields) => hasShelfValue(fields, id)).length;
      this.#counts.get(id)?.replaceChildren(String(number));
    }
  }
}
