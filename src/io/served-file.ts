/** Files as hosts send them: whole, with their type, text compressed. */
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { lookup } from "mrmime";

/** What GitHub Pages compresses, as far as a site has it. */
const compressible = /^(?:text\/|image\/svg|application\/(?:json|manifest|xml|javascript))/;

/** A response's body and the headers that describe it. */
export interface ServedFile {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where a path is found: a file; a folder, which is shown at its address with a slash; nowhere. */
export type Found = ServedFile | "folder" | null;

/**
 * The file of a path below a folder, a folder's `index.html` for the folder. It is looked up anew
 * each time, and a file once opened is sent whole: a site may be built again while it is served.
 */
export async function servedFile(
  dir: string,
  pathname: string,
  acceptsGzip: boolean,
): Promise<Found> {
  const root = path.resolve(dir);
  const file = path.join(root, decoded(pathname), pathname.endsWith("/") ? "index.html" : "");
  if (!file.startsWith(root + path.sep)) return null;
  const content = await contentOf(file);
  if (content === null || content === "folder") return content;
  const type = typeOf(file);
  const headers = { "Content-Type": type, "Cache-Control": "no-store" };
  if (!compressible.test(type)) return { body: content, headers };
  const varied = { ...headers, Vary: "Accept-Encoding" };
  return acceptsGzip
    ? { body: await promisify(gzip)(content), headers: { ...varied, "Content-Encoding": "gzip" } }
    : { body: content, headers: varied };
}

/** The bytes of a file; `null` for one that is not there, or no longer. */
async function contentOf(file: string): Promise<Uint8Array | "folder" | null> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file);
    if ((await handle.stat()).isDirectory()) return "folder";
    return await handle.readFile();
  } catch {
    return null;
  } finally {
    await handle?.close();
  }
}

/** The media type of a file. Pagefind's own endings, compressed already, stand in no table. */
function typeOf(file: string): string {
  const type = lookup(file) ?? "application/octet-stream";
  return /^text\/|javascript|json/.test(type) ? `${type}; charset=utf-8` : type;
}

/** An escape that is none stays as it is: no file has such a name. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
