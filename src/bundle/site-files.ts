/** A built site as the bundle sees it, and how its addresses become paths that need no server. */

/** The files of a built site, and where it is published. */
export interface SiteFiles {
  /** Scheme and host: `https://example.org`. */
  readonly origin: string;
  /** `/` or `/some/base/`. */
  readonly base: string;
  /** Contents by path below the output folder, with forward slashes: `papers/x/index.html`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
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
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.startsWith("?")) return address;
  const page = new URL(site.base + encoded(from), site.origin);
  if (!URL.canParse(trimmed, page.href)) return address;
  const target = new URL(trimmed, page.href);
  if (target.origin !== new URL(site.origin).origin) return address;
  if (!target.pathname.startsWith(site.base)) return target.href;
  const path = target.pathname.slice(site.base.length);
  return relativePath(from, fileOf(path, site, folders)) + target.search + target.hash;
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
