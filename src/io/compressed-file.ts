/** Text files as hosts send them: compressed. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** What GitHub Pages compresses, as far as a site has it. */
const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
  ".xml": "text/xml",
};

/** A response's body and the headers that describe it. */
export interface CompressedFile {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The file of a path below a folder, a folder's `index.html` for the folder; `null` for what is not
 * there, not text, or not below the folder.
 */
export async function compressedFile(
  dir: string,
  pathname: string,
): Promise<CompressedFile | null> {
  const root = path.resolve(dir);
  const file = path.join(root, decoded(pathname), pathname.endsWith("/") ? "index.html" : "");
  const type = types[path.extname(file)];
  if (type === undefined || !file.startsWith(root + path.sep)) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isFile() !== true) return null;
  return {
    body: await promisify(gzip)(await readFile(file)),
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Encoding": "gzip",
      "Cache-Control": "no-store",
      Vary: "Accept-Encoding",
    },
  };
}

/** An escape that is none stays as it is: no file has such a name. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
