/** From a built site to the files of its bundle: the same pages, for a disk instead of a host. */
import { fingerprint } from "../core/slug.ts";
import { isBundle } from "../core/export/bundle-name.ts";
import { classicScript, handedOverModule } from "./classic-scripts.ts";
import { dataScript } from "./data-scripts.ts";
import { type ModuleSource, portablePage } from "./portable-page.ts";
import { portableStyles } from "./portable-styles.ts";
import type { SiteFiles } from "./site-files.ts";

/** Folder of the bundle's own scripts; the runtime expects to lie one below the root. */
const scriptFolder = "offline";
const runtimePath = `${scriptFolder}/offline.js`;

/** Folders whose files the site's scripts fetch. */
const dataFolders = ["pagefind/"];

/** Files that only a host, a crawler or an installed app has a use for, by name at the root. */
const hostFiles =
  /^(?:404\.html|robots\.txt|sitemap[^/]*\.xml|opensearch\.xml|[^/]*\.webmanifest|sw\.js|_headers|_redirects|CNAME|\.nojekyll)$/;

/**
 * The files of the bundle, by path. `runtime` is the compiled `client/offline.ts`.
 *
 * @throws {Error} when a module imports what was not built, or cannot be made a classic script.
 */
export async function bundleFiles(
  site: SiteFiles,
  runtime: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bundle = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const modules = new Map<string, ModuleSource>();
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
    if (hostFiles.test(path) || isBundle(path)) continue;
    if (path.endsWith(".html")) {
      put(portablePage(decoder.decode(content), path, context));
    } else if (path.endsWith(".css")) {
      put(portableStyles(decoder.decode(content), path, site));
    } else if (dataFolders.some((folder) => path.startsWith(folder))) {
      if (!path.endsWith(".js")) put(dataScript(path, content), `${path}.js`);
      else if (!path.endsWith("-worker.js")) put(await handedOverModule(path, site));
    } else if (!/^_astro\/.*\.js$/.test(path)) {
      bundle.set(path, content);
    }
  }
  for (const [path, source] of modules) {
    bundle.set(path, encoder.encode(await classicScript(source, site)));
  }
  if (modules.size > 0) bundle.set(runtimePath, encoder.encode(runtime));
  return bundle;
}
