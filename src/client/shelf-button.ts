/**
 * `<shelf-button data-paper="the-paper">`: a star that puts a paper on the reader's shelf. Empty until
 * this script runs, in a place that the style sheet keeps free.
 */
import type { ShelfFields } from "../core/shelf/shelf.ts";
import { element } from "./element.ts";
import { ShelfElement, titleOf } from "./shelf-element.ts";

/** A five-pointed star in a box of 24 by 24. */
const star = "M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z";

const svg = "http://www.w3.org/2000/svg";

/** How many stars were made. */
let stars = 0;

class ShelfButton extends ShelfElement {
  readonly #button = element("button", "star");

  protected build(): void {
    const button = this.#button;
    const icon = document.createElementNS(svg, "svg");
    const path = document.createElementNS(svg, "path");
    path.setAttribute("d", star);
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    icon.append(path);
    button.type = "button";
    button.ariaPressed = "false";
    button.append(icon, element("span", "star-label", "Star"));
    // On a page of many cards each star says whose it is.
    const title = titleOf(this);
    if (title?.tagName === "A") {
      // Numbered, because a paper may stand on a page twice.
      stars += 1;
      button.id = `star-${String(stars)}`;
      title.id ||= `title-${String(stars)}`;
      button.setAttribute("aria-labelledby", `${button.id} ${title.id}`);
    }
    button.addEventListener("click", () => {
      this.keep({ starred: button.ariaPressed === "false" });
    });
    this.append(button);
  }

  protected show({ starred }: ShelfFields): void {
    this.#button.ariaPressed = String(starred);
  }
}

customElements.define("shelf-button", ShelfButton);
