/**
 * Data files as scripts: what a page from a disk may not fetch, it may run. The scripts call
 * `papershelfOffline`; see `client/offline.ts`.
 */
import { gunzipSync } from "fflate";

/** Before every decompressed file of Pagefind's; its reader takes such files as they are. */
const signature = "pagefind_dcd";

/** What Pagefind knows of one page; more than this, but this is what changes. */
interface Fragment {
  readonly url: string;
}

/** The script that hands over a file of the search index, from its path and content. */
export function dataScript(path: string, content: Uint8Array): string {
  if (path.endsWith(".pf_fragment")) return textScript(portableFragments(content));
  if (path.endsWith(".json")) return textScript(new TextDecoder().decode(content));
  return `papershelfOffline.base64("${Buffer.from(content).toString("base64")}");\n`;
}

function textScript(text: string): string {
  return `papershelfOffline.text(${JSON.stringify(text)});\n`;
}

/**
 * A file of fragments (what is shown of a result: one page's, or several by their ids), with
 * addresses that name the page's file. Left uncompressed: the zip does that.
 */
function portableFragments(content: Uint8Array): string {
  const isGzip = content[0] === 0x1f && content[1] === 0x8b;
  const text = new TextDecoder().decode(isGzip ? gunzipSync(content) : content);
  const fragments: unknown = JSON.parse(text.slice(signature.length));
  if (isFragment(fragments)) return signature + JSON.stringify(withFile(fragments));
  const group = Object.entries(fragments as Readonly<Record<string, unknown>>);
  const portable = group.map(([id, value]) => [id, isFragment(value) ? withFile(value) : value]);
  return signature + JSON.stringify(Object.fromEntries(portable));
}

function isFragment(value: unknown): value is Fragment {
  return (
    typeof value === "object" && value !== null && typeof Reflect.get(value, "url") === "string"
  );
}

/** The fragment with `/papers/x/index.html` for `/papers/x/`. */
function withFile<Kind extends Fragment>(fragment: Kind): Kind {
  return { ...fragment, url: fragment.url.replace(/\/(?=$|[?#])/, "/index.html") };
}
