/**
 * `<search-box>` around a `form[role=search]`: offers papers, techniques and authors while one types,
 * as a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). This is on every page, so that it
 * is small; what suggests is loaded with the first focus. Without it, the form leads to the search page.
 */

class SearchBox extends HTMLElement {
  #isAttached = false;

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (input === null) return;
    // A search field may be no combobox: its own role is fixed.
    input.type = "text";
    input.enterKeyHint = "search";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("focus", () => void this.#attach(input));
    if (document.activeElement === input) void this.#attach(input);
  }

  async #attach(input: HTMLInputElement): Promise<void> {
    if (this.#isAttached) return;
    this.#isAttached = true;
    try {
      const { suggestIn } = await import("./suggestions.ts");
      suggestIn(this, input);
    } catch {
      // Offline, most likely: the form still works, and the next focus tries again.
      this.#isAttached = false;
    }
  }
}

customElements.define("search-box", SearchBox);
