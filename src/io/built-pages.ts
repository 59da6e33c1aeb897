/** Lists the pages of a built site, in an order that no file system decides. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { compareText } from "../core/order.ts";

/** One HTML file of a built site. */
export interface BuiltPage {
  /** Path of the file on this machine. */
  readonly file: string;
  /** Address below the base path, without a leading slash: `papers/x/`, `404.html`, `` for home. */
  readonly path: string;
}

/** Every HTML file below `dir`, ordered by address. */
export async function builtPages(dir: string): Promise<readonly BuiltPage[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const relative = path.relative(dir, file).split(path.sep).join("/");
      return { file, path: relative.replace(/(^|\/)index\.html$/, "$1") };
    })
    .sort((a, b) => compareText(a.path, b.path));
}
