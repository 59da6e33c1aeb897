/** What the elements about a reader's shelf have in common. */
import { followRenames } from "../core/shelf/merge.ts";
import { entryOf, type ShelfFields, withChange } from "../core/shelf/shelf.ts";
import { element } from "./element.ts";
import {
  changeShelf,
  onShelfChange,
  problemInWords,
  readShelf,
  type StorageProblem,
  whyBlocked,
} from "./shelf-store.ts";

/**
 * An element about one paper, which shows what the reader keeps of it and follows changes made in other
 * places. `data-paper` is the paper's id, `data-former` the ids it had before, with spaces between.
 */
export abstract class ShelfElement extends HTMLElement {
  #connection = new AbortController();
  #isBuilt = false;

  connectedCallback(): void {
    this.#connection = new AbortController();
    if (!this.#isBuilt) this.build();
    this.#isBuilt = true;
    onShelfChange(this.#show, this.#connection.signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  /** Makes the controls, or takes up those in the page. */
  protected abstract build(): void;

  /** Shows what is kept. */
  protected abstract show(fields: ShelfFields): void;

  /** Called instead of `show` when the browser lets nothing be kept; most say so when they are used. */
  protected problem?(problem: StorageProblem): void;

  protected get paper(): string {
    return this.dataset["paper"] ?? "";
  }

  /** Stores a change of this paper; whether that went well. What went wrong is said on the page. */
  protected keep(change: Partial<ShelfFields>): boolean {
    const at = new Date().toISOString();
    const title = titleOf(this)?.textContent.trim() ?? "";
    const problem = changeShelf((shelf) =>
      withChange(followRenames(shelf, this.#renamed), this.paper, change, at, title),
    );
    if (problem !== null) say(problemInWords(problem));
    return problem === null;
  }

  readonly #show = (): void => {
    const shelf = readShelf();
    if (shelf === null) this.problem?.(whyBlocked());
    else this.show(entryOf(followRenames(shelf, this.#renamed), this.paper));
  };

  get #renamed(): ReadonlyMap<string, string> {
    const former = this.dataset["former"]?.split(" ") ?? [];
    return new Map(former.map((id) => [id, this.paper]));
  }
}

/** The element with the title of a paper: the link of its card, else the heading of its page. */
export function titleOf(part: Element): HTMLElement | null {
  return (part.closest(".card") ?? document).querySelector<HTMLElement>(".card-title a, h1");
}

/** Says something over the page until it is closed or something else is said. */
function say(text: string): void {
  document.querySelector(".shelf-problem")?.remove();
  const close = element("button", "", "Close");
  const notice = element("div", "shelf-problem", element("p", "", text), close);
  notice.role = "alert";
  close.type = "button";
  close.addEventListener("click", () => {
    notice.remove();
  });
  document.body.append(notice);
}
