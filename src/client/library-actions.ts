/** What one does with a whole library: keep it as a file, read one in, cite it, share it, clear it. */
import { joinBibtex } from "../core/shelf/bibliography.ts";
import { mergeShelves } from "../core/shelf/merge.ts";
import { keptPapers, parseShelf } from "../core/shelf/shelf.ts";
import { sharedFragment } from "../core/shelf/shared-link.ts";
import { download } from "./download.ts";
import { inPapers } from "./numbers.ts";
import { changeShelf, problemInWords, readShelf, removeShelf, whyBlocked } from "./shelf-store.ts";

/** The papers that the library shows now, with the data about them. */
export interface ShownPapers {
  /** Of papers that the site has. */
  readonly places: readonly number[];
  /** Codes or ids that stand for all papers shown, in a link. */
  readonly codes: readonly string[];
  /** BibTeX entries of papers by their places; rejects when they cannot be loaded. */
  readonly bibtex: (places: readonly number[]) => Promise<readonly string[]>;
}

/** Connects the controls below `root` that have `data-` names of their own. */
export class LibraryActions {
  readonly #root: HTMLElement;
  #shown: ShownPapers | null = null;

  /** `onChange` is called when the library as a whole is another one. */
  constructor(root: HTMLElement, onChange: () => void) {
    this.#root = root;
    this.#on("export", this.#export);
    this.#on("bibtex", () => void this.#bibtex());
    this.#on("share", this.#share);
    this.#on("copy", () => void this.#copy());
    this.#on("remove", () => {
      this.#dialog("remove")?.showModal();
    });
    this.#on("removed", () => {
      const problem = removeShelf();
      this.#dialog("remove")?.close();
      this.#say(problem === null ? "Removed. Your library is empty." : problemInWords(problem));
      onChange();
    });
    for (const close of root.querySelectorAll<HTMLElement>("[data-close]")) {
      close.addEventListener("click", () => close.closest("dialog")?.close());
    }
    const file = root.querySelector<HTMLInputElement>("[data-import]");
    file?.addEventListener("change", () => {
      void this.#import(file).then(onChange);
    });
  }

  /** Tells which papers the list shows; the others are not meant. */
  show(shown: ShownPapers, inAll: number): void {
    this.#shown = shown;
    const [cited, shared] = [shown.places.length, shown.codes.length];
    this.#offer("bibtex", cited > 0, `BibTeX of ${inPapers(cited)}`);
    this.#offer("share", shared > 0, `Share ${inPapers(shared)} as a link`);
    this.#offer("export", inAll > 0);
    this.#offer("remove", inAll > 0);
    const counted = this.#root.querySelector("[data-remove-count]");
    if (counted !== null) counted.textContent = inPapers(inAll);
  }

  readonly #export = (): void => {
    const shelf = readShelf();
    if (shelf === null) return;
    download("papershelf-library.json", `${JSON.stringify(shelf, null, 2)}\n`);
    this.#say("Exported: papershelf-library.json has your stars, states and notes.");
  };

  async #import(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const imported = parseShelf(await file.text());
    // The same file can be chosen again.
    input.value = "";
    if (imported === null) {
      this.#say(`“${file.name}” is no exported library, so nothing was changed.`);
      return;
    }
    const before = keptPapers(readShelf() ?? imported).length;
    const problem = changeShelf((shelf) => mergeShelves(shelf, imported));
    const after = readShelf();
    if (problem !== null || after === null) {
      this.#say(problemInWords(problem ?? whyBlocked()));
      return;
    }
    const added = keptPapers(after).length - before;
    this.#say(
      `Read “${file.name}”: ${inPapers(keptPapers(imported).length)}, ${String(added)} of them new. What you had is still there.`,
    );
  }

  async #bibtex(): Promise<void> {
    if (this.#shown === null) return;
    const { places, bibtex } = this.#shown;
    try {
      download("papershelf-library.bib", joinBibtex(await bibtex(places)));
      this.#say(`Exported: papershelf-library.bib cites ${inPapers(places.length)}.`);
    } catch {
      this.#say("The citations could not be loaded. Check the connection, then try again.");
    }
  }

  readonly #share = (): void => {
    const link = this.#root.querySelector<HTMLInputElement>("[data-link]");
    if (this.#shown === null || link === null) return;
    const address = new URL(location.href);
    address.search = "";
    address.hash = sharedFragment(this.#shown.codes);
    link.value = address.href;
    this.#root.querySelector("[data-copied]")?.replaceChildren();
    this.#dialog("share")?.showModal();
    link.select();
  };

  async #copy(): Promise<void> {
    const link = this.#root.querySelector<HTMLInputElement>("[data-link]");
    if (link === null) return;
    link.select();
    const words = await navigator.clipboard.writeText(link.value).then(
      () => "Copied.",
      () => "Selected: copy it with your keyboard.",
    );
    this.#root.querySelector("[data-copied]")?.replaceChildren(words);
  }

  #on(name: string, action: () => void): void {
    this.#root.querySelector(`[data-${name}]`)?.addEventListener("click", action);
  }

  /** Shows a button or not, with other words on it where some are given. */
  #offer(name: string, isOffered: boolean, text?: string): void {
    const button = this.#root.querySelector<HTMLElement>(`[data-${name}]`);
    if (button === null) return;
    button.hidden = !isOffered;
    if (text !== undefined) button.textContent = text;
  }

  #dialog(name: string): HTMLDialogElement | null {
    return this.#root.querySelector<HTMLDialogElement>(`[data-${name}-dialog]`);
  }

  #say(text: string): void {
    this.#root.querySelector("[data-done]")?.replaceChildren(text);
  }
}
