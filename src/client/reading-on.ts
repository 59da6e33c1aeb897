/**
 * `<reading-on>` around the links to the previous and next paper of a list. When the reader came from
 * another listing that has this paper, the links lead on within that.
 */
import { element } from "./element.ts";
import { readTrail, type Step } from "./trail.ts";

class ReadingOn extends HTMLElement {
  connectedCallback(): void {
    const trail = readTrail();
    // The query counts: where one page draws many, it says which.
    const here = location.pathname + location.search;
    const place =
      trail?.steps.findIndex(({ address }) => {
        const { pathname, search } = new URL(address);
        return pathname + search === here;
      }) ?? -1;
    if (trail === null || place === -1) return;
    const back = element("a", "", trail.title);
    back.href = trail.address;
    this.querySelector("p")?.replaceChildren("In ", back);
    const items = this.querySelectorAll("li");
    items[0]?.replaceChildren(...stepLink(trail.steps[place - 1], "prev", "Previous"));
    items[1]?.replaceChildren(...stepLink(trail.steps[place + 1], "next", "Next"));
  }
}

function stepLink(step: Step | undefined, rel: string, word: string): HTMLAnchorElement[] {
  if (step === undefined) return [];
  const words = element("span", "reading-on-word", word);
  const link = element("a", "", words, " ", element("span", "reading-on-title", step.title));
  link.rel = rel;
  link.href = step.address;
  return [link];
}

customElements.define("reading-on", ReadingOn);
