/** The zip itself, the same bytes for the same files. */
import { zipSync } from "fflate";

/**
 * Zip of the files by path, in the order of their paths. The format stores local times from 1980 on;
 * every entry gets noon of its first day, which all time zones spell alike.
 */
export function archive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const paths = [...files.keys()].sort();
  const entries = paths.map((path) => [path, files.get(path) ?? new Uint8Array()] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1, 12) });
}
