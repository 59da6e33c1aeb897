/**
 * `<offline-copy>`: says how much of the site this browser keeps, fetches all of it on request, and
 * removes it again. Stays empty where there is no service worker.
 */
import type { CopyStatus, Wish } from "../service-worker/contract.ts";
import { element } from "./element.ts";

class OfflineCopy extends HTMLElement {
  readonly #text = element("p", "");
  readonly #progress = element("progress", "");
  readonly #button = element("button", "");
  #wish: Wish = "keep";

  connectedCallback(): void {
    if (!("serviceWorker" in navigator)) return;
    this.#text.setAttribute("role", "status");
    this.#progress.setAttribute("aria-label", "Fetched");
    this.#button.type = "button";
    this.#button.addEventListener("click", () => void this.#ask(this.#wish));
    void this.#ask("status");
  }

  async #ask(wish: Wish): Promise<void> {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<CopyStatus>) => {
      this.#show(data);
    };
    active?.postMessage(wish, [port2]);
  }

  #show({ state, done, total }: CopyStatus): void {
    const size = megabytes(total);
    const texts: Readonly<Record<CopyStatus["state"], string>> = {
      whole: `The whole site (${size}) is kept in this browser.`,
      "visited-only": "This browser keeps the pages that you have visited.",
      fetching: "Fetching the whole site …",
      "no-room": `There is no room for the whole site (${size}) in this browser.`,
      failed: "The site could not be fetched. Check the connection, then try again.",
    };
    // Read out when it changes, not at every step.
    if (this.#text.textContent !== texts[state]) this.#text.textContent = texts[state];
    this.#progress.max = total;
    this.#progress.value = done;
    this.#progress.hidden = state !== "fetching";
    this.#button.disabled = state === "fetching";
    this.#wish = state === "whole" ? "drop" : "keep";
    this.#button.textContent =
      state === "whole" ? "Remove it from this browser" : `Make available offline (${size})`;
    if (this.childElementCount === 0) this.append(this.#text, this.#progress, this.#button);
  }
}

/** `2.4 MB`, as the pages write it. */
function megabytes(bytes: number): string {
  return `${Math.max(bytes / 1e6, 0.1).toFixed(1)} MB`;
}

customElements.define("offline-copy", OfflineCopy);
