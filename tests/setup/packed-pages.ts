/** Reads the pages that a bundle has in packs, with the code that draws them in the browser. */
import { runInNewContext } from "node:vm";
import { packNames } from "../../src/core/packing/directory.ts";
import { withParts } from "../../src/core/packing/parts.ts";
import type { Sheet } from "../../src/core/packing/sheets.ts";
import { Packs } from "../../src/bundle/client/packs.ts";

/** A bundle's files by path. */
type Files = Readonly<Record<string, Uint8Array>>;

/** HTML of all packed pages by address below the root (`papers/x/`). */
export function packedPages(files: Files): Map<string, string> {
  return sheets(files, ({ html }) => html);
}

/** Packed lists of data by path. */
export function packedLists(files: Files): Map<string, string> {
  return sheets(files, ({ html, data }) => (html === "" ? data : ""));
}

/** What there is of each sheet, with the parts that stand beside other pages. */
function sheets(files: Files, textOf: (sheet: Sheet) => string): Map<string, string> {
  const packs = new Packs(() => undefined);
  for (const [name, content] of Object.entries(files)) {
    if (!/^offline\/(?:directory|phrases|sheets-\d+)\.js$/.test(name)) continue;
    runInNewContext(new TextDecoder().decode(content), { papershelfPacks: packs });
  }
  const texts = new Map<string, string>();
  for (let number = 0; packs.has(packNames.directory); number += 1) {
    const sheet = packs.sheet(number);
    if (sheet === null) break;
    const text = textOf(sheet);
    const part = (other: number, place: number): string => packs.sheet(other)?.parts[place] ?? "";
    if (text !== "") texts.set(sheet.address, withParts(text, part));
  }
  return texts;
}
