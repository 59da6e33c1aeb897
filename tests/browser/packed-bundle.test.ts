/** The bundle of a large library, tried on the small one: one page draws the pages of many. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { makeBundle } from "../../src/integrations/offline-bundle.ts";
import { type PageFacts, readPage } from "../../src/io/page-facts.ts";
import { startStaticServer } from "../../src/io/static-server.ts";
import { bundleReader, firstResults } from "../setup/bundle-reader.ts";
import { packedPages } from "../setup/packed-pages.ts";
import { type UnzippedBundle, unzipBundle } from "../setup/unzipped-bundle.ts";

const { atRoot, underBase, elsewhere } = inject("sites");

describe.each([
  ["/", atRoot],
  ["/some/base/", underBase],
])("the packed bundle of a site under %s", (_base, site) => {
  const { newPage, complaints } = bundleReader();
  let bundle: UnzippedBundle;
  let pages: ReadonlyMap<string, string>;
  let page: Page;

  beforeAll(async () => {
    bundle = await unzipBundle(site, { packed: true });
    pages = packedPages(bundle.files);
  });
  beforeEach(async () => {
    page = await newPage();
  });
  afterAll(() => {
    bundle.remove();
  });

  it("has every page of the site, packed or as a file", () => {
    const built = readdirSync(site.dir, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("index.html"))
      .map((name) => name.split(path.sep).join("/").slice(0, -"index.html".length));
    const shown = Object.keys(bundle.files)
      .filter((name) => name.endsWith("index.html"))
      .map((name) => name.slice(0, -"index.html".length));
    expect([...pages.keys(), ...shown].sort()).toEqual(built.sort());
    expect(pages.size).toBeGreaterThan(300);
    expect(Object.keys(bundle.files).length).toBeLessThan(150);
  });

  it("has no address that leads nowhere, and no anchor that is not there", () => {
    const facts = new Map<string, PageFacts>();
    for (const [name, html] of pages) facts.set(`page.html?${name}`, readPage(html));
    for (const [name, content] of Object.entries(bundle.files)) {
      if (name.endsWith(".html") && name !== "page.html") {
        facts.set(name, readPage(new TextDecoder().decode(content)));
      }
    }
    const wrong: string[] = [];
    for (const [name, { references }] of facts) {
      for (const { address: to, source } of references) {
        if (/^(?:https?:|mailto:|data:)/.test(to)) {
          if (to.startsWith(site.site)) wrong.push(`${name}: ${to}`);
          continue;
        }
        const target = new URL(to, `https://bundle.invalid/${name}`);
        const file = decodeURIComponent(target.pathname.slice(1));
        const shown = file === "page.html" ? `page.html${target.search.split("&")[0] ?? ""}` : file;
        const ids = facts.get(shown)?.ids;
        const isThere = file === "page.html" ? ids !== undefined : file in bundle.files;
        const id = decodeURIComponent(target.hash.slice(1));
        if (to.startsWith("/") || !isThere) wrong.push(`${name}: ${source} ${to}`);
        else if (id !== "" && ids?.has(id) === false) wrong.push(`${name}: no anchor ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("leads by links from home to a technique, a paper, its proof and back", async () => {
    await page.goto(bundle.address("index.html"));
    await page.locator("main").getByRole("link", { name: /^GRPO/ }).first().click();
    await page.waitForURL(bundle.address("page.html?techniques/grpo/"));
    expect(await page.title()).toMatch(/^GRPO/);
    const paper = page.locator("main .card-title a").first();
    const title = (await paper.textContent()) ?? "";
    await paper.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await paper.click();
    await page.waitForURL(/page\.html\?papers\/[^/]+\/$/);
    expect(await page.locator("h1").textContent()).toBe(title);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.evaluate(() => document.compatMode)).toBe("CSS1Compat");

    const proof = page.locator("main a[href^='#evidence-']").first();
    const id = (await proof.getAttribute("href"))?.slice(1) ?? "";
    await proof.click();
    expect(await page.locator(":target").getAttribute("id")).toBe(id);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(bundle.address("page.html?techniques/grpo/"));
    // A browser comes back to what was in sight, which fonts may have moved by some pixels.
    const moved = (): Promise<number> =>
      page.evaluate((place) => Math.abs(scrollY - place), before);
    await expect.poll(moved).toBeLessThan(50);
    expect(before).toBeGreaterThan(100);
    await page.locator(".site-name").click();
    await page.waitForURL(bundle.address("index.html"));
    expect(complaints).toEqual([]);
  });

  it("opens a page at the anchor that its address names", async () => {
    const [name] = [...pages].find(([, html]) => html.includes('id="evidence-2"')) ?? ["none"];
    await page.goto(bundle.address(`page.html?${name}#evidence-2`));
    expect(await page.locator(":target").getAttribute("id")).toBe("evidence-2");
    expect(await page.locator("h1").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("draws each kind of page whole", async () => {
    const kinds = new Map([...pages.keys()].map((name) => [name.replace(/\/[^/]+/, ""), name]));
    for (const name of new Set([...kinds.values()].slice(0, 12))) {
      await page.goto(bundle.address(`page.html?${name}`));
      // Scripts add buttons, words and ids; what the page itself has must all be there.
      const read = (html: string | null): { title: string; has: string[] } => {
        const of = html === null ? document : new DOMParser().parseFromString(html, "text/html");
        // Links to go on with are the scripts' own affair: the reader may have come from elsewhere.
        for (const other of of.querySelectorAll("reading-on")) other.remove();
        const has = [...of.querySelectorAll("main h1, main a[href], main mark[id]")].map(
          (each) => `${each.tagName} ${each.getAttribute("href") ?? each.id + each.innerHTML}`,
        );
        return { title: of.title, has };
      };
      const expected = await page.evaluate(read, pages.get(name) ?? "");
      const drawn = await page.evaluate(read, null);
      expect(drawn.title).toBe(expected.title);
      expect(drawn.has).toEqual(expect.arrayContaining(expected.has));
      expect(expected.has.length).toBeGreaterThan(1);
    }
    expect(complaints).toEqual([]);
  });

  it("gives the answers that the published site gives, and leads to them", async () => {
    const queries = ["markovian", "quiet star rationales", "reasonning", "Yue Zhang", "ꙮꙮ"];
    const server = await startStaticServer({ ...site, port: 0 });
    try {
      await page.goto(bundle.address("search/index.html"));
      const offline = await firstResults(page, queries);
      const hosted = await newPage();
      await hosted.goto(`${server.url}search/`);
      const online = await firstResults(hosted, queries);
      const below = (link: string, home: string): string => link.slice(home.length);
      expect(
        offline.map((links) => links.map((link) => below(link, bundle.address("page.html?")))),
      ).toEqual(online.map((links) => links.map((link) => below(link, server.url))));
      expect(offline.flat().length).toBeGreaterThan(queries.length);
      await page.locator("main input[name=q]").fill("markovian");
      await page.getByRole("link", { name: "The Markovian Thinker" }).click();
      await page.waitForURL(bundle.address("page.html?papers/the-markovian-thinker/"));
      expect(await page.locator("h1").textContent()).toBe("The Markovian Thinker");
    } finally {
      await server.close();
    }
    expect(complaints.filter((line) => !line.includes(server.url))).toEqual([]);
  });

  it("filters the list of papers, whose cards and chips lead to drawn pages", async () => {
    await page.goto(bundle.address("papers/index.html?all=grpo"));
    await page.getByRole("region", { name: "Filter" }).waitFor();
    const card = page.locator(".card:visible").first();
    await card.locator(".chip", { hasText: /^GRPO$/ }).waitFor();
    const link = card.getByRole("heading").getByRole("link");
    const title = await link.textContent();
    await link.click();
    await page.waitForURL(/page\.html\?papers\/[^/]+\/$/);
    expect(await page.locator("h1").textContent()).toBe(title);
    await page.goBack();
    await card.locator(".chip", { hasText: /^GRPO$/ }).click();
    await page.waitForURL(bundle.address("page.html?techniques/grpo/"));
    expect(complaints).toEqual([]);
  });

  it("says so where a page is not there", async () => {
    await page.goto(bundle.address("page.html?papers/no-such-paper/"));
    expect(await page.locator("h1").textContent()).toBe("Page not found");
    await page.getByRole("link", { name: "Home" }).click();
    await page.waitForURL(bundle.address("index.html"));
  });

  it("says what it needs where scripts do not run", async () => {
    page = await newPage({ javaScriptEnabled: false });
    await page.goto(bundle.address("page.html?papers/the-markovian-thinker/"));
    expect(await page.locator("h1").textContent()).toBe("This page needs JavaScript");
  });
});

it("has the same bytes wherever it is made", { timeout: 300_000 }, async () => {
  const [here, there] = [
    await makeBundle(atRoot, { packed: true }),
    await makeBundle(elsewhere, { packed: true }),
  ];
  expect(Buffer.compare(here.zip, there.zip)).toBe(0);
});
