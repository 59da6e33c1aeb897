import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";
import { readCatalogue } from "../setup/catalogue.ts";

const { underBase } = inject("sites");
const { open, complaints } = visit(underBase);
const { papers } = readCatalogue(underBase);

const titles = (page: Page): Promise<string[]> =>
  page.locator("[data-results] .search-result h2 a").allTextContents();

/** Waits until the page says how many results there are. */
const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole("status").getByText(text).waitFor();

const has = (id: string, role?: string) => (paper: (typeof papers)[number]) =>
  paper.techniques.some((tag) => tag.id === id && (role === undefined || tag.role === role));

const ofYear = (year: string) => (paper: (typeof papers)[number]) =>
  paper.published?.value.startsWith(year) === true;

describe("filters of a search", () => {
  it("are read from the address, alone and with a query, with the counts of the catalogue", async () => {
    const page = await open("search/?technique=grpo,dpo&role=core&year=2025");
    const fitting = papers.filter(
      (paper) => (has("grpo", "core")(paper) || has("dpo", "core")(paper)) && ofYear("2025")(paper),
    );
    await says(page, `${String(fitting.length)} of ${String(papers.length)} results`);
    const group = page.getByRole("group", { name: "Years" });
    const otherYear = papers.filter(
      (paper) => (has("grpo", "core")(paper) || has("dpo", "core")(paper)) && ofYear("2026")(paper),
    );
    await group
      .getByRole("checkbox", { name: new RegExp(`^2026\\s*${String(otherYear.length)}$`) })
      .waitFor();

    const all = await open("search/?all=grpo,rlvr");
    const both = papers.filter((paper) => has("grpo")(paper) && has("rlvr")(paper));
    await says(all, `${String(both.length)} of ${String(papers.length)} results`);
    expect((await titles(all)).length).toBe(Math.min(20, both.length));
    expect(complaints).toEqual([]);
  });

  it("narrow a query by keyboard, one entry of the history each, and back again", async () => {
    const page = await open("search/?q=reasoning");
    await says(page, /^\d+ results for “reasoning”$/);
    const before = await titles(page);
    await page.getByRole("button", { name: "Filter and sort" }).focus();
    await page.keyboard.press("Enter");
    const box = page.getByRole("group", { name: "Years" }).getByRole("checkbox", { name: /^2024/ });
    await box.focus();
    await page.keyboard.press("Space");
    await says(page, /^\d+ of \d+ results for “reasoning” with these filters$/);
    expect(new URL(page.url()).search).toBe("?q=reasoning&year=2024");
    const shown = await page.locator("[data-results] .search-result .byline").allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((line) => !line.endsWith("2024"))).toEqual([]);
    await page.goBack();
    await says(page, /^\d+ results for “reasoning”$/);
    expect(await titles(page)).toEqual(before);
    await page.goForward();
    await page.getByRole("button", { name: "Remove filter: 2024" }).press("Enter");
    await says(page, /^\d+ results for “reasoning”$/);
    expect(complaints).toEqual([]);
  });

  it("keep their place while another query is typed, and the text its own entry", async () => {
    const page = await open("search/?q=reasoning&year=2025");
    await says(page, /of \d+ results for “reasoning”/);
    await page.locator("main input[name=q]").fill("policy");
    await says(page, /of \d+ results for “policy”/);
    expect(new URL(page.url()).search).toBe("?q=policy&year=2025");
    await page.goBack();
    await says(page, /of \d+ results for “reasoning”/);
  });

  it("order by date", async () => {
    const page = await open("search/?q=reward+model&sort=newest");
    await says(page, /results for “reward model”/);
    const order = papers.map(({ url }) => new URL(url).pathname);
    const links = page.locator("[data-results] .search-result h2 a");
    const places = (
      await links.evaluateAll((all) =>
        all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      )
    ).map((path) => order.indexOf(path));
    expect(places.length).toBeGreaterThan(5);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await page.getByLabel("Order").inputValue()).toBe("newest");
    await page.getByLabel("Order").selectOption("best match first");
    await page.waitForURL(/\?q=reward\+model$/);
  });

  it("that leave nothing say which one to take back", async () => {
    const page = await open("search/?q=markovian+thinker&year=2024");
    await says(page, "No results for “markovian thinker” with these filters.");
    await page.getByRole("button", { name: "without “2024”" }).click();
    await page.getByRole("link", { name: "The Markovian Thinker" }).waitFor();
    expect(new URL(page.url()).search).toBe("?q=markovian+thinker");
  });

  it("that mean nothing are named and left out", async () => {
    const page = await open("search/?q=markovian+thinker&technique=alchemy");
    await page.getByText("does not know it: technique=alchemy").waitFor();
    expect((await titles(page))[0]).toBe("The Markovian Thinker");
  });

  it.each(["light", "dark"] as const)("are accessible while open in %s", async (colorScheme) => {
    const page = await open("search/?q=reasoning&technique=grpo", {
      colorScheme,
      reducedMotion: "reduce",
    });
    await says(page, /with these filters/);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document)");
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });
});
