/** The bundle as a reader unzips it, into a folder whose name is as awkward as folders' names are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll } from "vitest";
import { type BundleOptions, makeBundle } from "../../src/integrations/offline-bundle.ts";
import type { BuiltSite } from "../../src/io/site-links.ts";

/** A bundle on this disk. */
export interface UnzippedBundle {
  /** `file:` address of a file of the bundle; of its folder, with a slash, for ``. */
  readonly address: (file: string) => string;
  /** Contents of its files by path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly remove: () => void;
}

/** Makes the bundle of a built site and unzips it. */
export async function unzipBundle(
  site: BuiltSite,
  options: BundleOptions = {},
): Promise<UnzippedBundle> {
  const parent = mkdtempSync(path.join(os.tmpdir(), "papershelf-"));
  const folder = path.join(parent, "Zug & Zeit #1 ü 100%");
  const { zip } = await makeBundle(site, options);
  const files = unzipSync(zip);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return {
    files,
    address: (file) => `${pathToFileURL(folder).href}/${file}`,
    remove: () => {
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** Unzips for the tests of the calling block; gives the `file:` address of a file of the bundle. */
export function unzippedBundle(site: BuiltSite): (file: string) => string {
  let bundle: UnzippedBundle | null = null;
  beforeAll(async () => {
    bundle = await unzipBundle(site);
  });
  afterAll(() => {
    bundle?.remove();
  });
  return (file) => bundle?.address(file) ?? "";
}
