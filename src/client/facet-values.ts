/** The values of one facet as a fieldset of checkboxes; a long one is cut, and can be searched. */
import type { FacetValue } from "../core/facets/facets.ts";
import { element } from "./element.ts";
import { inDigits } from "./numbers.ts";

/** Values shown of a long facet before one asks for all of them. */
const shortLength = 8;
/** A facet with up to this many values is shown whole: a cut that hides two is a nuisance. */
const wholeLength = 10;

/** A value's row, kept from one state to the next, so that the focus stays where it is. */
interface Row {
  readonly item: HTMLLIElement;
  readonly checkbox: HTMLInputElement;
  readonly count: HTMLElement;
}

/** What a facet is made with. */
export interface FacetValuesOptions {
  /** Unique in the document: begins the ids of its elements. */
  readonly id: string;
  readonly legend: string;
  /** What its values are called: "techniques". */
  readonly noun: string;
  readonly onToggle: (id: string, ticked: boolean) => void;
  /** Called with each row whenever it is shown, to put under it what belongs there. */
  readonly detail?: (value: FacetValue, item: HTMLLIElement) => void;
}

/** One facet. */
export class FacetValues {
  readonly element: HTMLFieldSetElement;
  readonly #options: FacetValuesOptions;
  readonly #rows = new Map<string, Row>();
  readonly #list: HTMLUListElement;
  readonly #finder: HTMLInputElement;
  readonly #nothing: HTMLParagraphElement;
  readonly #more: HTMLButtonElement;
  #values: readonly FacetValue[] = [];
  #chosen: ReadonlySet<string> = new Set();
  #isWhole = false;

  constructor(options: FacetValuesOptions, ...before: Node[]) {
    const { id, legend, noun } = options;
    this.#options = options;
    this.#list = element("ul", "facet-values");
    this.#list.id = `${id}-values`;
    this.#finder = element("input", "facet-finder");
    this.#finder.type = "search";
    this.#finder.placeholder = `Find ${noun}`;
    this.#finder.setAttribute("aria-label", `Find ${noun}`);
    this.#finder.setAttribute("aria-controls", this.#list.id);
    this.#finder.autocomplete = "off";
    this.#finder.spellcheck = false;
    this.#finder.addEventListener("input", () => {
      this.#arrange();
    });
    this.#nothing = element("p", "facet-hint", `No ${noun} have that name.`);
    this.#more = element("button", "quiet-button facet-more");
    this.#more.type = "button";
    this.#more.setAttribute("aria-controls", this.#list.id);
    this.#more.addEventListener("click", () => {
      this.#isWhole = !this.#isWhole;
      this.#arrange();
    });
    this.element = element(
      "fieldset",
      "facet",
      element("legend", "", legend),
      ...before,
      this.#finder,
      this.#list,
      this.#nothing,
      this.#more,
    );
  }

  /** Shows values with their counts; `chosen` are ticked, and never hidden. */
  show(values: readonly FacetValue[], chosen: ReadonlySet<string>): void {
    const isSame =
      values.length === this.#values.length &&
      values.every(({ id }, place) => this.#values[place]?.id === id);
    this.#values = values;
    this.#chosen = chosen;
    const items = values.map((value) => this.#update(value).item);
    // Moving an element takes the focus from it, so that the list is left alone where it can be.
    if (!isSame) this.#list.replaceChildren(...items);
    this.element.hidden = values.length === 0;
    this.#arrange();
  }

  #update(value: FacetValue): Row {
    const { id, count } = value;
    const row = this.#rows.get(id) ?? this.#newRow(value);
    row.checkbox.checked = this.#chosen.has(id);
    row.count.textContent = count === null ? "" : inDigits(count);
    row.item.classList.toggle("is-empty", count === 0 && !row.checkbox.checked);
    this.#options.detail?.(value, row.item);
    return row;
  }

  #newRow({ id, label, family }: FacetValue): Row {
    const checkbox = element("input", "");
    checkbox.type = "checkbox";
    checkbox.value = id;
    checkbox.addEventListener("change", () => {
      this.#options.onToggle(id, checkbox.checked);
    });
    const count = element("span", "facet-count");
    const name = element("span", "facet-label", label);
    const item = element("li", "", element("label", "facet-value", checkbox, name, " ", count));
    if (family !== undefined) item.dataset["family"] = family;
    const row = { item, checkbox, count };
    this.#rows.set(id, row);
    return row;
  }

  /** Hides what is cut off, or does not fit what is looked for. */
  #arrange(): void {
    const isLong = this.#values.length > wholeLength;
    const sought = isLong ? folded(this.#finder.value) : "";
    const isCut = isLong && !this.#isWhole && sought === "";
    let shown = 0;
    this.#values.forEach(({ id, label }, place) => {
      const row = this.#rows.get(id);
      if (row === undefined) return;
      const fits = isCut ? place < shortLength : sought === "" || folded(label).includes(sought);
      row.item.hidden = !fits && !this.#chosen.has(id);
      if (fits) shown += 1;
    });
    this.#finder.hidden = !isLong;
    this.#nothing.hidden = shown > 0;
    this.#more.hidden = !isLong || sought !== "";
    this.#more.setAttribute("aria-expanded", String(!isCut));
    this.#more.textContent = isCut
      ? `Show all ${String(this.#values.length)} ${this.#options.noun}`
      : `Show fewer ${this.#options.noun}`;
  }
}

/** Lower case without accents, hyphens and spaces, as people type names. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
