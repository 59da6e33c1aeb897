/**
 * The facets of a page as a form: fieldsets of checkboxes with counts. A ticked technique says whether
 * papers need any, all or none of those ticked so. The panel keeps no state but what is open: it shows
 * the selection that it is given, and hands over the one that a reader makes of it.
 *
 *     const panel = new FacetPanel({ onChange: (selection) => … });
 *     aside.append(panel.element);
 *     results.before(panel.choices);
 *     panel.show(facets, selection, "23 of 182 papers");
 */
import type { FacetValue, Facets } from "../core/facets/facets.ts";
import {
  type Choice,
  choicesOf,
  type FacetName,
  modeOf,
  nothing,
  type Selection,
  techniqueModes,
  withTechnique,
  withValue,
} from "../core/facets/selection.ts";
import type { Role } from "../core/model.ts";
import { element } from "./element.ts";
import { FacetChoices } from "./facet-choices.ts";
import { FacetValues } from "./facet-values.ts";
import { inDigits } from "./numbers.ts";

/** What a panel is made with. */
export interface FacetPanelOptions {
  /** Called with every selection that a reader makes; the page answers with `show`. */
  readonly onChange: (selection: Selection) => void;
  /** Begins the ids and names of form fields; another one for a second panel on the page. */
  readonly id?: string;
}

/** From this width on the panel stands beside the results and is open from the start. */
const beside = "(width >= 60rem)";

const roleLabels: Readonly<Record<Role, string>> = {
  core: "at the core",
  mention: "mentioned only",
};

/** The panel and, apart from it, the bar with what is chosen. */
export class FacetPanel {
  /** The facets. */
  readonly element: HTMLElement;
  /** The chosen values as buttons that remove them, and the number found, which is read out. */
  readonly choices: HTMLElement;
  readonly #id: string;
  readonly #onChange: (selection: Selection) => void;
  readonly #chosen: FacetChoices;
  readonly #number: HTMLElement;
  readonly #found: HTMLElement;
  readonly #groups: HTMLElement;
  readonly #techniques: FacetValues;
  readonly #roles: HTMLFieldSetElement;
  readonly #roleInputs = new Map<Role | null, { input: HTMLInputElement; count: HTMLElement }>();
  readonly #facets = new Map<FacetName, FacetValues>();
  #selection: Selection = nothing;

  constructor({ onChange, id = "facet" }: FacetPanelOptions) {
    this.#id = id;
    this.#onChange = onChange;
    this.#chosen = new FacetChoices(onChange);
    this.choices = this.#chosen.element;
    const hint = element(
      "p",
      "facet-hint",
      "Tick one, then say whether papers need any or all of those ticked, or not this one.",
    );
    hint.id = `${id}-techniques-hint`;
    this.#techniques = new FacetValues(
      {
        id: `${id}-techniques`,
        legend: "Techniques",
        noun: "techniques",
        onToggle: (technique, ticked) => {
          this.#onChange(withTechnique(this.#selection, technique, ticked ? "any" : null));
        },
        detail: (value, item) => {
          this.#showMode(value, item);
        },
      },
      hint,
    );
    this.#techniques.element.setAttribute("aria-describedby", hint.id);
    this.#roles = element("fieldset", "facet", element("legend", "", "Role of the techniques"));
    this.#roles.append(
      element("ul", "facet-values", ...[null, "core" as const, "mention" as const].map(this.#role)),
    );
    this.#groups = element("div", "facet-groups", this.#techniques.element, this.#roles);
    // Before the first `show`, empty facets would say what is not true.
    this.#groups.hidden = true;
    this.#number = element("span", "facet-number");
    // Over a long panel on a narrow screen the outcome would be far below; a reader hears it anyway.
    this.#found = element("span", "facet-found");
    this.#found.setAttribute("aria-hidden", "true");
    const heading = element("h2", "", "Filter");
    heading.id = `${id}-heading`;
    const details = element(
      "details",
      "",
      element("summary", "", heading, " ", this.#number, this.#found),
      this.#groups,
    );
    const wide = matchMedia(beside);
    details.open = wide.matches;
    wide.addEventListener("change", () => {
      if (wide.matches) details.open = true;
    });
    this.element = element("section", "facet-panel", details);
    this.element.setAttribute("aria-labelledby", heading.id);
  }

  /** Shows facets and what is chosen of them; `found` says what that gives ("23 of 182 papers"). */
  show(facets: Facets, selection: Selection, found: string): void {
    this.#selection = selection;
    this.#groups.hidden = false;
    const { techniques } = selection;
    this.#techniques.show(
      facets.techniques,
      new Set(techniqueModes.flatMap((mode) => techniques[mode])),
    );
    this.#roles.hidden = facets.roles === null;
    for (const [role, { input, count }] of this.#roleInputs) {
      input.checked = selection.role === role;
      const papers = role === null ? null : facets.roles?.[role];
      count.textContent = papers == null ? "" : inDigits(papers);
    }
    for (const { name, label, values } of facets.facets) {
      this.#facet(name, label).show(values, new Set(selection.values[name]));
    }
    const offered = new Set(facets.facets.map(({ name }) => name));
    for (const [name, facet] of this.#facets) if (!offered.has(name)) facet.show([], new Set());
    const number = choicesOf(selection).length;
    this.#number.textContent = number === 0 ? "" : `(${String(number)} chosen)`;
    this.#found.textContent = found;
    this.#chosen.show(selection, (choice) => inWords(choice, facets), found);
  }

  /** The fieldset of a facet; made when it is first shown. */
  #facet(name: FacetName, legend: string): FacetValues {
    const known = this.#facets.get(name);
    if (known !== undefined) return known;
    const facet = new FacetValues({
      id: `${this.#id}-${name}`,
      legend,
      noun: legend.toLowerCase(),
      onToggle: (value, ticked) => {
        this.#onChange(withValue(this.#selection, name, value, ticked));
      },
    });
    this.#facets.set(name, facet);
    this.#groups.append(facet.element);
    return facet;
  }

  /** Under a chosen technique: any, all, not. */
  #showMode({ id, label }: FacetValue, item: HTMLLIElement): void {
    const mode = modeOf(this.#selection, id);
    const existing = item.querySelector(".facet-modes");
    if (mode === null) {
      existing?.remove();
      return;
    }
    const modes = existing ?? this.#modes(id, label);
    if (existing === null) item.append(modes);
    for (const input of modes.querySelectorAll("input")) input.checked = input.value === mode;
  }

  #modes(id: string, label: string): HTMLElement {
    const radios = techniqueModes.map((mode) => {
      const input = element("input", "");
      input.type = "radio";
      input.name = `${this.#id}-mode-${id}`;
      input.value = mode;
      input.addEventListener("change", () => {
        this.#onChange(withTechnique(this.#selection, id, mode));
      });
      return element("label", "", input, mode);
    });
    const group = element("div", "facet-modes", ...radios);
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-label", `How ${label} counts`);
    return group;
  }

  readonly #role = (role: Role | null): HTMLLIElement => {
    const input = element("input", "");
    input.type = "radio";
    input.name = `${this.#id}-role`;
    input.value = role ?? "";
    input.addEventListener("change", () => {
      this.#onChange({ ...this.#selection, role });
    });
    const name = element("span", "facet-label", role === null ? "either" : roleLabels[role]);
    const count = element("span", "facet-count");
    this.#roleInputs.set(role, { input, count });
    return element("li", "", element("label", "facet-value", input, name, " ", count));
  };
}

/** A choice as one says it: "all: GRPO", "2025", "at the core". */
export function inWords(choice: Choice, facets: Facets): string {
  const label = (values: readonly FacetValue[] = [], id: string): string =>
    values.find((value) => value.id === id)?.label ?? id;
  if (choice.kind === "role") return roleLabels[choice.value];
  if (choice.kind === "technique") {
    return `${choice.mode}: ${label(facets.techniques, choice.value)}`;
  }
  return label(facets.facets.find(({ name }) => name === choice.facet)?.values, choice.value);
}
