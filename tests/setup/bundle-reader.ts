/** A reader of an unzipped bundle: pages in a browser that may ask for nothing but the disk. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium } from "../../src/io/chromium.ts";

/** Opens pages of a bundle; what the pages complain about is collected. */
export interface BundleReader {
  /** An empty page in a context of its own, closed after the test. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /**
   * Errors and words on the console, failed requests and requests that leave the disk, of the
   * current test.
   */
  readonly complaints: readonly string[];
}

/** Starts a browser for the tests of the calling block. */
export function bundleReader(): BundleReader {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    complaints.length = 0;
  });
  afterAll(async () => {
    await browser.close();
  });

  return {
    complaints,
    newPage: async (options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on("requestfailed", (request) => {
        // A page that is left before its icon has come cuts that request off; nothing is missing.
        if (request.failure()?.errorText === "net::ERR_ABORTED") return;
        complaints.push(`failed: ${request.url()}`);
      });
      page.on("request", (request) => {
        if (!/^(?:file|data|blob):/.test(request.url())) complaints.push(`asked: ${request.url()}`);
      });
      return page;
    },
  };
}

/** Links of the first ten results of each query, typed on an open search page: absolute addresses. */
export async function firstResults(page: Page, queries: readonly string[]): Promise<string[][]> {
  const found: string[][] = [];
  for (const query of queries) {
    await page.locator("main input[name=q]").fill(query);
    await page.getByRole("status").getByText(`for “${query}”`).waitFor();
    const results = page.locator("[data-results] .search-result");
    found.push(
      await results.evaluateAll((all) =>
        all.slice(0, 10).flatMap((result) => [...result.querySelectorAll("a")].map((a) => a.href)),
      ),
    );
  }
  return found;
}
