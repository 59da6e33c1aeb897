import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { attribute, elements, readPage } from "../setup/html.ts";

const { atRoot, underBase } = inject("sites");

/** The part of the manifest that browsers want before they offer to install a site. */
interface Manifest {
  readonly name: string;
  readonly start_url: string;
  readonly scope: string;
  readonly background_color: string;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly purpose: string;
  }[];
}

describe.each([
  ["/", atRoot],
  ["/some/base/", underBase],
])("the web app manifest under %s", (base, site) => {
  const manifest = JSON.parse(
    readFileSync(path.join(site.dir, "manifest.webmanifest"), "utf8"),
  ) as Manifest;
  const links = elements(readPage(site, ""), ({ tagName }) => tagName === "link");
  const linked = (relation: string): string | undefined =>
    links.flatMap((link) => {
      return attribute(link, "rel") === relation ? [attribute(link, "href") ?? ""] : [];
    })[0];

  it("is linked, and names the site and where it begins", () => {
    expect(linked("manifest")).toBe(`${base}manifest.webmanifest`);
    expect(manifest.name).toBe("Papershelf");
    expect([manifest.start_url, manifest.scope]).toEqual([base, base]);
    expect(manifest.background_color).toMatch(/^#|^oklch/);
  });

  it("has icons of the sizes it states, of every purpose", () => {
    const pictures = manifest.icons.filter(({ src }) => src.endsWith(".png"));
    const sizes = pictures.map(({ src, purpose }) => {
      expect(src.startsWith(base)).toBe(true);
      return [pngSize(path.join(site.dir, src.slice(base.length))), purpose];
    });
    expect(sizes).toEqual(pictures.map(({ sizes: stated, purpose }) => [stated, purpose]));
    expect(sizes).toEqual([
      ["192x192", "any"],
      ["512x512", "any"],
      ["512x512", "maskable"],
    ]);
    const touch = linked("apple-touch-icon") ?? "";
    expect(pngSize(path.join(site.dir, touch.slice(base.length)))).toBe("180x180");
  });
});

/** Width and height from a PNG's header; https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(file: string): string {
  const content = readFileSync(file);
  expect(content.toString("latin1", 1, 4)).toBe("PNG");
  return `${String(content.readUInt32BE(16))}x${String(content.readUInt32BE(20))}`;
}
