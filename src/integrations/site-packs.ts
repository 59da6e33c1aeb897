/**
 * Divides a built site into packs for the service worker. Left out is what nobody reads offline and
 * what would make the copy large: the zip, feeds, sitemaps, exports for programs (`papers.json` and
 * its kin, citations) and pictures that only shared links show.
 */
import { createHash } from "node:crypto";
import { gzipSync } from "fflate";
import { dataFolders } from "../bundle/bundle.ts";
import type { Pack } from "../service-worker/contract.ts";
import { packed, type PackedFile } from "../service-worker/pack.ts";

/** What a pack holds. What changes together lies together, so that little is fetched anew. */
export type PackKind = "shell" | "index" | "papers" | "pages";

/** Every kind, in the order in which they are fetched. */
export const packKinds = ["shell", "index", "papers", "pages"] as const satisfies PackKind[];

/** Where the packs lie, below the base path. */
export const packFolder = "sw/";

/** Media types by ending; files of other kinds are not kept, but for those that scripts fetch. */
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  ico: "image/x-icon",
};

const ending = (path: string): string => /\.([^./]+)$/.exec(path)?.[1] ?? "";

/** An address of a picture, as a page shows or names it in a link. */
const pictureAddress = /\s(?:src|href)="([^"]+\.(?:svg|png|jpe?g|webp|avif|ico))"/g;

/** Addresses of the pictures of a page, as they are written there. */
export function picturesOf(html: string): string[] {
  return [...html.matchAll(pictureAddress)].map(([, address = ""]) => address);
}

/**
 * The pack that a file belongs to, `null` when it is not kept.
 *
 * @param file path below the output folder: `papers/x/index.html`.
 * @param pictures paths of the pictures that pages show.
 */
export function packKindOf(file: string, pictures: ReadonlySet<string>): PackKind | null {
  if (file === "sw.js" || file.startsWith(packFolder)) return null;
  if (file === "404.html") return "shell";
  if (file.endsWith(".html")) return file.startsWith("papers/") ? "papers" : "pages";
  if (dataFolders.some((folder) => file.startsWith(folder))) return "index";
  switch (ending(file)) {
    case "css":
    case "js":
    case "woff2":
    case "webmanifest":
      return "shell";
    case "txt":
      return file.includes("/") ? "shell" : null;
    default:
      return pictures.has(file) ? "shell" : null;
  }
}

/** A file as it is packed. */
export function packedFile(file: string, content: Uint8Array<ArrayBuffer>): PackedFile {
  const type = types[ending(file)] ?? "application/octet-stream";
  return { path: file.replace(/(^|\/)index\.html$/, "$1"), type, content };
}

/** A pack with its bytes, the same for the same files on every machine. */
export function packOf(
  kind: PackKind,
  files: readonly PackedFile[],
): { readonly pack: Pack; readonly content: Uint8Array } {
  const container = packed(files);
  const hash = createHash("sha256").update(container).digest("hex").slice(0, 16);
  const content = gzipSync(container, { level: 9, mtime: 0 });
  const name = `${kind}.${hash}`;
  const file = `${packFolder}${name}.pack`;
  return { pack: { name, file, bytes: content.length, unpacked: container.length }, content };
}
