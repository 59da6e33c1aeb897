/** A built site as the bundle sees it, and how its addresses become paths that need no server. */

/** The files of a built site, and where it is published. */
export interface SiteFiles {
  /** Scheme and host: `https://example.org`. */
  readonly origin: string;
  /** `/` or `/some/base/`. */
  readonly base: string;
  /** Contents by path below the output folder, with forward slashes: `papers/x/index.html`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Whether one page draws the page of this file; without it, all pages are files of their own. */
  readonly isDrawn?: (path: string) => boolean;
  /** Whether it draws pages right below a folder (`papers/`), whose addresses scripts may make. */
  readonly hasDrawnBelow?: (folder: string) => boolean;
  /** Whether the file stays on the published site, so that links to it must go. */
  readonly isLeftOut?: (path: string) => boolean;
  /** Told the path of every file that an address leads to. */
  readonly onFile?: (path: string) => void;
}

/** The page that draws others, at the root: `page.html?papers/x/` is that of `papers/x/index.html`. */
export const drawingPage = "page.html";

/** The file of the bundle that shows the page of a file. */
export function shownBy(path: string, { isDrawn }: SiteFiles): string {
  return isDrawn?.(path) === true ? drawingPage : path;
}

/** How an address that ends in a slash is written: as the page a reader opens, or as the folder. */
export type FolderForm = "page" | "folder";

/**
 * The address as it must stand in the file `from`, so that it works from a disk: relative, folders
 * by the name of their page, query and fragment kept. An address that leads elsewhere stays as it
 * is; one of this host outside the base path becomes absolute.
 */
export function portableAddress(
  address: string,
  from: string,
  site: SiteFiles,
  folders: FolderForm = "page",
): string {
  const trimmed = address.trim();
  const here = shownBy(from, site);
  if (trimmed === "" || trimmed.startsWith("#")) return address;
  if (trimmed.startsWith("?") && here === from) return address;
  const page = new URL(site.base + encoded(from), site.origin);
  if (!URL.canParse(trimmed, page.href)) return address;
  const target = new URL(trimmed, page.href);
  if (target.origin !== new URL(site.origin).origin) return address;
  if (!target.pathname.startsWith(site.base)) return target.href;
  const path = target.pathname.slice(site.base.length);
  const file = fileOf(path, site, "page");
  site.onFile?.(decoded(file));
  if (site.isDrawn?.(decoded(file)) === true) {
    return relativePath(here, drawnAddress(file, target.search, target.hash));
  }
  // `page.html?papers/`: what stands for the folder begins the addresses of the pages below it, too.
  if (folders === "folder" && site.hasDrawnBelow?.(decoded(path)) === true) {
    return relativePath(here, `${drawingPage}?${path}`);
  }
  return relativePath(here, fileOf(path, site, folders)) + target.search + target.hash;
}

/** The file that an address in the file `from` leads to; `null` when it leads elsewhere. */
export function fileBehind(address: string, from: string, site: SiteFiles): string | null {
  const page = new URL(site.base + encoded(from), site.origin);
  if (!URL.canParse(address.trim(), page.href)) return null;
  const { origin, pathname } = new URL(address.trim(), page.href);
  if (origin !== new URL(site.origin).origin || !pathname.startsWith(site.base)) return null;
  return decoded(fileOf(pathname.slice(site.base.length), site, "page"));
}

/** The address of a page that another one draws, below the root: `page.html?papers/x/&q=1#top`. */
export function drawnAddress(file: string, search = "", hash = ""): string {
  return `${drawingPage}?${pageAddress(file)}${search.replace("?", "&")}${hash}`;
}

/** `papers/x/` of `papers/x/index.html`. */
export function pageAddress(file: string): string {
  return file.replace(/(^|\/)index\.html$/, "$1");
}

/** The file (or, where asked for, the folder) that a path below the base stands for. */
function fileOf(path: string, site: SiteFiles, folders: FolderForm): string {
  if (path === "" || path.endsWith("/")) return folders === "page" ? `${path}index.html` : path;
  // Hosts add the slash that an address of a folder lacks; a disk does not.
  const page = `${path}/index.html`;
  return !site.files.has(decoded(path)) && site.files.has(decoded(page)) ? page : path;
}

/**
 * From one file to another, both below the same root: `../b/index.html`. `from` is a path, `to` is
 * one as it stands in addresses, percent-encoded.
 */
export function relativePath(from: string, to: string): string {
  const here = encoded(from).split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) {
    shared += 1;
  }
  const path = "../".repeat(here.length - shared) + there.slice(shared).join("/");
  // A name with a colon would read as a scheme; an empty path would be the page itself.
  return path === "" || /^[^/]*:/.test(path) ? `./${path}` : path;
}

/** A path of a file as it stands in an address. */
export function encoded(path: string): string {
  return encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F");
}

/** Percent-encoding undone; what is none stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
