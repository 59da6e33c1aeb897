/** What is chosen, as buttons that take it back, with how many papers that leaves. */
import {
  type Choice,
  choicesOf,
  cleared,
  type Selection,
  withoutChoice,
} from "../core/facets/selection.ts";
import { element } from "./element.ts";

/** The bar above a list of results. */
export class FacetChoices {
  readonly element: HTMLElement;
  readonly #status: HTMLParagraphElement;
  readonly #list: HTMLUListElement;
  readonly #clear: HTMLButtonElement;
  readonly #onChange: (selection: Selection) => void;
  #selection: Selection | null = null;

  constructor(onChange: (selection: Selection) => void) {
    this.#onChange = onChange;
    this.#status = element("p", "facet-status");
    // What changes in here is read out when the reader pauses.
    this.#status.setAttribute("role", "status");
    this.#status.tabIndex = -1;
    this.#list = element("ul", "choices");
    this.#list.setAttribute("aria-label", "Chosen filters");
    this.#clear = element("button", "quiet-button choices-clear", "Clear all");
    this.#clear.type = "button";
    this.#list.hidden = true;
    this.#clear.hidden = true;
    this.#clear.addEventListener("click", () => {
      if (this.#selection === null) return;
      this.#status.focus();
      this.#onChange(cleared(this.#selection));
    });
    this.element = element("div", "facet-choices", this.#status, this.#list, this.#clear);
  }

  /** Shows the choices; `inWords` says one as its button does, `found` what they give. */
  show(selection: Selection, inWords: (choice: Choice) => string, found: string): void {
    this.#selection = selection;
    // Said again only when it is something else: a live region is read at every change.
    if (this.#status.textContent !== found) this.#status.textContent = found;
    const choices = choicesOf(selection);
    this.#list.replaceChildren(...choices.map((each) => this.#chip(each, inWords(each))));
    this.#list.hidden = choices.length === 0;
    this.#clear.hidden = choices.length === 0;
  }

  #chip(choice: Choice, label: string): HTMLLIElement {
    const cross = element("span", "choice-cross", "×");
    cross.setAttribute("aria-hidden", "true");
    const button = element("button", "choice", label, " ", cross);
    button.type = "button";
    button.setAttribute("aria-label", `Remove filter: ${label}`);
    button.addEventListener("click", () => {
      if (this.#selection === null) return;
      const place = [...this.#list.children].findIndex((item) => item.contains(button));
      this.#onChange(withoutChoice(this.#selection, choice));
      // The button is gone: go on with its neighbour, or where the outcome is said.
      const left = this.#list.querySelectorAll("button");
      (left[Math.min(place, left.length - 1)] ?? this.#status).focus();
    });
    return element("li", "", button);
  }
}
