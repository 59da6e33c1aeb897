/**
 * The listing that a reader came from, remembered for this tab: so that a paper's page can lead on to
 * the next one of the list, the technique or the filtered view, not of any list.
 */

/** One paper of a listing. */
export interface Step {
  readonly address: string;
  readonly title: string;
}

/** A listing as it was when a paper of it was opened. */
export interface Trail {
  readonly title: string;
  readonly address: string;
  readonly steps: readonly Step[];
}

const key = "papershelf:trail";

function leaveTrail(list: Element): void {
  const links = [...list.querySelectorAll<HTMLAnchorElement>(".card-title a")];
  const trail: Trail = {
    // The page's name without the site's.
    title: document.title.replace(/ · [^·]*$/, ""),
    address: location.href,
    steps: links.map(({ href, textContent }) => ({ address: href, title: textContent.trim() })),
  };
  try {
    sessionStorage.setItem(key, JSON.stringify(trail));
  } catch {
    // Without storage the paper's page leads on within its newest list.
  }
}

/** Remembers a listing whenever one of its papers is opened. */
export function leaveTrails(): void {
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest(".card-title a") : null;
    const list = link?.closest("ul, ol");
    if (list) leaveTrail(list);
  });
}

/** The listing remembered, `null` when there is none. */
export function readTrail(): Trail | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isTrail(value) ? value : null;
  } catch {
    return null;
  }
}

function isTrail(value: unknown): value is Trail {
  return (
    hasTexts(value, "title", "address") &&
    "steps" in value &&
    Array.isArray(value.steps) &&
    value.steps.every((step) => hasTexts(step, "title", "address"))
  );
}

function hasTexts(value: unknown, ...names: readonly string[]): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof Reflect.get(value, name) === "string")
  );
}
