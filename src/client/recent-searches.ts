/** What was searched for in this browser, newest first. It is kept here and nowhere else. */

/** Searches that are kept. */
const most = 8;

/** Sites of one host share its storage, so that the key names the site. */
function keyOf(site: URL): string {
  return `papershelf:searches:${site.pathname}`;
}

/** The searches kept for a site (by the address of its index); none where storage is blocked. */
export function recentSearches(site: URL): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(site)) ?? "[]");
    if (!Array.isArray(stored)) return [];
    return stored.filter((each) => typeof each === "string").slice(0, most);
  } catch {
    return [];
  }
}

/** Keeps a search; where storage is blocked or full, nothing is kept and nothing fails. */
export function rememberSearch(site: URL, query: string): void {
  const others = recentSearches(site).filter((each) => each !== query);
  try {
    localStorage.setItem(keyOf(site), JSON.stringify([query, ...others].slice(0, most)));
  } catch {
    // Recent searches are a convenience.
  }
}

/** Forgets them all. */
export function forgetSearches(site: URL): void {
  try {
    localStorage.removeItem(keyOf(site));
  } catch {
    // Nothing was kept.
  }
}
