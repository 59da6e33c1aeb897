/**
 * Turns the site's modules into classic scripts, because browsers refuse modules from `file://`.
 * What a script would ask a server for goes to `papershelfOffline` instead; see `client/offline.ts`.
 */
import { build, type Plugin } from "esbuild";
import type { ModuleSource } from "./portable-page.ts";
import { encoded, type SiteFiles } from "./site-files.ts";

/** Browsers that run the bundle: all that know modules well enough to run the site itself. */
const target = "es2022";

/** Esbuild's name for paths that are the site's and no disk's. */
const siteNamespace = "site";

/**
 * A module and all it imports as one classic script.
 *
 * @throws {Error} when an import leads to no file of the site.
 */
export async function classicScript(source: ModuleSource, site: SiteFiles): Promise<string> {
  if (source.kind === "inline") return standalone(await compiled(source.code, source.page, site));
  // Imported, not pasted: a module that is loaded later may import this one, and must find it there.
  const code = `import ${JSON.stringify(new URL(encoded(source.path), site.origin + site.base).href)};`;
  return standalone(await compiled(code, source.path, site));
}

/** A module as a classic script that hands over what it exports. */
export async function handedOverModule(path: string, site: SiteFiles): Promise<string> {
  const exports = "papershelfExports";
  const code = await compiled(textOf(path, path, site), path, site, exports);
  return standalone(`${code}papershelfOffline.exports(${exports});\n`);
}

/** A classic script made from TypeScript of this project; it stands on its own. */
export async function runtimeScript(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "iife",
    target,
    minify: true,
    logLevel: "silent",
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}

/** Keeps the script's own names apart from those of the page. */
function standalone(code: string): string {
  return `(()=>{const papershelfModule=document.currentScript.src,require=papershelfOffline.require;\n${code}})();\n`;
}

async function compiled(
  code: string,
  path: string,
  site: SiteFiles,
  globalName?: string,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, sourcefile: path, loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    ...(globalName === undefined ? {} : { globalName }),
    target,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    // `import()` of an address becomes a call of `require`, which the runtime answers.
    supported: { "dynamic-import": false },
    define: {
      fetch: "papershelfOffline.fetch",
      "import.meta.url": "papershelfModule",
      // Workers may not be started from files; scripts that can do without are told that they must.
      Worker: "undefined",
    },
    plugins: [importsFrom(path, site)],
  });
  return outputFiles[0]?.text ?? "";
}

/** Finds imports among the files of the site, wherever those come from. */
function importsFrom(start: string, site: SiteFiles): Plugin {
  return {
    name: "papershelf:site-files",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, namespace }) => {
        const from = namespace === siteNamespace ? importer : start;
        const url = new URL(path, new URL(site.base + from, site.origin));
        return {
          path: decodeURIComponent(url.pathname.slice(site.base.length)),
          namespace: siteNamespace,
        };
      });
      build.onLoad({ filter: /.*/, namespace: siteNamespace }, ({ path }) => ({
        contents: textOf(path, start, site),
        loader: "js",
      }));
    },
  };
}

function textOf(path: string, from: string, site: SiteFiles): string {
  const content = site.files.get(path);
  if (content === undefined) throw new Error(`${from} imports ${path}, which was not built.`);
  return new TextDecoder().decode(content);
}
