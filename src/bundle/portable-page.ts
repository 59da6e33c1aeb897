/**
 * Makes a built page work from a disk: addresses become relative, modules become classic scripts
 * (browsers refuse modules from `file://`), and what only a published page needs is left out. Only
 * the places that change are touched; the rest of the page keeps its bytes.
 */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { portableStyles } from "./portable-styles.ts";
import {
  encoded,
  fileBehind,
  portableAddress,
  relativePath,
  shownBy,
  type SiteFiles,
} from "./site-files.ts";

/** What a `<script type="module">` runs. */
export type ModuleSource =
  | { readonly kind: "inline"; readonly code: string; readonly page: string }
  | { readonly kind: "file"; readonly path: string };

/** What a page needs from the bundle around it. */
export interface PageContext {
  readonly site: SiteFiles;
  /** Path of the script that the classic scripts build on; see `client/offline.ts`. */
  readonly runtime: string;
  /** Path in the bundle of the classic script that takes a module's place. */
  readonly classicScript: (source: ModuleSource) => string;
}

type Element = DefaultTreeAdapterTypes.Element;

/** Marks what makes sense on the published site only, such as the link to the bundle itself. */
export const hostedOnly = "data-hosted-only";

/** What the page tells the search index, which is made by now. */
const indexInstruction = "data-pagefind-";
/** Those that give it something to keep: on a hidden element, all that the element is for. */
const indexData = new Set(["data-pagefind-filter", "data-pagefind-meta", "data-pagefind-sort"]);

const addressAttributes = new Set("href src action formaction poster data xlink:href".split(" "));
const listAttributes = new Set(["srcset", "imagesrcset"]);

/**
 * Links in the head that are for hosts, crawlers and installed apps. Preloads would also fail: a
 * file may not be asked for with CORS.
 */
const droppedLinks = new Set(
  "canonical preload modulepreload prefetch preconnect dns-prefetch manifest search alternate".split(
    " ",
  ),
);

/** A place of the page and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The page of the file `from` as it stands in the bundle. */
export function portablePage(html: string, from: string, context: PageContext): string {
  const { site } = context;
  const here = shownBy(from, site);
  const edits: Edit[] = [];
  let hasRuntime = false;

  const edit = (place: { startOffset: number; endOffset: number }, text: string): void => {
    edits.push({ start: place.startOffset, end: place.endOffset, text });
  };

  const isForCrawlers = (element: Element): boolean =>
    here !== from && element.tagName === "meta" && attributeOf(element, "name") === "description";
  const leadsOut = (element: Element): boolean => {
    const address = element.tagName === "a" ? attributeOf(element, "href") : null;
    const file = address === null ? null : fileBehind(address, from, site);
    return file !== null && site.isLeftOut?.(file) === true;
  };
  /** A list item that holds a link to what is left out, and nothing else. */
  const isLinkAlone = ({ tagName, childNodes }: Element): boolean => {
    const [link, ...others] = childNodes.filter((node) => !isSpace(node));
    return tagName === "li" && others.length === 0 && isElement(link) && leadsOut(link);
  };

  const visit = (parent: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of parent.childNodes) {
      if (!("tagName" in child)) continue;
      const location = child.sourceCodeLocation;
      if (isDropped(child) || isForCrawlers(child) || isLinkAlone(child)) {
        if (location) edit(location, "");
        continue;
      }
      const module = moduleSource(child, from, site);
      if (module !== null) {
        const scripts = [context.classicScript(module)];
        if (!hasRuntime) scripts.unshift(context.runtime);
        hasRuntime = true;
        if (location) edit(location, scripts.map((path) => deferred(here, path)).join(""));
        continue;
      }
      for (const { name, prefix, value } of child.attrs) {
        const written = prefix === undefined || prefix === "" ? name : `${prefix}:${name}`;
        const place = location?.attrs?.[written];
        if (place && name.startsWith(indexInstruction)) {
          edit({ ...place, startOffset: place.startOffset - 1 }, "");
          continue;
        }
        // The words stay; a link without an address is where a link might have been.
        if (place && name === "href" && leadsOut(child)) {
          edit({ ...place, startOffset: place.startOffset - 1 }, "");
          continue;
        }
        const portable = portableAttribute(child, written, value, from, site);
        if (place && portable !== value) edit(place, `${written}="${escaped(portable)}"`);
      }
      if (child.tagName === "style") {
        const [text] = child.childNodes;
        if (text && "value" in text && text.sourceCodeLocation) {
          edit(text.sourceCodeLocation, portableStyles(text.value, from, site));
        }
      }
      visit("content" in child ? child.content : child);
    }
  };
  // Without scripting, what stands in <noscript> is read as elements, so that its links count too.
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));

  let page = "";
  let at = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    // The parser repeats elements that are closed in the wrong order; the source has them once.
    if (start < at) continue;
    page += html.slice(at, start) + text;
    at = end;
  }
  return page + html.slice(at);
}

type Node = DefaultTreeAdapterTypes.ChildNode;

const isElement = (node: Node | undefined): node is Element =>
  node !== undefined && "tagName" in node;
const isSpace = (node: Node): boolean => "value" in node && node.value.trim() === "";

/** Whether the element is left out of the bundle. */
function isDropped(element: Element): boolean {
  const attribute = (name: string): string => attributeOf(element, name)?.toLowerCase() ?? "";
  if (attributeOf(element, hostedOnly) !== null) return true;
  if (attributeOf(element, "hidden") !== null) {
    return element.attrs.some(({ name }) => indexData.has(name));
  }
  if (element.tagName === "link") {
    return attribute("rel")
      .split(/\s+/)
      .some((relation) => droppedLinks.has(relation));
  }
  if (element.tagName === "meta") {
    // Nothing that lies on a disk counts as the page's own origin: the policy would refuse it all.
    if (attribute("http-equiv").toLowerCase() === "content-security-policy") return true;
    return /^(?:og|article|twitter):/.test(attribute("property") || attribute("name"));
  }
  // Data for crawlers names the page by its published address.
  return element.tagName === "script" && attribute("type") === "application/ld+json";
}

function moduleSource(element: Element, from: string, site: SiteFiles): ModuleSource | null {
  if (element.tagName !== "script") return null;
  if (attributeOf(element, "type")?.trim().toLowerCase() !== "module") return null;
  const src = attributeOf(element, "src");
  if (src === null) {
    const code = element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
    return { kind: "inline", code, page: from };
  }
  const path = fileBehind(src, from, site);
  return path === null ? null : { kind: "file", path };
}

/** An attribute's value as it stands in the bundle. */
function portableAttribute(
  element: Element,
  name: string,
  value: string,
  from: string,
  site: SiteFiles,
): string {
  if (addressAttributes.has(name)) return portableAddress(value, from, site);
  if (name === "style") return portableStyles(value, from, site);
  if (listAttributes.has(name)) {
    // Candidates are separated by commas that white space follows; data: addresses hold commas.
    return value
      .split(/,\s+/)
      .map((candidate) => {
        const [address = "", ...rest] = candidate.trim().split(/\s+/);
        return [portableAddress(address, from, site), ...rest].join(" ");
      })
      .join(", ");
  }
  // Scripts read these and add to them, so that a folder stays a folder.
  if (name.startsWith("data-") && value.startsWith(site.base)) {
    const known =
      value.endsWith("/") ||
      site.files.has(value.slice(site.base.length).split(/[?#]/, 1)[0] ?? "");
    return known ? portableAddress(value, from, site, "folder") : value;
  }
  if (
    name === "content" &&
    element.tagName === "meta" &&
    attributeOf(element, "http-equiv")?.toLowerCase() === "refresh"
  ) {
    const equals = value.indexOf("=");
    if (equals === -1) return value;
    return value.slice(0, equals + 1) + portableAddress(value.slice(equals + 1), from, site);
  }
  return value;
}

function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** A classic script that runs when the page is read, as a module would. */
function deferred(from: string, script: string): string {
  return `<script defer src="${escaped(relativePath(from, encoded(script)))}"></script>`;
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
