import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";
import { readCatalogue } from "../setup/catalogue.ts";

const { atRoot } = inject("sites");
const { open } = visit(atRoot);
const { papers } = readCatalogue(atRoot);

/** Bytes of the fonts that a page fetches, by file name without its hash. */
async function fontsOf(address: string): Promise<ReadonlyMap<string, number>> {
  const page = await open(address);
  await page.waitForLoadState("networkidle");
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith(".woff2"))
      .map(({ name, encodedBodySize }) => [name, encodedBodySize] as const),
  );
  return new Map(
    loaded.map(([name, size]) => [path.basename(name).replace(/\..*$/, ""), size] as const),
  );
}

const plain = papers.find(({ title, abstract }) => !/[^ -~]|[$\\`~^*]/.test(title + abstract));
const demanding = papers.filter(({ id }) => {
  const html = readFileSync(path.join(atRoot.dir, `papers/${id}/index.html`), "utf8");
  return html.includes("<em>") || (html.includes("<math") && /[ăąćčęğłńřśšžż]/i.test(html));
});

describe("fonts", () => {
  it("are two pieces on a page of plain English", async () => {
    const fonts = await fontsOf(`papers/${plain?.id ?? ""}/`);
    expect([...fonts.keys()].sort()).toEqual(["inter-latin", "source-serif-latin"]);
  });

  it("have at most 120 kB on the pages that ask most of them", async () => {
    expect(demanding.length).toBeGreaterThan(0);
    for (const { id } of demanding) {
      const sizes = [...(await fontsOf(`papers/${id}/`)).values()];
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(120_000);
    }
  });

  it("bring a table for formulas: brackets grow with what they hold", async () => {
    const page = await open("techniques/grpo/");
    await page.waitForLoadState("networkidle");
    const heights = await page
      .locator("math mo[fence=true]", { hasText: /^\[$/ })
      .evaluateAll((brackets) => brackets.map((each) => each.getBoundingClientRect().height));
    const sizes = await page
      .locator("math.tml-display")
      .first()
      .evaluate((math) => parseFloat(getComputedStyle(math).fontSize));
    expect(Math.max(...heights)).toBeGreaterThan(2.5 * sizes);
    const isMathFont = await page.evaluate(() => document.fonts.check('16px "STIX Two Math"'));
    expect(isMathFont).toBe(true);
  });
});
