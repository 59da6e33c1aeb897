import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { makeBundle } from "../../src/integrations/offline-bundle.ts";
import { readPage } from "../../src/io/page-facts.ts";
import { startStaticServer } from "../../src/io/static-server.ts";
import { bundleReader, firstResults } from "../setup/bundle-reader.ts";
import { readCatalogue } from "../setup/catalogue.ts";
import { type UnzippedBundle, unzipBundle } from "../setup/unzipped-bundle.ts";

const { atRoot, underBase, elsewhere } = inject("sites");

describe.each([
  ["/", atRoot],
  ["/some/base/", underBase],
])("the bundle of a site under %s, opened from a disk", (_base, site) => {
  const { newPage, complaints } = bundleReader();
  let bundle: UnzippedBundle;
  let page: Page;

  const address = (file: string): string => bundle.address(file);

  beforeAll(async () => {
    bundle = await unzipBundle(site);
  });
  beforeEach(async () => {
    page = await newPage();
  });
  afterAll(() => {
    bundle.remove();
  });

  it("leads by links from home to a technique, a paper and back, in its own type", async () => {
    await page.goto(address("index.html"));
    const typefaces = await page.evaluate(async () => {
      const faces = await document.fonts.ready;
      return [...faces].filter(({ status }) => status === "loaded").map(({ family }) => family);
    });
    expect(typefaces).toEqual(expect.arrayContaining(["Source Serif 4", "Inter"]));

    await page.locator("main").getByRole("link", { name: /^GRPO/ }).first().click();
    await page.waitForURL(address("techniques/grpo/index.html"));
    const paper = page.locator("main a[href*='papers/']:not([href*='?'])").first();
    const title = (await paper.textContent()) ?? "";
    await paper.click();
    await page.waitForURL(/\/papers\/[^/]+\/index\.html/);
    expect(await page.locator("h1").textContent()).toBe(title);

    await page.locator("main a[href^='#evidence-']").first().click();
    expect(new URL(page.url()).hash).toMatch(/^#evidence-/);
    await page.locator(".site-name").click();
    await page.waitForURL(address("index.html"));
    expect(complaints).toEqual([]);
  });

  it("finds a paper from the box on the home page, and opens it", async () => {
    await page.goto(address("index.html"));
    await page.locator("main input[name=q]").fill("markovian");
    await page.locator("main input[name=q]").press("Enter");
    await page.waitForURL(`${address("search/index.html")}?q=markovian`);
    await page.getByRole("link", { name: "The Markovian Thinker" }).click();
    await page.waitForURL(address("papers/the-markovian-thinker/index.html"));
    expect(await page.locator("h1").textContent()).toBe("The Markovian Thinker");
    await page.goBack();
    await page.getByRole("link", { name: "The Markovian Thinker" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("finds a paper as one types, and marks the words", async () => {
    await page.goto(address("search/index.html"));
    await page.locator("main input[name=q]").pressSequentially("quiet star rationales");
    const first = page.locator("[data-results] .search-result").first();
    await first.getByRole("link", { name: /^Quiet-STaR/ }).waitFor();
    expect(await first.locator("mark").first().textContent()).not.toBe("");
    expect(new URL(page.url()).searchParams.get("q")).toBe("quiet star rationales");
    expect(complaints).toEqual([]);
  });

  it("suggests in the header's box, with technique and paper, and opens them", async () => {
    await page.goto(address("about/index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type("self-play");
    const technique = page.getByRole("option").first();
    await technique.getByText("Technique").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(address("techniques/self-play/index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type("2601.21912");
    await page.getByRole("option", { name: /^ProRAG/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/papers\/prorag[^/]*\/index\.html$/);
    expect(complaints).toEqual([]);
  });

  it("filters what it found, counts, corrects and sorts", async () => {
    const { papers } = readCatalogue(site);
    const inYear = (year: string): number =>
      papers.filter(({ published }) => published?.value.startsWith(year) === true).length;
    await page.goto(`${address("search/index.html")}?year=2025`);
    await page
      .getByRole("status")
      .getByText(`${String(inYear("2025"))} of `)
      .waitFor();
    const all = page.getByRole("group", { name: "Years" }).getByRole("checkbox", { name: /2026/ });
    await all.check();
    const both = inYear("2025") + inYear("2026");
    await page
      .getByRole("status")
      .getByText(`${String(both)} of `)
      .waitFor();
    expect(new URL(page.url()).searchParams.get("year")).toBe("2025,2026");

    await page.locator("main input[name=q]").fill("markovain thinker");
    await page.getByRole("status").getByText("for “markovian thinker”").waitFor();
    expect(await page.locator(".search-result h2 a").first().textContent()).toBe(
      "The Markovian Thinker",
    );
    await page.getByLabel("Order").selectOption("oldest first");
    await page.waitForURL(/sort=oldest/);
    await page.goBack();
    await page.getByRole("button", { name: "Remove filter: 2025" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("gives the answers that the published site gives", async () => {
    const { papers } = readCatalogue(site);
    const queries = papers
      .filter((_, place) => place % 15 === 0)
      .map(({ title }) =>
        title
          .replace(/[^\w -]/g, "")
          .split(" ")
          .slice(0, 3)
          .join(" ")
          .trim(),
      )
      .concat("policy gradient", "Yue Zhang", "reasonning", "ꙮꙮ");
    const server = await startStaticServer({ ...site, port: 0 });
    try {
      await page.goto(address("search/index.html"));
      const offline = await firstResults(page, queries);
      const hosted = await newPage();
      await hosted.goto(`${server.url}search/`);
      const below = (links: readonly string[], home: string): string[] =>
        links.map((link) => link.slice(home.length).replace(/index\.html$/, ""));
      expect(offline.map((links) => below(links, address("")))).toEqual(
        (await firstResults(hosted, queries)).map((links) => below(links, server.url)),
      );
      expect(offline.flat().length).toBeGreaterThan(queries.length);
    } finally {
      await server.close();
    }
  });

  it("has no address that leads nowhere, to a folder or to the published site", () => {
    const names = new Set(Object.keys(bundle.files));
    const wrong: string[] = [];
    for (const [name, content] of Object.entries(bundle.files)) {
      if (!name.endsWith(".html")) continue;
      const html = new TextDecoder().decode(content);
      for (const { address: to, source } of readPage(html).references) {
        if (/^(?:https?:|mailto:|data:|#|\?)/.test(to)) {
          if (to.startsWith(site.site)) wrong.push(`${name}: ${to}`);
          continue;
        }
        const target = new URL(to, `https://bundle.invalid/${name}`);
        const file = decodeURIComponent(target.pathname.slice(1));
        if (to.startsWith("/") || !names.has(file)) wrong.push(`${name}: ${source} ${to}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(names.size).toBeGreaterThan(300);
  });
});

it("has the same bytes wherever it is made", async () => {
  const [here, there] = [await makeBundle(atRoot), await makeBundle(elsewhere)];
  expect(Buffer.compare(here.zip, there.zip)).toBe(0);
  expect(here.name).toMatch(/^papershelf-\d{4}-\d\d-\d\d\.zip$/);
});
