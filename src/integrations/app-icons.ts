/** Draws the icons of the installed site from its favicon, after the build. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import type { AstroIntegration } from "astro";
import { themeColour } from "../core/export/theme-colours.ts";
import { type AppIcon, appIcons, touchIcon } from "../core/export/web-manifest.ts";

/** Units of the drawing; the icons are this wide before they are scaled. */
const drawn = 512;

/** Writes the PNGs that the manifest and the head of every page name. */
export function appIconFiles(): AstroIntegration {
  return {
    name: "papershelf:app-icons",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        const mark = await readFile(path.join(root, "favicon.svg"), "utf8");
        const tokens = await readFile(new URL("../styles/tokens.css", import.meta.url), "utf8");
        const { light } = themeColour(tokens, "--paper");
        for (const icon of [...appIcons, touchIcon]) {
          const file = path.join(root, icon.file);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, appIconPng(mark, icon, light));
        }
      },
    },
  };
}

/**
 * The mark (a whole SVG document) on a ground of one colour. A maskable icon is full to its edges
 * and keeps the mark in the circle of 80 % that no mask cuts
 * (https://www.w3.org/TR/appmanifest/#icon-masks); the others have round corners.
 */
export function appIconPng(mark: string, { size, purpose }: AppIcon, ground: string): Uint8Array {
  const isMaskable = purpose === "maskable";
  const width = isMaskable ? 256 : 344;
  const at = (drawn - width) / 2;
  const placed = `<svg x="${String(at)}" y="${String(at)}" width="${String(width)}" height="${String(width)}" `;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(drawn)} ${String(drawn)}">` +
    `<rect width="${String(drawn)}" height="${String(drawn)}" rx="${isMaskable ? "0" : "96"}" fill="${ground}"/>` +
    `${mark.slice(mark.indexOf("<svg ")).replace("<svg ", placed)}</svg>`;
  return new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
}
