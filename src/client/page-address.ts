/** Addresses of the site in the browser: they come from the page, because only the build knows the base. */

/**
 * The page of the name below a folder (`techniques/`, `grpo`). Folders of a site opened from a disk
 * have no page of their own: there, its file is named. In the bundle of a large library, the folder's
 * address may be that of a page which draws those below it, by what follows a question mark:
 * `…/page.html?techniques/`.
 */
export function pageBelow(folder: URL, name: string): string {
  if (folder.search !== "") return `${folder.href}${name}/`;
  return new URL(`${name}/${folder.protocol === "file:" ? "index.html" : ""}`, folder).href;
}

/** The name of a page below a folder (`grpo`), from an address that {@link pageBelow} would give. */
export function nameOfPage(address: string): string {
  const names = address.replace(/index\.html$/, "").split(/[/?]/);
  return names.findLast((name) => name !== "") ?? "";
}

/** The address in a data attribute of an element; the page itself when there is none. */
export function addressIn(element: HTMLElement, name: string): URL {
  return new URL(element.dataset[name] ?? "", location.href);
}
