/** A paper in the library: its card, how far the reader is, and what they noted. */
import type { ReadingState, ShelfEntry } from "../core/shelf/shelf.ts";
import { element } from "./element.ts";

/** How far one is with a paper, as a choice says it. */
const states: readonly (readonly [ReadingState, string])[] = [
  ["none", "No reading state"],
  ["to-read", "To read"],
  ["reading", "Reading"],
  ["read", "Read"],
];

/** What an item is made with. */
export interface LibraryItem {
  readonly card: HTMLElement;
  readonly entry: ShelfEntry;
  readonly onState: (state: ReadingState) => void;
}

/** The item; the note is written on the paper's own page, to which the card leads. */
export function libraryItem({ card, entry, onState }: LibraryItem): HTMLLIElement {
  const link = card.querySelector<HTMLAnchorElement>(".card-title a");
  const select = element("select", "");
  for (const [value, label] of states) select.add(new Option(label, value));
  select.value = entry.state;
  select.setAttribute("aria-label", `How far you are with ${link?.textContent ?? entry.title}`);
  select.addEventListener("change", () => {
    const [state] = states.find(([value]) => value === select.value) ?? [];
    if (state !== undefined) onState(state);
  });
  const line = element("p", "library-line", select);
  if (link !== null) {
    const edit = element("a", "", entry.note === "" ? "Add a note" : "Edit the note");
    edit.href = `${link.href}#shelf-note`;
    line.append(" ", edit);
  }
  card.append(line);
  if (entry.note !== "") card.append(element("p", "library-note", entry.note));
  return element("li", "", card);
}

/** A card made of what the shelf alone knows: for papers that the site does not have, or not now. */
export function bareCard(id: string, { title }: ShelfEntry, href: string | null): HTMLElement {
  const name = title === "" ? id.replaceAll("-", " ") : title;
  const link = element(href === null ? "span" : "a", "", name);
  if (link instanceof HTMLAnchorElement && href !== null) link.href = href;
  const star = document.createElement("shelf-button");
  star.dataset["paper"] = id;
  return element("article", "card", element("h2", "card-title", link), star);
}
