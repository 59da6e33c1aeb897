/** Makes the images that shared links show, once the catalogue is written. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { cardsOf, type SiteWords } from "../cards/contents.ts";
import { painter } from "../cards/painting.ts";
import type { Catalogue } from "../core/export/catalogue.ts";

/** Images painted at the same time; the work is done outside of the main thread. */
const atOnce = 2;

/** Writes `cards/` after the build. `cache` is a folder that outlasts builds. */
export function sharedCards(site: SiteWords, cache: string): AstroIntegration {
  return {
    name: "papershelf:shared-cards",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        await writeCards(fileURLToPath(dir), site, cache);
      },
    },
  };
}

/**
 * Writes the cards of the site built in `dir`.
 *
 * @returns how many there are.
 */
export async function writeCards(dir: string, site: SiteWords, cache: string): Promise<number> {
  const catalogue = JSON.parse(await readFile(path.join(dir, "papers.json"), "utf8")) as Catalogue;
  const cards = cardsOf(catalogue, site);
  const { paint } = await painter(cache);
  for (const folder of new Set([...cards.keys()].map((file) => path.dirname(file)))) {
    await mkdir(path.join(dir, folder), { recursive: true });
  }
  const waiting = cards.entries();
  const work = async (): Promise<void> => {
    for (const [file, card] of waiting) await writeFile(path.join(dir, file), await paint(card));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return cards.size;
}
