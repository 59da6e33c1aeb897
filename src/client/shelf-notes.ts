/**
 * `<shelf-notes data-paper="the-paper">`: how far the reader is with the paper, and their note on it.
 * The controls stand in the page, unseen until this script serves them.
 */
import type { ReadingState, ShelfFields } from "../core/shelf/shelf.ts";
import { ShelfElement } from "./shelf-element.ts";
import { problemInWords, type StorageProblem } from "./shelf-store.ts";

/** Pause in typing after which a note is stored, in milliseconds. */
const pause = 400;

class ShelfNotes extends ShelfElement {
  /** Set while something typed is not stored yet. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected build(): void {
    this.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.keep({ state: target.value as ReadingState });
    });
    this.addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      this.#say("");
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#keepNote, pause);
    });
    // Nothing typed is lost when the page is left at once.
    this.addEventListener("focusout", this.#keepNote);
    window.addEventListener("pagehide", this.#keepNote);
  }

  protected show({ state, note }: ShelfFields): void {
    for (const radio of this.querySelectorAll("input")) radio.checked = radio.value === state;
    // What is being typed here is newer than anything stored elsewhere.
    const field = this.querySelector("textarea");
    if (field !== null && field !== document.activeElement) field.value = note;
  }

  protected override problem(problem: StorageProblem): void {
    this.#say(problemInWords(problem));
  }

  readonly #keepNote = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const note = this.querySelector("textarea")?.value ?? "";
    if (this.keep({ note: note.trim() === "" ? "" : note })) this.#say("Kept.");
  };

  #say(text: string): void {
    this.querySelector("[role=status]")?.replaceChildren(text);
  }
}

customElements.define("shelf-notes", ShelfNotes);
