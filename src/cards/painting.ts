/** Paints cards: SVG to PNG, each kept under a name made from all that it depends on. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { renderAsync } from "@resvg/resvg-js";
import { cardSize } from "../core/shared-cards.ts";
import { type Card, drawCard } from "./drawing.ts";
import { encodePng } from "./png.ts";
import { typefaces } from "./typefaces.ts";

/** Changes when painting does, so that no older image is taken for one of these. */
const edition = "1";

/** Paints cards, keeping them in a folder. */
export interface Painter {
  readonly paint: (card: Card) => Promise<Uint8Array>;
}

/** A painter with its typefaces; `folder` keeps these and what was painted. */
export async function painter(folder: string): Promise<Painter> {
  const type = await typefaces(path.join(folder, "typefaces"));
  const images = path.join(folder, "images");
  mkdirSync(images, { recursive: true });
  const font = {
    loadSystemFonts: false,
    fontFiles: [...type.files],
    defaultFontFamily: "Inter",
    serifFamily: "Source Serif 4",
    sansSerifFamily: "Inter",
  };
  return {
    paint: async (card) => {
      const svg = drawCard(card, type);
      const name = createHash("sha256").update(`${edition}\n${svg}`).digest("hex").slice(0, 32);
      const file = path.join(images, `${name}.png`);
      if (existsSync(file)) return readFileSync(file);
      const { pixels, width, height } = await renderAsync(svg, { font, dpi: 96 });
      if (width !== cardSize.width || height !== cardSize.height) {
        throw new Error(`A card came out ${String(width)} by ${String(height)} pixels.`);
      }
      const png = encodePng(pixels, width, height);
      const draft = `${file}.${String(process.pid)}`;
      writeFileSync(draft, png);
      renameSync(draft, file);
      return png;
    },
  };
}
