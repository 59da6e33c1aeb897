/**
 * The shelf in this browser's storage. Every write reads first and changes one thing, so that tabs do
 * not undo each other's work and nothing that is not understood is dropped.
 */
import { emptyShelf, parseShelf, type Shelf } from "../core/shelf/shelf.ts";

/**
 * Why nothing could be stored: storage is switched off for this site, there is no room left, or the
 * browser would keep it for this one page.
 */
export type StorageProblem = "blocked" | "full" | "apart";

const changed = "shelfchange";

/** The key under which this site keeps its shelf; the page says it. */
function key(): string {
  return document.body.dataset["shelf"] ?? "papershelf";
}

/** The shelf as it is stored now; `null` when the browser lets nothing be stored. */
export function readShelf(): Shelf | null {
  if (isApart()) return null;
  try {
    const text = localStorage.getItem(key());
    return text === null ? emptyShelf : (parseShelf(text) ?? emptyShelf);
  } catch {
    return null;
  }
}

/**
 * Changes the shelf and tells the page. A stored text that is no shelf is set aside, never overwritten.
 *
 * @returns what went wrong, `null` when it is stored.
 */
export function changeShelf(change: (shelf: Shelf) => Shelf): StorageProblem | null {
  if (isApart()) return "apart";
  try {
    const text = localStorage.getItem(key());
    const known = text === null ? emptyShelf : parseShelf(text);
    if (text !== null && known === null) localStorage.setItem(`${key()}:unreadable`, text);
    localStorage.setItem(key(), JSON.stringify(change(known ?? emptyShelf)));
  } catch (error) {
    return error instanceof DOMException && /quota/i.test(error.name) ? "full" : "blocked";
  }
  document.dispatchEvent(new Event(changed));
  return null;
}

/** A stored text that could not be read and was set aside; `null` when there is none. */
export function unreadableShelf(): string | null {
  try {
    return localStorage.getItem(`${key()}:unreadable`);
  } catch {
    return null;
  }
}

/** Takes everything of this site's shelf out of the storage; says what went wrong, `null` for nothing. */
export function removeShelf(): StorageProblem | null {
  try {
    localStorage.removeItem(key());
    localStorage.removeItem(`${key()}:unreadable`);
  } catch {
    return "blocked";
  }
  document.dispatchEvent(new Event(changed));
  return null;
}

/** Where a change of the shelf was made. */
export type ChangeOrigin = "here" | "elsewhere";

/** Calls when the shelf was changed, by this page or by another tab. */
export function onShelfChange(listener: (origin: ChangeOrigin) => void, signal: AbortSignal): void {
  const here = (): void => {
    listener("here");
  };
  const elsewhere = (event: StorageEvent): void => {
    // A cleared storage has no key.
    if (event.key === null || event.key === key()) listener("elsewhere");
  };
  document.addEventListener(changed, here, { signal });
  window.addEventListener("storage", elsewhere, { signal });
}

/** Why there is no shelf to read. */
export function whyBlocked(): StorageProblem {
  return isApart() ? "apart" : "blocked";
}

/** What went wrong, for the reader. */
export function problemInWords(problem: StorageProblem): string {
  return problems[problem];
}

const problems: Readonly<Record<StorageProblem, string>> = {
  blocked:
    "Not kept: this browser lets the site store nothing. Allow it in the settings for this site.",
  full: "Not kept: this browser’s storage for the site is full. Export your library, then remove papers from it.",
  apart:
    "Not kept: Firefox stores what a page from a folder keeps for that page alone. A library needs another browser, or the site on the web.",
};

/** Firefox gives each page that is opened from a disk a storage of its own: a star would be lost. */
function isApart(): boolean {
  return location.protocol === "file:" && navigator.userAgent.includes("Firefox/");
}
