/**
 * `<copy-block data-file="paper.bib">` around a `<pre>`: buttons to copy its text and, where a name is
 * given, to keep it as a file.
 */
import { risFromShown } from "../core/export/ris-shown.ts";
import { download } from "./download.ts";
import { element } from "./element.ts";

class CopyBlock extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector("button") !== null) return;
    const status = element("span", "quiet");
    status.role = "status";
    const copy = element("button", "", "Copy");
    copy.type = "button";
    copy.addEventListener("click", () => {
      void this.#copy().then((words) => {
        status.textContent = words;
      });
    });
    const row = element("p", "copy-actions", copy);
    const { file } = this.dataset;
    if (file !== undefined) {
      const save = element("button", "", `Download .${file.split(".").at(-1) ?? ""}`);
      save.type = "button";
      save.addEventListener("click", () => {
        download(file, this.#text);
      });
      row.append(save);
    }
    row.append(status);
    this.append(row);
  }

  get #text(): string {
    const shown = this.querySelector("pre")?.textContent ?? "";
    return this.dataset["file"]?.endsWith(".ris") === true ? risFromShown(shown) : shown;
  }

  /** Copies the text; what to tell the reader. */
  async #copy(): Promise<string> {
    try {
      await navigator.clipboard.writeText(this.#text);
      return "Copied.";
    } catch {
      // No clipboard for pages without https: the text is selected, so that a key press copies it.
      const pre = this.querySelector("pre");
      if (pre !== null) getSelection()?.selectAllChildren(pre);
      return "Selected: copy it with your keyboard.";
    }
  }
}

customElements.define("copy-block", CopyBlock);
