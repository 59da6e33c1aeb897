/**
 * Makes the installed site: packs of its files, the service worker that keeps them, and the size of
 * it all in the page that states it. Everything else must be written by then, for a file that changes
 * later would not be the one in the pack.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { build } from "esbuild";
import { withCopySize } from "../bundle/size.ts";
import { compareText } from "../core/order.ts";
import type { SiteVersion } from "../service-worker/contract.ts";
import type { PackedFile } from "../service-worker/pack.ts";
import { packedFile, packFolder, packKindOf, packKinds, packOf, picturesOf } from "./site-packs.ts";

/** The worker's file; at the root, because a worker serves what lies beside and below it. */
const workerFile = "sw.js";

/** Up to so many bytes over the wire a site is kept unasked after the first visit; About says so. */
const automaticLimit = 6_000_000;

/**
 * Writes `sw.js` and `sw/` after the build; must stand last. The development server has none, and
 * removes one that a built site has left at its port.
 */
export function serviceWorker(): AstroIntegration {
  let base = "/";
  return {
    name: "papershelf:service-worker",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/*$/, "/");
      },
      "astro:server:setup": ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (request.url?.split("?", 1)[0] !== base + workerFile) {
            next();
            return;
          }
          retiringWorker().then((script) => {
            response.setHeader("Content-Type", "text/javascript");
            response.end(script);
          }, next);
        });
      },
      "astro:build:done": async ({ dir }) => {
        await writeServiceWorker({ dir: fileURLToPath(dir), base });
      },
    },
  };
}

/**
 * Makes packs and worker for the built site in `dir`, in the place of earlier ones, and writes the
 * size of the copy into the pages that ask for it.
 *
 * @param base `/` or `/some/base/`.
 * @param limit bytes over the wire up to which the site is kept unasked.
 */
export async function writeServiceWorker({
  dir,
  base,
  limit = automaticLimit,
}: {
  readonly dir: string;
  readonly base: string;
  readonly limit?: number;
}): Promise<SiteVersion> {
  const files = await keptFiles(dir, base);
  const sizes = new Map<string, string>();
  const packs = packKinds.map((kind) => packOf(kind, files.get(kind) ?? []));
  const total = packs.reduce((sum, { pack }) => sum + pack.bytes, 0);

  // The size is known only now, and the page that states it is in a pack.
  for (const [place, kind] of packKinds.entries()) {
    const sized = (files.get(kind) ?? []).map((file) => {
      if (!file.type.startsWith("text/html")) return file;
      const page = new TextDecoder().decode(file.content);
      const stated = withCopySize(page, total);
      if (stated === page) return file;
      sizes.set(file.path, stated);
      return { ...file, content: new TextEncoder().encode(stated) };
    });
    if (sized.some((file, at) => file !== files.get(kind)?.[at]))
      packs[place] = packOf(kind, sized);
  }
  for (const [page, html] of sizes) {
    const name = page === "" || page.endsWith("/") ? `${page}index.html` : page;
    await writeFile(path.join(dir, name), html);
  }

  await rm(path.join(dir, packFolder), { recursive: true, force: true });
  await mkdir(path.join(dir, packFolder));
  for (const { pack, content } of packs) await writeFile(path.join(dir, pack.file), content);
  const [shell, ...others] = packs.map(({ pack }) => pack);
  if (shell === undefined) throw new Error("A site has at least one pack.");
  const version = { shell, others, isAutomatic: total <= limit };
  await writeFile(path.join(dir, workerFile), await compiled("worker.ts", version));
  return version;
}

/** The script that takes the place of a worker that is no longer wanted; see its source. */
export function retiringWorker(): Promise<string> {
  return compiled("retire.ts");
}

/** The files of each pack, ordered by path, pages without the size of the copy. */
async function keptFiles(
  dir: string,
  base: string,
): Promise<ReadonlyMap<string, readonly PackedFile[]>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort(compareText);

  const pages = new Map<string, string>();
  const pictures = new Set<string>();
  for (const name of names.filter((candidate) => candidate.endsWith(".html"))) {
    const page = await readFile(path.join(dir, name), "utf8");
    pages.set(name, withCopySize(page, null));
    for (const address of picturesOf(page)) {
      if (address.startsWith(base)) pictures.add(decodeURI(address.slice(base.length)));
    }
  }

  const files = new Map<string, PackedFile[]>();
  for (const name of names) {
    const kind = packKindOf(name, pictures);
    if (kind === null) continue;
    const page = pages.get(name);
    const content =
      page === undefined
        ? new Uint8Array(await readFile(path.join(dir, name)))
        : new TextEncoder().encode(page);
    const pack = files.get(kind) ?? [];
    pack.push(packedFile(name, content));
    files.set(kind, pack);
  }
  return files;
}

/** A worker of this project as one classic script; it knows the version when it is given one. */
async function compiled(name: "worker.ts" | "retire.ts", version?: SiteVersion): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../service-worker/${name}`, import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    logLevel: "silent",
    tsconfigRaw: {},
    define: version === undefined ? {} : { papershelfVersion: JSON.stringify(version) },
  });
  return outputFiles[0]?.text ?? "";
}
