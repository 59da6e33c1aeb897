/**
 * `<offline-status data-worker="/base/sw.js" role="status">`: has the browser keep the site, and says
 * so in a line when a newer version waits or the network is gone.
 */
import type { Wish } from "../service-worker/contract.ts";
import { element } from "./element.ts";

/** In the session's storage: the reader does not want to hear of the newer version now. */
const later = "papershelf-newer-version-later";

class OfflineStatus extends HTMLElement {
  #registration: ServiceWorkerRegistration | null = null;

  connectedCallback(): void {
    const address = this.dataset["worker"];
    if (!("serviceWorker" in navigator) || address === undefined) return;
    // What this visit needs comes first.
    if (document.readyState === "complete") void this.#start(address);
    else window.addEventListener("load", () => void this.#start(address), { once: true });
    window.addEventListener("online", this.#show);
    window.addEventListener("offline", this.#show);
    this.#reloadWithNewVersion();
  }

  async #start(address: string): Promise<void> {
    try {
      // Out of the HTTP cache, a worker that is gone would come back.
      this.#registration = await navigator.serviceWorker.register(address, {
        updateViaCache: "none",
      });
    } catch {
      // Refused by the browser's settings: the site works as before, with network.
      return;
    }
    const watch = (): void => {
      this.#registration?.installing?.addEventListener("statechange", this.#show);
    };
    this.#registration.addEventListener("updatefound", watch);
    watch();
    this.#show();
  }

  /** Pages of the old version must not stay when the reader, in any tab, has asked for the new one. */
  #reloadWithNewVersion(): void {
    let isServed = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (isServed) location.reload();
      isServed = true;
    });
  }

  readonly #show = (): void => {
    const isServed = navigator.serviceWorker.controller !== null;
    if (isServed && !navigator.onLine) {
      this.#say("You are offline. This is the copy kept in your browser.");
    } else if (isServed && this.#registration?.waiting && !isPutOff()) {
      this.#say(
        "A newer version is ready. It comes when all tabs of this site are closed.",
        button("Reload now", () => {
          this.#registration?.waiting?.postMessage("take-over" satisfies Wish);
        }),
        button("Later", () => {
          putOff();
          this.#show();
        }),
      );
    } else {
      this.replaceChildren();
    }
  };

  #say(text: string, ...buttons: readonly HTMLButtonElement[]): void {
    if (this.textContent.startsWith(text)) return;
    this.replaceChildren(element("p", "", text), ...buttons);
  }
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const created = element("button", "", label);
  created.type = "button";
  created.addEventListener("click", onClick);
  return created;
}

function isPutOff(): boolean {
  try {
    return sessionStorage.getItem(later) !== null;
  } catch {
    return false;
  }
}

function putOff(): void {
  try {
    sessionStorage.setItem(later, "");
  } catch {
    // Storage is blocked: the line comes again on the next page.
  }
}

customElements.define("offline-status", OfflineStatus);
