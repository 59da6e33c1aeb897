/**
 * Makes the zip that opens without a server, once the site and its search index are written, and
 * writes the zip's size into the pages that link to it.
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { z } from "zod";
import { archive } from "../bundle/archive.ts";
import { bundleFiles } from "../bundle/bundle.ts";
import { runtimeScript } from "../bundle/classic-scripts.ts";
import { bundleFileName, isBundle } from "../core/export/bundle-name.ts";
import { withBundleSize } from "../bundle/size.ts";
import { builtPages } from "../io/built-pages.ts";

/** Where the built site is, and where it is to be published. */
interface BuiltSite {
  readonly dir: string;
  /** Scheme and host: `https://example.org`. */
  readonly site: string;
  /** `/` or `/some/base/`. */
  readonly base: string;
}

/** A zip that opens without a server. */
export interface Bundle {
  /** `papershelf-2026-06-18.zip` */
  readonly name: string;
  readonly zip: Uint8Array;
  /** Number of files in it. */
  readonly files: number;
}

/** How a bundle is made. */
export interface BundleOptions {
  /** Whether one page draws the many; by default, when there are too many for a small zip. */
  readonly packed?: boolean;
}

/**
 * Pages that a bundle has as files of their own, at most. A page takes about 4.5 kB of a zip that
 * compresses each alone, and a zip should stay under 15 MB.
 */
const mostPages = 3000;

const cataloguePart = z.object({ lists: z.array(z.object({ date: z.string().nullable() })) });

/** Writes `papershelf-<date>.zip` after the build. Must stand behind the search index. */
export function offlineBundle(): AstroIntegration {
  let site = "";
  let base = "/";
  return {
    name: "papershelf:offline-bundle",
    hooks: {
      "astro:config:done": ({ config }) => {
        if (config.site === undefined) throw new Error("The bundle needs the site's address.");
        site = config.site;
        base = config.base.replace(/\/*$/, "/");
      },
      "astro:build:done": async ({ dir }) => {
        await writeBundle({ dir: fileURLToPath(dir), site, base });
      },
    },
  };
}

/**
 * The bundle of a built site, which is left as it is.
 *
 * @throws {Error} when a script of the site cannot be made to run from a disk.
 */
export async function makeBundle(
  { dir, site, base }: BuiltSite,
  options: BundleOptions = {},
): Promise<Bundle> {
  const files = await filesBelow(dir);
  const catalogue = cataloguePart.parse(
    JSON.parse(await readFile(path.join(dir, "papers.json"), "utf8")),
  );
  const pages = [...files.keys()].filter((name) => name.endsWith(".html")).length;
  const scripts =
    (options.packed ?? pages > mostPages)
      ? { runtime: await script("packed-offline"), page: await script("page") }
      : { runtime: await script("offline") };
  const contents = await bundleFiles({ origin: site, base, files }, scripts);
  return {
    name: bundleFileName(catalogue.lists),
    zip: archive(contents),
    files: contents.size,
  };
}

/** A script of `bundle/client/`, compiled. */
function script(name: string): Promise<string> {
  return runtimeScript(fileURLToPath(new URL(`../bundle/client/${name}.ts`, import.meta.url)));
}

/**
 * Makes the bundle, puts it into the output folder in the place of earlier ones, and writes its size
 * into the pages that ask for it.
 *
 * @throws {Error} as `makeBundle` does.
 */
export async function writeBundle(built: BuiltSite): Promise<Bundle> {
  const bundle = await makeBundle(built);
  for (const name of await readdir(built.dir)) {
    if (isBundle(name)) await rm(path.join(built.dir, name));
  }
  await writeFile(path.join(built.dir, bundle.name), bundle.zip);
  for (const { file } of await builtPages(built.dir)) {
    const page = await readFile(file, "utf8");
    const sized = withBundleSize(page, bundle.zip.length);
    if (sized !== page) await writeFile(file, sized);
  }
  return bundle;
}

/** Contents of all files below a folder by path with forward slashes, in code-unit order. */
async function filesBelow(dir: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  const files = new Map<string, Uint8Array>();
  for (const name of names) files.set(name, await readFile(path.join(dir, name)));
  return files;
}
