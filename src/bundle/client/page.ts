/**
 * The script of the page that draws all packed pages (`page.html?papers/x/`). It runs while the page
 * is read, fetches packs as further scripts of the page, and writes the wanted page's HTML into its
 * place: the browser reads it as if it had stood there, so that anchors, scripts, focus, history and
 * scroll position are what they are on any other page.
 */
import { packNames } from "../../core/packing/directory.ts";
import { referredSheets, withParts } from "../../core/packing/parts.ts";
import { Packs } from "./packs.ts";

/** Folder of the packs, relative to the page: this script's, which may lie anywhere below. */
const folder = (document.currentScript as HTMLScriptElement)
  .getAttribute("src")
  ?.replace(/[^/]*$/, "");

const notHere = `<title>Page not found</title><main><h1>Page not found</h1>
<p>This copy has no page of this address. <a href="index.html">Home</a></p></main>`;

/** Packs that are waited for, and what happens when all are here. */
let missing = new Set<string>();
let afterwards: () => void = () => undefined;

const packs = new Packs((name) => {
  missing.delete(name);
  if (missing.size === 0) afterwards();
});
globalThis.papershelfPacks = packs;

function write(html: string): void {
  // Only what is written while the page is read is a part of the page from the start.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.write(html);
}

function withPacks(names: readonly string[], then: () => void): void {
  missing = new Set(names.filter((name) => !packs.has(name)));
  afterwards = then;
  if (missing.size === 0) then();
  for (const name of [...missing]) write(`<script src="${folder ?? ""}${name}.js"></script>`);
}

/** The wanted page's address, `papers/x/`: the query up to the first `&`. */
const address = decodeURIComponent(location.search.slice(1).split("&", 1)[0] ?? "");

withPacks([packNames.directory, packNames.phrases], () => {
  withPacks([packs.packWith(address)], () => {
    const html = packs.sheetOf(address)?.html;
    if (html === undefined) {
      write(notHere);
      return;
    }
    const referred = [...referredSheets(html)];
    withPacks([...new Set(referred.map((sheet) => packs.packOf(sheet)))], () => {
      const sheets = new Map(referred.map((sheet) => [sheet, packs.sheet(sheet)]));
      write(withParts(html, (sheet, place) => sheets.get(sheet)?.parts[place] ?? ""));
    });
  });
});
