/**
 * Data files as scripts: what a page from a disk may not fetch, it may run. The scripts call
 * `papershelfOffline`; see `client/offline.ts`.
 */
import { gunzipSync } from "fflate";
import { signature } from "../core/packing/columns.ts";
import { drawnAddress, type SiteFiles } from "./site-files.ts";

/** What Pagefind knows of one page; more than this, but this is what changes. */
interface Fragment {
  readonly url: string;
}

/** The script that hands over a file of the search index, from its path and content. */
export function dataScript(path: string, content: Uint8Array, site: SiteFiles): string {
  if (path.endsWith(".pf_fragment")) return textScript(portableFragments(content, site).text);
  if (path.endsWith(".json")) return textScript(new TextDecoder().decode(content));
  return `papershelfOffline.base64("${Buffer.from(content).toString("base64")}");\n`;
}

function textScript(text: string): string {
  return `papershelfOffline.text(${JSON.stringify(text)});\n`;
}

/** A file of the search index as Pagefind reads it, without the compression that a zip repeats. */
export function decompressed(content: Uint8Array): Uint8Array {
  const isGzip = content[0] === 0x1f && content[1] === 0x8b;
  return isGzip ? gunzipSync(content) : content;
}

/**
 * A file of fragments (what is shown of a result: one page's, or several by their ids), with
 * addresses that name the page's file, and that file when it is one page's.
 */
export function portableFragments(
  content: Uint8Array,
  site: SiteFiles,
): { readonly text: string; readonly page: string | null } {
  const text = new TextDecoder().decode(decompressed(content));
  const fragments: unknown = JSON.parse(text.slice(signature.length));
  if (isFragment(fragments)) {
    return {
      text: signature + JSON.stringify(withFile(fragments, site)),
      page: fileOf(fragments.url),
    };
  }
  const group = Object.entries(fragments as Readonly<Record<string, unknown>>);
  const portable = group.map(([id, value]) => [
    id,
    isFragment(value) ? withFile(value, site) : value,
  ]);
  return { text: signature + JSON.stringify(Object.fromEntries(portable)), page: null };
}

function isFragment(value: unknown): value is Fragment {
  return (
    typeof value === "object" && value !== null && typeof Reflect.get(value, "url") === "string"
  );
}

/** The fragment with `/papers/x/index.html` for `/papers/x/`, or with the address that draws it. */
function withFile<Kind extends Fragment>(fragment: Kind, site: SiteFiles): Kind {
  const file = fileOf(fragment.url);
  const [, hash = ""] = /(#.*)$/.exec(fragment.url) ?? [];
  if (site.isDrawn?.(file) === true)
    return { ...fragment, url: `/${drawnAddress(file, "", hash)}` };
  return { ...fragment, url: fragment.url.replace(/\/(?=$|[?#])/, "/index.html") };
}

/** `papers/x/index.html` of `/papers/x/#y`. */
function fileOf(url: string): string {
  return `${url.slice(1).replace(/[?#].*$/, "")}index.html`;
}
