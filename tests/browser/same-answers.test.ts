import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ask } from "../../scripts/bench-search/browser.ts";
import { queryClasses } from "../../scripts/bench-search/queries.ts";
import type { Catalogue } from "../../src/core/export/catalogue.ts";
import { searchablePapers } from "../../src/integrations/search-index.ts";
import { launchChromium } from "../../src/io/chromium.ts";
import { startStaticServer } from "../../src/io/static-server.ts";
import { readCatalogue } from "../setup/catalogue.ts";
import { unzippedBundle } from "../setup/unzipped-bundle.ts";

const { underBase } = inject("sites");

/** Queries of every class, by a fixed seed, and some that find nothing or too much. */
function queries(): string[] {
  const papers = searchablePapers(readCatalogue(underBase) as unknown as Catalogue);
  const classes = queryClasses(papers, 20, { ambiguous: true, draw: 1 });
  const known = classes.flatMap((each) => each.queries.map(({ query }) => query));
  return ["reinforcement learning", "Yue Zhang", "ꙮꙮ", "the", "reasonning modles", ...known];
}

/** What is found at one of the three places: addresses below the site's home, and the correction. */
async function answers(page: Page, home: string): Promise<unknown[]> {
  await page.waitForFunction(() => customElements.get("paper-search") !== undefined);
  const folder = new URL(home).pathname;
  return (await ask(page, queries())).map(({ addresses, corrected }) => ({
    corrected,
    found: addresses.map((address) => {
      const { pathname } = new URL(address, home);
      expect(pathname.startsWith(folder)).toBe(true);
      return pathname.slice(folder.length).replace(/index\.html$/, "");
    }),
  }));
}

describe("the search", () => {
  let browser: Browser;
  let context: BrowserContext;
  const address = unzippedBundle(underBase);

  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext();
    context.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await browser.close();
  });

  it("answers 200 queries alike hosted, kept in the browser, and from a disk", async () => {
    const server = await startStaticServer({ ...underBase, port: 0 });
    const withoutWorker = await browser.newContext();
    await withoutWorker.addInitScript("delete Navigator.prototype.serviceWorker");
    const hosted = await withoutWorker.newPage();
    await hosted.goto(`${server.url}search/`);
    const expected = await answers(hosted, server.url);
    expect(expected.length).toBeGreaterThanOrEqual(200);
    expect(JSON.stringify(expected).match(/"papers\//g)?.length).toBeGreaterThan(500);

    const kept = await context.newPage();
    await kept.goto(server.url);
    await kept.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await server.close();
    await context.setOffline(true);
    await kept.goto(`${server.url}search/`);
    expect(await answers(kept, server.url)).toEqual(expected);

    const disk = await context.newPage();
    await disk.goto(address("search/index.html"));
    expect(await answers(disk, address(""))).toEqual(expected);
  });
});
