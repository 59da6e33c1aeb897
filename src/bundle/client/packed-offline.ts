/** The first script of a page in the bundle of a large library: what is packed is found there, too. */
import "./offline.ts";
import { packNames } from "../../core/packing/directory.ts";
import { referredSheets, withParts } from "../../core/packing/parts.ts";
import { DataFiles, Packs } from "./packs.ts";

/** This script's own address: the packs lie beside it. */
const here = (document.currentScript as HTMLScriptElement).src;
const root = new URL("..", here).href;

/** Calls under way and done, by the name of the pack. */
const loading = new Map<string, Promise<void>>();
const packs = new Packs(() => undefined);
globalThis.papershelfPacks = packs;

let files: DataFiles | null = null;

function load(name: string): Promise<void> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`${name}.js`, here).href;
    script.addEventListener("load", () => {
      script.remove();
      resolve();
    });
    script.addEventListener("error", () => {
      script.remove();
      loading.delete(name);
      reject(new TypeError(`${script.src} cannot be read`));
    });
    document.head.append(script);
  });
  loading.set(name, loaded);
  return loaded;
}

/** The content of a packed file; `null` when it is not packed. */
async function packed(path: string): Promise<BodyInit | null> {
  await load(packNames.data);
  files ??= new DataFiles(packs.text(packNames.data));
  const sheet = files.sheet(path);
  if (sheet !== null || files.isList(path)) {
    await Promise.all([packNames.directory, packNames.phrases].map(load));
  }
  if (files.isList(path)) {
    await load(packs.packWith(path));
    const list = packs.sheetOf(path)?.data ?? "[]";
    const referred = [...referredSheets(list)];
    await Promise.all([...new Set(referred.map((number) => packs.packOf(number)))].map(load));
    const sheets = new Map(referred.map((number) => [number, packs.sheet(number)]));
    return withParts(list, (number, place) => sheets.get(number)?.parts[place] ?? "");
  }
  if (sheet !== null) {
    await load(packs.packOf(sheet));
    return packs.sheet(sheet)?.data ?? null;
  }
  const name = files.packOf(path);
  if (name === null) return null;
  await load(name);
  return files.piece(path, packs.text(name)) as Uint8Array<ArrayBuffer>;
}

const fetchFile = papershelfOffline.fetch;
papershelfOffline.fetch = async (input, init) => {
  const url = new URL(input, location.href);
  const path = url.href.startsWith(root)
    ? decodeURIComponent(url.pathname.slice(new URL(root).pathname.length))
    : "";
  const content = path === "" ? null : await packed(path);
  return content === null ? fetchFile(input, init) : new Response(content);
};
