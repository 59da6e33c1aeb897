/** From a built site to the files of its bundle: the same pages, for a disk instead of a host. */
import { fingerprint } from "../core/slug.ts";
import { isBundle } from "../core/export/bundle-name.ts";
import { classicScript, handedOverModule } from "./classic-scripts.ts";
import { dataScript } from "./data-scripts.ts";
import { PackedFiles, packedSite } from "./packed-files.ts";
import { type ModuleSource, portablePage } from "./portable-page.ts";
import { portableStyles } from "./portable-styles.ts";
import type { SiteFiles } from "./site-files.ts";

/** Folder of the bundle's own scripts; the runtime expects to lie one below the root. */
const scriptFolder = "offline";
const runtimePath = `${scriptFolder}/offline.js`;

/** Folders whose files the site's scripts fetch. */
export const dataFolders = ["pagefind/", "papers/data/", "search/"];

/** Files that only a host, a crawler or an installed app has a use for, by path from the root. */
const hostFiles =
  /^(?:cards\/.*|404\.html|robots\.txt|sitemap[^/]*\.xml|opensearch\.xml|[^/]*\.webmanifest|sw\.js|sw\/.*|_headers|_redirects|CNAME|\.nojekyll)$/;

/** Kinds of images; one that no page shows is for other sites, such as those under a shared link. */
const images = /\.(?:png|jpe?g|webp|avif|gif)$/;

/** The compiled scripts of a bundle. */
export interface BundleScripts {
  /** `client/offline.ts`; for packed pages `client/packed-offline.ts`. */
  readonly runtime: string;
  /** `client/page.ts`: with it, the pages of many are packed (see `packed-files.ts`). */
  readonly page?: string;
}

/**
 * The files of the bundle, by path.
 *
 * @throws {Error} when a module imports what was not built, or cannot be made a classic script.
 */
export async function bundleFiles(
  built: SiteFiles,
  scripts: BundleScripts,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bundle = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const modules = new Map<string, ModuleSource>();
  const used = new Set<string>();
  const isData = (path: string): boolean => dataFolders.some((folder) => path.startsWith(folder));
  const told: SiteFiles = { ...built, onFile: (path) => void used.add(path) };
  const site = scripts.page === undefined ? told : packedSite(told, isData);
  const packed = scripts.page === undefined ? null : new PackedFiles(site);
  const context = {
    site,
    runtime: runtimePath,
    classicScript: (source: ModuleSource): string => {
      const key = source.kind === "inline" ? source.code : source.path;
      const path = `${scriptFolder}/${fingerprint(`${source.kind} ${key}`)}.js`;
      if (!modules.has(path)) modules.set(path, source);
      return path;
    },
  };
  for (const [path, content] of site.files) {
    const put = (text: string, name = path): void => void bundle.set(name, encoder.encode(text));
    if (hostFiles.test(path) || isBundle(path) || site.isLeftOut?.(path) === true) continue;
    if (path.endsWith(".html")) {
      const page = portablePage(decoder.decode(content), path, context);
      if (packed?.takePage(path, page) !== true) put(page);
    } else if (path.endsWith(".css")) {
      put(portableStyles(decoder.decode(content), path, site));
    } else if (isData(path)) {
      if (packed?.takeData(path, content) === true) continue;
      if (!path.endsWith(".js")) put(dataScript(path, content, site), `${path}.js`);
      else if (!path.endsWith("-worker.js")) put(await handedOverModule(path, site));
    } else if (!/^_astro\/.*\.js$/.test(path)) {
      bundle.set(path, content);
    }
  }
  for (const path of bundle.keys()) {
    if (images.test(path) && !used.has(path)) bundle.delete(path);
  }
  for (const [path, source] of modules) {
    bundle.set(path, encoder.encode(await classicScript(source, site)));
  }
  if (modules.size > 0) bundle.set(runtimePath, encoder.encode(scripts.runtime));
  if (packed !== null && scripts.page !== undefined) {
    for (const [path, text] of packed.files(scriptFolder, scripts.page)) {
      bundle.set(path, encoder.encode(text));
    }
  }
  return bundle;
}
