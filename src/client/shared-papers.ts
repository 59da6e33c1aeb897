/** Papers that somebody shared as a link: shown, and added to the library when the reader says so. */
import { addShared } from "../core/shelf/merge.ts";
import type { PaperCodes } from "../core/shelf/codes.ts";
import { entryOf, isKept } from "../core/shelf/shelf.ts";
import { sharedPapers } from "../core/shelf/shared-link.ts";
import { element } from "./element.ts";
import { inPapers } from "./numbers.ts";
import { type CardContext, paperCard } from "./paper-card.ts";
import type { PaperData } from "./paper-data.ts";
import { changeShelf, problemInWords, readShelf } from "./shelf-store.ts";

/** The section `[data-shared]`. */
export class SharedPapers {
  readonly #root: HTMLElement;
  readonly #onAdd: () => void;
  #ids: readonly string[] = [];

  constructor(root: HTMLElement, onAdd: () => void) {
    this.#root = root;
    this.#onAdd = onAdd;
    root.querySelector("[data-add]")?.addEventListener("click", () => {
      this.#add();
    });
    root.querySelector("[data-leave]")?.addEventListener("click", () => {
      this.#leave();
    });
  }

  /**
   * Shows the papers that the address names, if it names any.
   *
   * @throws when cards cannot be loaded.
   */
  async show(data: PaperData, codes: PaperCodes, context: CardContext): Promise<void> {
    const shared = sharedPapers(location.hash);
    this.#root.hidden = shared === null;
    if (shared === null) return;
    const places = shared.flatMap((code) => codes.placeOf(code) ?? []);
    const cards = await data.cards(places);
    this.#ids = cards.map(({ card }) => card.id);
    const missing = shared.length - places.length;
    const list = this.#root.querySelector("[data-shared-list]");
    list?.replaceChildren(...cards.map(({ card }) => element("li", "", paperCard(card, context))));
    const shelf = readShelf();
    const kept = shelf === null ? 0 : this.#ids.filter((id) => isKept(entryOf(shelf, id))).length;
    const sentences = [
      `${inPapers(cards.length)} ${cards.length === 1 ? "stands" : "stand"} in the link.`,
      ...(missing === 0 ? [] : [`${inPapers(missing)} of it are not on this site.`]),
      ...(kept === 0 ? [] : [`${String(kept)} you have already; they stay as they are.`]),
    ];
    this.#say(sentences.join(" "));
    const add = this.#root.querySelector<HTMLButtonElement>("[data-add]");
    if (add !== null) add.disabled = kept === cards.length;
  }

  #add(): void {
    const problem = changeShelf((shelf) => addShared(shelf, this.#ids, new Date().toISOString()));
    if (problem !== null) {
      this.#say(problemInWords(problem));
      return;
    }
    this.#leave();
    this.#onAdd();
  }

  /** Goes on without the link: its papers are in the library now, or not wanted. */
  #leave(): void {
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#root.hidden = true;
    document.querySelector<HTMLElement>("h1")?.focus();
  }

  #say(text: string): void {
    this.#root.querySelector("[data-shared-count]")?.replaceChildren(text);
  }
}
