/** A real browser on a served site, for the tests of what happens in a page. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium } from "../../src/io/chromium.ts";
import type { BuiltSite } from "../../src/io/site-links.ts";
import { startStaticServer, type StaticServer } from "../../src/io/static-server.ts";

/** Opens pages of one served site; what the pages complain about is collected. */
export interface Visit {
  /** Opens a page in a context of its own, closed after the test; `address` is below the base. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
  /**
   * Errors on the console, failed requests, requests to other hosts, and what the pages' own
   * Content-Security-Policy has blocked, of the current test.
   */
  readonly complaints: readonly string[];
  /** Address of the site's home page. */
  readonly home: () => string;
}

/** Serves a built site and starts a browser for the tests of the calling file. */
export function visit(site: BuiltSite): Visit {
  let server: StaticServer;
  let browser: Browser;
  const complaints: string[] = [];
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    server = await startStaticServer({ ...site, port: 0 });
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
    complaints.length = 0;
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  return {
    complaints,
    home: () => server.url,
    open: async (address, options = {}) => {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(60_000);
      closers.push(() => context.close());
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (violation) => {
          console.error(`blocked: ${violation.effectiveDirective} ${violation.blockedURI}`);
        });
      });
      // A browser without service workers: what a page asks for comes from the server, in every test.
      await context.addInitScript("delete Navigator.prototype.serviceWorker");
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url())) {
          complaints.push(`asked elsewhere: ${request.url()}`);
        }
      });
      await page.goto(server.url + address, { waitUntil: "load" });
      return page;
    },
  };
}
