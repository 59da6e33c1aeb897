import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";
import { templates } from "../setup/templates.ts";

const { underBase } = inject("sites");
const { open, complaints } = visit(underBase);

/** What axe finds with all of its rules of any level, each with the elements concerned. */
async function violations(page: Page, isForced = false): Promise<string[]> {
  await page.evaluate(axe.source);
  // In forced colors the reader's own are shown, not those that the style sheet gives.
  const rules = { "target-size": { enabled: true }, "color-contrast": { enabled: !isForced } };
  const results = await page.evaluate<axe.AxeResults>(
    `axe.run(document, ${JSON.stringify({ rules })})`,
  );
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.map(({ id, nodes }) =>
    [
      id,
      ...nodes.slice(0, 5).map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 120)}`),
    ].join("\n  "),
  );
}

/** Sum of the layout shifts since the page began: https://w3c.github.io/layout-instability/. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            sum += (entry as PerformanceEntry & { readonly value: number }).value;
          }
        });
        observer.observe({ type: "layout-shift", buffered: true });
        // What has happened is reported before the second frame from now.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve(sum);
          }),
        );
      }),
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

  it("needs no sideways scrolling at 200 % zoom, and hides nothing in forced colors", async () => {
    const page = await open(address, {
      viewport: { width: 640, height: 450 },
      deviceScaleFactor: 2,
      forcedColors: "active",
    });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(640);
    expect(await violations(page, true)).toEqual([]);
  });

  it("does not shift while it loads", async () => {
    const page = await open(address, { viewport: { width: 412, height: 823 } });
    await page.waitForLoadState("networkidle");
    expect(await layoutShift(page)).toBe(0);
  });

  it.each(["light", "dark"] as const)("is accessible in %s", async (colorScheme) => {
    const page = await open(address, { colorScheme, reducedMotion: "reduce" });
    expect(await violations(page)).toEqual([]);
  });
});
