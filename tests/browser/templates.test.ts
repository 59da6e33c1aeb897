import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";
import { templates } from "../setup/templates.ts";

const { underBase } = inject("sites");
const { open, complaints } = visit(underBase);

/** What axe finds, each with the elements concerned. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<axe.AxeResults>("axe.run(document)");
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.map(({ id, nodes }) =>
    [
      id,
      ...nodes.slice(0, 5).map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 120)}`),
    ].join("\n  "),
  );
}

describe.each(templates(underBase))("%s", (_name, address) => {
  it("complains of nothing and asks nothing of other hosts", async () => {
    const page = await open(address);
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([]);
  });

  it("needs no sideways scrolling at 320 px", async () => {
    const page = await open(address, { viewport: { width: 320, height: 640 } });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  });

  it.each(["light", "dark"] as const)("is accessible in %s", async (colorScheme) => {
    const page = await open(address, { colorScheme, reducedMotion: "reduce" });
    expect(await violations(page)).toEqual([]);
  });
});
