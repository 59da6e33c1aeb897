/**
 * Follows every internal address of a built site, as a host would: pages, styles, scripts, images,
 * forms, canonical links, sitemap and data files. An address that is not there, or that forgets the
 * base path, is a diagnostic; so are an id given twice and a page without exactly one `h1`.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { compareDiagnostics, type Diagnostic } from "../core/diagnostics.ts";
import { type PageFacts, readPage, type Reference } from "./page-facts.ts";

/** Where the built site is, and where it is to be published. */
export interface BuiltSite {
  readonly dir: string;
  /** Scheme and host: `https://example.org`. */
  readonly site: string;
  /** `/` or `/some/base/`. */
  readonly base: string;
}

/** What can be wrong, and what to do about it. */
const hints = {
  "link-broken": "Correct the address, or make the file it names.",
  "link-fragment": "Give the element this id, or correct the part after the #.",
  "link-outside-base": "Build addresses with the functions of src/site.ts: they add the base path.",
  "link-unsafe": "Only web and mail addresses may be linked.",
  "id-repeated": "An id names one element of a page.",
  "heading-count": "A page has exactly one h1: its subject.",
} as const;

/** Every problem of the site's internal links, ordered by file and place. */
export async function checkLinks(built: BuiltSite): Promise<readonly Diagnostic[]> {
  const names = await filesBelow(built.dir);
  const files = new Set(names);
  const pages = new Map<string, PageFacts>();
  for (const name of names.filter((candidate) => candidate.endsWith(".html"))) {
    pages.set(name, readPage(await readFile(path.join(built.dir, name), "utf8")));
  }

  const problems: Diagnostic[] = [];
  const report = (
    file: string,
    place: { readonly line: number; readonly column: number },
    rule: keyof typeof hints,
    message: string,
  ): void => {
    const { line, column } = place;
    problems.push({ file, line, column, severity: "error", rule, message, hint: hints[rule] });
  };

  const follow = (file: string, reference: Reference): void => {
    const { origin } = new URL(built.site);
    const from = new URL(built.base + file.replace(/(^|\/)index\.html$/, "$1"), origin);
    const target = URL.canParse(reference.address, from.href)
      ? new URL(reference.address, from.href)
      : null;
    const shown = `"${reference.address}" (${reference.source})`;
    if (target === null) {
      report(file, reference, "link-broken", `${shown} is no address`);
      return;
    }
    if (!["http:", "https:", "mailto:", "data:"].includes(target.protocol)) {
      report(file, reference, "link-unsafe", `${shown} is not a web address`);
      return;
    }
    if (target.origin !== origin) return;
    if (!target.pathname.startsWith(built.base)) {
      report(file, reference, "link-outside-base", `${shown} leaves ${built.base}`);
      return;
    }
    const below = decoded(target.pathname.slice(built.base.length));
    const name = below === "" || below.endsWith("/") ? `${below}index.html` : below;
    if (!files.has(name)) {
      report(file, reference, "link-broken", `${shown} leads nowhere`);
      return;
    }
    const fragment = decoded(target.hash.slice(1));
    const ids = pages.get(name)?.ids;
    if (fragment !== "" && ids !== undefined && !ids.has(fragment)) {
      report(file, reference, "link-fragment", `${shown} names an id that the page does not have`);
    }
  };

  for (const [file, page] of pages) {
    for (const reference of page.references) follow(file, reference);
    for (const repeated of page.repeatedIds) {
      report(file, repeated, "id-repeated", `the id "${repeated.id}" is given twice`);
    }
    if (!page.isRedirect && page.headings !== 1) {
      const message = `${String(page.headings)} elements h1`;
      report(file, { line: 1, column: 1 }, "heading-count", message);
    }
  }
  for (const name of names) {
    const read = dataReferences(name);
    if (read === null) continue;
    const text = await readFile(path.join(built.dir, name), "utf8");
    for (const reference of read(text)) follow(name, reference);
  }
  return problems.sort(compareDiagnostics);
}

/** Paths of all files below a folder, with forward slashes, in code-unit order. */
async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
}

/** A path as it stands in the file system; an escape that is none stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How to find the addresses in a file that is no page; `null` for files that hold none. */
function dataReferences(name: string): ((text: string) => Reference[]) | null {
  if (name.endsWith(".css")) {
    return (text) => matches(text, /url\(\s*["']?([^"')\s]+)["']?\s*\)/g, "url()");
  }
  if (/(?:^|\/)sitemap[^/]*\.xml$/.test(name)) {
    return (text) => matches(text, /<loc>([^<]+)<\/loc>/g, "loc");
  }
  if (name === "robots.txt") return (text) => matches(text, /^Sitemap:[ \t]*(\S+)/gm, "Sitemap");
  if (name === "papers.json") {
    return (text) => {
      const found: Reference[] = [];
      JSON.parse(text, (key, value: unknown) => {
        if (key === "url" && typeof value === "string") {
          found.push({ address: value, source: "url", line: 1, column: 1 });
        }
        return value;
      });
      return found;
    };
  }
  return null;
}

/** All first groups of a pattern, each with its place; the text is gone through once. */
function matches(text: string, pattern: RegExp, source: string): Reference[] {
  let line = 1;
  let lineStart = 0;
  let lineEnd = text.indexOf("\n");
  return [...text.matchAll(pattern)].map((match) => {
    while (lineEnd !== -1 && lineEnd < match.index) {
      line += 1;
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf("\n", lineStart);
    }
    const address = (match[1] ?? "").replaceAll("&amp;", "&");
    return { address, source, line, column: match.index - lineStart + 1 };
  });
}
