/**
 * The popup of a combobox: a listbox of links with the focus left in the field, by the pattern
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ ("list autocomplete with manual selection").
 */
import { element } from "./element.ts";

/** Suggestions under one field. */
export class SuggestionList {
  /** Called when the reader asks for suggestions with an arrow key. */
  onOpen: () => void = () => undefined;
  /** Called when one is chosen, before the page is left. */
  onChoose: () => void = () => undefined;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #options: readonly HTMLAnchorElement[] = [];
  /** Place of the option that Enter opens; -1 for none. */
  #active = -1;

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    this.#input = input;
    this.#list = element("div", "suggestions");
    this.#list.id = `${input.id}-suggestions`;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Suggestions");
    this.#list.hidden = true;
    this.#status = element("p", "visually-hidden");
    this.#status.setAttribute("role", "status");
    form.append(this.#list, this.#status);
    input.setAttribute("aria-controls", this.#list.id);
    input.addEventListener("keydown", this.#onKey);
    // What is open belongs to the text before.
    input.addEventListener("input", () => {
      this.#activate(-1);
    });
    input.addEventListener("blur", () => {
      this.close();
    });
    // The field keeps the focus, so that the popup stays while one clicks into it.
    this.#list.addEventListener("mousedown", (event) => {
      event.preventDefault();
    });
    this.#list.addEventListener("click", () => {
      this.onChoose();
    });
  }

  /** Opens with these options; `first` makes the first one active; `says` is read out. */
  show(options: readonly HTMLAnchorElement[], first: boolean, says: string): void {
    for (const [place, option] of options.entries()) {
      option.id = `${this.#list.id}-${String(place)}`;
      option.setAttribute("role", "option");
      option.tabIndex = -1;
    }
    this.#options = options;
    this.#list.replaceChildren(...options);
    this.#list.hidden = false;
    this.#list.scrollTop = 0;
    this.#input.setAttribute("aria-expanded", "true");
    this.#activate(first ? 0 : -1);
    this.#status.textContent = says;
  }

  /** Closes; what was typed stays. */
  close(): void {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
    this.#status.textContent = "";
  }

  get #isOpen(): boolean {
    return !this.#list.hidden;
  }

  #activate(place: number): void {
    this.#active = place;
    for (const [each, option] of this.#options.entries()) {
      option.setAttribute("aria-selected", String(each === place));
    }
    const option = this.#options[place];
    if (option === undefined) this.#input.removeAttribute("aria-activedescendant");
    else {
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  /** To the next option or the one before; beyond either end lies the field itself. */
  #step(by: 1 | -1): void {
    const stops = this.#options.length + 1;
    this.#activate(((this.#active + 1 + by + stops) % stops) - 1);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (this.#isOpen) this.#step(event.key === "ArrowDown" ? 1 : -1);
        else this.onOpen();
        break;
      case "Enter": {
        const option = this.#options[this.#active];
        if (!this.#isOpen || option === undefined) return;
        option.click();
        break;
      }
      case "Escape":
        // First what is open, then what is typed.
        if (this.#isOpen) this.close();
        else if (this.#input.value !== "") this.#input.value = "";
        else return;
        break;
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        // These move in the text: the field is what is used now.
        this.#activate(-1);
        return;
      default:
        return;
    }
    event.preventDefault();
  };
}
