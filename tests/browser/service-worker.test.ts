import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { writeSearchIndex } from "../../src/integrations/search-index.ts";
import { retiringWorker, writeServiceWorker } from "../../src/integrations/service-worker.ts";
import { launchChromium } from "../../src/io/chromium.ts";
import { startStaticServer, type StaticServer } from "../../src/io/static-server.ts";

const { underBase } = inject("sites");
const { base } = underBase;

const parent = mkdtempSync(path.join(os.tmpdir(), "papershelf-"));
/** What the server shows. */
const live = path.join(parent, "live");
/** The second version: a paper has another title, on its pages and in the index. */
const second = path.join(parent, "second");
const firstTitle = "The Markovian Thinker";
const secondTitle = "The Markovian Dreamer";
const paper = "papers/the-markovian-thinker/";

let browser: Browser;
let server: StaticServer;
let context: BrowserContext;
const complaints: string[] = [];

/** Puts a version on the server in the place of the one that is there, whole, as hosts do. */
function deploy(dir: string): void {
  const next = path.join(parent, "next");
  cpSync(dir, next, { recursive: true });
  rmSync(live, { recursive: true, force: true });
  renameSync(next, live);
}

beforeAll(async () => {
  cpSync(underBase.dir, second, { recursive: true });
  for (const entry of readdirSync(second, { recursive: true, withFileTypes: true })) {
    if (!/\.html$|^papers\.json$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, "utf8");
    if (text.includes(firstTitle)) writeFileSync(file, text.replaceAll(firstTitle, secondTitle));
  }
  await writeSearchIndex(second);
  await writeServiceWorker({ dir: second, base });
  browser = await launchChromium();
});
beforeEach(async () => {
  complaints.length = 0;
  deploy(underBase.dir);
  server = await startStaticServer({ dir: live, base, port: 0 });
  context = await browser.newContext();
  context.setDefaultTimeout(60_000);
});
afterEach(async () => {
  await context.close();
  await server.close();
});
afterAll(async () => {
  await browser.close();
  rmSync(parent, { recursive: true, force: true });
});

/** A new tab whose errors are collected. */
async function tab(): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  return page;
}

/** Opens the home page, and waits until the worker answers for the site. */
async function firstVisit(): Promise<Page> {
  const page = await tab();
  await page.goto(server.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  return page;
}

async function cutNetwork(): Promise<void> {
  await context.setOffline(true);
  await server.close();
}

/** Does something while there is no server; the next one is at the same address. */
async function withoutServer(work: () => Promise<void>): Promise<void> {
  await server.close();
  await work();
  server = await startStaticServer({ dir: live, base, port: Number(new URL(server.url).port) });
}

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/** Titles of the first result of a query, asked on the search page. */
async function firstResult(page: Page, query: string): Promise<string | null> {
  await page.goto(`${server.url}search/?q=${encodeURIComponent(query)}`);
  const link = page.locator("[data-results] li a").first();
  await link.waitFor();
  return link.textContent();
}

it("shows everything without network after one visit", async () => {
  const page = await firstVisit();
  await cutNetwork();

  await page.reload();
  expect(await page.title()).toContain("Papershelf");
  const typefaces = await page.evaluate(async () => {
    const faces = await document.fonts.ready;
    return [...faces].filter(({ status }) => status === "loaded").map(({ family }) => family);
  });
  expect(typefaces).toEqual(expect.arrayContaining(["Source Serif 4", "Inter"]));
  await page.getByRole("status").getByText("You are offline").waitFor();

  await page.goto(server.url + paper);
  expect(await page.locator("h1").textContent()).toBe(firstTitle);
  await page.goto(`${server.url}techniques/grpo/`);
  expect(await page.locator("h1").textContent()).toContain("GRPO");
  // A host adds the slash; without one the worker does.
  await page.goto(`${server.url}lists?from=a-link`);
  expect(page.url()).toBe(`${server.url}lists/?from=a-link`);

  expect(await firstResult(page, "quiet star rationales")).toMatch(/^Quiet-STaR/);
  expect(await firstResult(page, "markovain thinker")).toBe(firstTitle);
  await page.getByRole("status").getByText("for “markovian thinker”").waitFor();
  const status = await page.evaluate(
    async (address) => (await fetch(address)).status,
    `${server.url}pagefind/pagefind-entry.json?ts=17`,
  );
  expect(status).toBe(200);
  expect(complaints).toEqual([]);

  const lost = await page.goto(`${server.url}papers/no-such-paper/`);
  expect(lost?.status()).toBe(404);
  expect(await page.locator("h1").textContent()).toBe("Not on this shelf");
});

it("comes in few requests, under 3 MB, and the site says how much it is", async () => {
  const packs = readdirSync(path.join(underBase.dir, "sw"));
  expect(packs).toHaveLength(4);
  const bytes = packs
    .map((name) => statSync(path.join(underBase.dir, "sw", name)).size)
    .reduce((sum, size) => sum + size);
  expect(bytes).toBeLessThan(3e6);

  const page = await firstVisit();
  await page.goto(`${server.url}about/`);
  expect(await page.locator("[data-copy-size]").textContent()).toBe(
    `${(bytes / 1e6).toFixed(1)} MB`,
  );
  await page.getByText("is kept in this browser").waitFor();
});

it("has an old tab and a new version live side by side until the tabs are closed", async () => {
  const old = await firstVisit();
  const [names] = [await cacheNames(old)];
  expect(await firstResult(old, "markovian")).toBe(firstTitle);

  deploy(second);
  // What is the same in both versions is not fetched again: it is not even there.
  const shared = readdirSync(path.join(live, "sw")).filter((name) =>
    names.some((cache) => cache.endsWith(name.replace(".pack", ""))),
  );
  expect(shared.map((name) => name.split(".", 1)[0])).toEqual(["shell"]);
  for (const name of shared) rmSync(path.join(live, "sw", name));

  await old.goto(`${server.url}about/`);
  await old.getByRole("status").getByText("A newer version is ready").waitFor();
  expect(await firstResult(old, "markovain thinker")).toBe(firstTitle);
  expect(await firstResult(old, "quiet star zelikman")).toMatch(/^Quiet-STaR/);
  await old.goto(server.url + paper);
  expect(await old.locator("h1").textContent()).toBe(firstTitle);
  expect(complaints).toEqual([]);

  await old.close();
  const heading = async (): Promise<string | null> => {
    const page = await tab();
    await page.goto(server.url + paper);
    const text = await page.locator("h1").textContent();
    if (text === firstTitle) await page.close();
    return text;
  };
  // The old worker goes once no tab is open for a moment: tabs must not follow each other at once.
  await expect.poll(heading, { timeout: 60_000, interval: 1_500 }).toBe(secondTitle);
  const [page] = context.pages();
  if (page === undefined) throw new Error("The tab is gone.");
  expect(await firstResult(page, "markovian")).toBe(secondTitle);
  const kept = await cacheNames(page);
  expect(kept).toHaveLength(4);
  expect(kept.filter((name) => names.includes(name))).toEqual(
    names.filter((name) => name.includes("shell")),
  );
  expect(complaints).toEqual([]);
});

it("takes the new version at once, in all tabs, when the reader asks for it", async () => {
  const one = await firstVisit();
  const other = await tab();
  await other.goto(server.url + paper);
  deploy(second);
  await one.goto(`${server.url}about/`);
  await one.getByRole("button", { name: "Reload now" }).click();
  await other.getByRole("heading", { name: secondTitle, level: 1 }).waitFor();
  expect(await firstResult(one, "markovian")).toBe(secondTitle);
  expect(await cacheNames(one)).toHaveLength(4);
  expect(complaints).toEqual([]);
});

it("keeps nothing of a version that does not come whole", async () => {
  const page = await firstVisit();
  const before = await cacheNames(page);
  deploy(second);
  const pages = readdirSync(path.join(live, "sw")).find((name) => name.startsWith("pages."));
  const file = path.join(live, "sw", pages ?? "missing");
  writeFileSync(file, readFileSync(file).subarray(0, 50_000));
  const failed = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const state = new Promise<string>((resolve) => {
      registration.addEventListener("updatefound", () => {
        const { installing } = registration;
        installing?.addEventListener("statechange", () => {
          resolve(installing.state);
        });
      });
    });
    await registration.update();
    return state;
  });
  expect(failed).toBe("redundant");
  const left = (await cacheNames(page)).filter((name) => !before.includes(name));
  expect(left.filter((name) => name.includes("pages."))).toEqual([]);
  await page.goto(server.url + paper);
  expect(await page.locator("h1").textContent()).toBe(firstTitle);
});

it("keeps what is visited of a large site, and the whole of it on request", async () => {
  await writeServiceWorker({ dir: live, base, limit: 0 });
  const page = await firstVisit();
  const unvisited = `${server.url}techniques/dpo/`;
  await page.goto(server.url + paper);
  expect(await firstResult(page, "markovian")).toBe(firstTitle);
  await withoutServer(async () => {
    expect((await page.goto(server.url))?.status()).toBe(200);
    await page.goto(server.url + paper);
    expect(await page.locator("h1").textContent()).toBe(firstTitle);
    expect(await firstResult(page, "markovian")).toBe(firstTitle);
    expect(complaints).toEqual([]);
    expect((await page.goto(unvisited))?.status()).toBe(404);
  });

  await page.goto(`${server.url}about/`);
  await page.getByRole("button", { name: /^Make available offline \(\d\.\d MB\)$/ }).click();
  await page.getByText("is kept in this browser").waitFor();
  await withoutServer(async () => {
    expect((await page.goto(unvisited))?.status()).toBe(200);
  });

  await page.goto(`${server.url}about/`);
  await page.getByRole("button", { name: "Remove it from this browser" }).click();
  await page.getByText("This browser keeps the pages that you have visited.").waitFor();
  await withoutServer(async () => {
    expect((await page.goto(unvisited))?.status()).toBe(404);
  });
});

it.each([
  ["is retired", retiringWorker],
  ["is no longer there", null],
])("leaves all to the network when the worker %s", async (_what, retiring) => {
  const page = await firstVisit();
  deploy(second);
  const worker = path.join(live, "sw.js");
  if (retiring === null) rmSync(worker);
  else writeFileSync(worker, await retiring());
  // Pages may be reloaded meanwhile, which ends what runs in them.
  const kept = async (): Promise<string[] | null> => {
    try {
      await page.goto(server.url + paper);
      return await cacheNames(page);
    } catch {
      return null;
    }
  };
  await expect.poll(kept, { timeout: 60_000, interval: 500 }).toEqual([]);
  await page.goto(server.url);
  await page.goto(server.url + paper);
  expect(await page.locator("h1").textContent()).toBe(secondTitle);
  expect(await cacheNames(page)).toEqual([]);
});
