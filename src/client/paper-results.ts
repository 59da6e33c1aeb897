/** The papers of a selection as cards, some at a time; or, where there are none, a way out. */
import type { Dropped } from "../core/facets/selection.ts";
import { element } from "./element.ts";
import { inDigits, inPapers } from "./numbers.ts";
import { type CardContext, paperCard } from "./paper-card.ts";
import type { PlacedCard } from "./paper-data.ts";

/** Papers shown at first, and added by each "Show more". */
const step = 20;

/** What results are made with. */
export interface PaperResultsOptions {
  readonly context: CardContext;
  /** The cards of papers by their places; rejects when they cannot be had. */
  readonly cards: (places: readonly number[]) => Promise<readonly PlacedCard[]>;
  /** Called with the number of papers shown, when a reader asked for more. */
  readonly onMore: (shown: number) => void;
}

/** A way out of an empty list: what one can take back, and how many papers that gives. */
export interface WayOut {
  /** The choice in words. */
  readonly label: string;
  readonly papers: number;
  readonly take: () => void;
}

/** The list, what stands above it and the button below. */
export class PaperResults {
  readonly element: HTMLElement;
  readonly #options: PaperResultsOptions;
  readonly #notice = element("p", "notice");
  readonly #list = element("ul", "cards");
  readonly #empty = element("div", "empty");
  readonly #more = element("button", "more");
  #places: readonly number[] = [];
  #shown = 0;
  /** Counts lists, so that cards that come late never stand in a later list. */
  #turn = 0;

  constructor(options: PaperResultsOptions) {
    this.#options = options;
    this.#more.type = "button";
    this.#more.addEventListener("click", () => void this.#onMore());
    this.element = element("div", "paper-results");
    this.element.append(this.#notice, this.#empty, this.#list, this.#more);
    this.#notice.hidden = true;
    this.clear();
  }

  /** Says which parts of the address mean nothing here. */
  notice(dropped: readonly Dropped[]): void {
    const parts = dropped.map(({ parameter, value }) => `${parameter}=${value}`);
    this.#notice.textContent = `Left out, because this list does not know it: ${parts.join(", ")}.`;
    this.#notice.hidden = dropped.length === 0;
  }

  /** Shows nothing. */
  clear(): void {
    this.#turn += 1;
    this.#list.replaceChildren();
    this.#empty.replaceChildren();
    this.#more.hidden = true;
  }

  /**
   * Shows the first papers of a list. What was shown before stays until their cards are there.
   *
   * @throws when cards cannot be loaded.
   */
  async show(places: readonly number[], shown = step): Promise<void> {
    const turn = ++this.#turn;
    const cards = await this.#options.cards(places.slice(0, Math.max(shown, step)));
    if (turn !== this.#turn) return;
    this.#places = places;
    this.#empty.replaceChildren();
    this.#list.replaceChildren(...cards.map(this.#item));
    this.#showMoreButton(cards.length);
  }

  /** Says that no paper fits, and what would help. */
  showEmpty(ways: readonly WayOut[]): void {
    this.clear();
    const items = ways.map(({ label, papers, take }) => {
      const button = element("button", "choice", `without “${label}”`);
      button.type = "button";
      button.addEventListener("click", take);
      return element("li", "", button, ` ${inPapers(papers)}`);
    });
    const hint =
      ways.length === 0
        ? "No single filter is in the way: take back several, or clear all and start again."
        : "There would be papers if you took back one of these:";
    this.#empty.append(
      element("h2", "", "No paper fits all of this"),
      element("p", "", hint),
      ...(ways.length === 0 ? [] : [element("ul", "ways-out", ...items)]),
    );
  }

  readonly #item = ({ card }: PlacedCard): HTMLLIElement =>
    element("li", "", paperCard(card, this.#options.context));

  #showMoreButton(shown: number): void {
    this.#shown = shown;
    const left = this.#places.length - shown;
    this.#more.hidden = left <= 0;
    this.#more.textContent = `Show ${String(Math.min(step, left))} more of ${inDigits(left)}`;
  }

  async #onMore(): Promise<void> {
    const turn = this.#turn;
    const next = this.#places.slice(this.#shown, this.#shown + step);
    let cards: readonly PlacedCard[];
    try {
      cards = await this.#options.cards(next);
    } catch {
      this.#more.textContent = "These could not be loaded. Try again";
      return;
    }
    if (turn !== this.#turn) return;
    const items = cards.map(this.#item);
    this.#list.append(...items);
    this.#showMoreButton(this.#shown + items.length);
    // The button has moved far down: reading goes on at the first new paper.
    items[0]?.querySelector("a")?.focus();
    this.#options.onMore(this.#shown);
  }
}
