/** What of a large library goes into packs, gathered file by file. */
import { decompressed, dataScript, portableFragments } from "./data-scripts.ts";
import { entriesOf, pagesOfEntries } from "./data-lists.ts";
import { drawingPageHtml } from "./drawing-page.ts";
import { dataDirectory, type PageData, piecePacks, sheetPacks } from "./packs.ts";
import { drawingPage, pageAddress, type SiteFiles } from "./site-files.ts";

/** Files for other programs; in a large library, one of them may be as large as a bundle should be. */
const exports = /\.(?:json|jsonl|jsonld|bib|ris|csv|xml|atom|rss)$/;

/** A page below a section's own page, such as a paper's; the sections' own are the entrances. */
const belowSection = /^[^/]+\/.+\/index\.html$/;

/** The site as a bundle with packed pages has it. `isData`: whether the site's scripts fetch a file. */
export function packedSite(site: SiteFiles, isData: (path: string) => boolean): SiteFiles {
  const isDrawn = (path: string): boolean => belowSection.test(path) && site.files.has(path);
  const folders = new Set(
    [...site.files.keys()].filter(isDrawn).map((path) => path.replace(/[^/]+\/index\.html$/, "")),
  );
  return {
    ...site,
    isDrawn,
    hasDrawnBelow: (folder) => folders.has(folder),
    isLeftOut: (path) => exports.test(path) && !isData(path),
  };
}

/** Gathers what is to be packed. */
export class PackedFiles {
  readonly #site: SiteFiles;
  readonly #pages = new Map<string, string>();
  readonly #data = new Map<string, PageData>();
  readonly #pieces = new Map<string, Uint8Array>();
  readonly #lists = new Map<string, readonly string[]>();

  /** `site`: a `packedSite`. */
  constructor(site: SiteFiles) {
    this.#site = site;
  }

  /** Takes a page that is drawn, as it stands in the bundle; whether it was taken. */
  takePage(path: string, html: string): boolean {
    const isDrawn = this.#site.isDrawn?.(path) === true;
    if (isDrawn) this.#pages.set(pageAddress(path), html);
    return isDrawn;
  }

  /** Takes a file of the search index or a list of data; whether it was taken. */
  takeData(path: string, content: Uint8Array): boolean {
    if (path.endsWith(".pf_index")) {
      this.#pieces.set(path, decompressed(content));
      return true;
    }
    if (path.endsWith(".json") && belowSection.test(`${path}/index.html`)) {
      const entries = entriesOf(new TextDecoder().decode(content));
      if (entries === null) return false;
      this.#lists.set(path, entries);
      return true;
    }
    if (!path.endsWith(".pf_fragment")) return false;
    const { text, page } = portableFragments(content, this.#site);
    if (page === null || this.#site.isDrawn?.(page) !== true) return false;
    this.#data.set(pageAddress(page), { path, text });
    return true;
  }

  /** The files for what was taken. `folder`: of the scripts; `pageScript`: `client/page.ts`, compiled. */
  files(folder: string, pageScript: string): ReadonlyMap<string, string> {
    const { files: pieces, packed } = piecePacks(this.#pieces);
    const pageOf = pagesOfEntries(this.#pages);
    const isAboutPages = ([path, entries]: readonly [string, readonly string[]]): boolean =>
      entries.filter((entry) => pageOf(path, entry) !== null).length * 2 > entries.length;
    const lists = new Map([...this.#lists].filter(isAboutPages));
    const packable = {
      pages: this.#pages,
      data: this.#data,
      lists,
      linked: addressIn,
      pageOf,
    };
    const sheets = sheetPacks(packable);
    const directory = dataDirectory(packable, packed);
    const scripts = [...sheets, ...pieces, directory, ["page.js", pageScript] as const];
    const others = [...this.#lists]
      .filter(([path]) => !lists.has(path))
      .map(
        ([path, entries]) => [path, new TextEncoder().encode(`[${entries.join(",")}]`)] as const,
      );
    const unpacked = [...this.#pieces].filter(([path]) => !packed.includes(path));
    return new Map([
      ...scripts.map(([name, text]) => [`${folder}/${name}`, text] as const),
      ...[...unpacked, ...others].map(([path, content]) => {
        return [`${path}.js`, dataScript(path, content, this.#site)] as const;
      }),
      [drawingPage, drawingPageHtml(`${folder}/page.js`)],
    ]);
  }
}

/** `papers/x/` of `page.html?papers/x/#y`, as an attribute has it; `null` for other addresses. */
function addressIn(href: string): string | null {
  const [page, query] = href.split(/[?&#]/, 2);
  if (page !== drawingPage || query === undefined) return null;
  try {
    return decodeURIComponent(query);
  } catch {
    return null;
  }
}
