/** The list of papers with its facets, by keyboard alone; without JavaScript; and from a disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeBundle } from "../../src/integrations/offline-bundle.ts";
import { visit } from "../setup/browser.ts";
import { type CataloguePaper, readCatalogue } from "../setup/catalogue.ts";

const { atRoot, underBase } = inject("sites");
const { papers } = readCatalogue(underBase);
const { open, home, complaints } = visit(underBase);

const has = (paper: CataloguePaper, technique: string): boolean =>
  paper.techniques.some(({ id }) => id === technique);

/** Addresses of the papers shown, by id. */
const shown = (page: Page): Promise<string[]> =>
  page
    .locator(".card:visible h2 a")
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).href.split("/").at(-2) ?? ""),
    );

/** The panel, once it stands in the place of the links. */
async function panelOf(page: Page): Promise<Locator> {
  const panel = page.getByRole("region", { name: "Filter" });
  await panel.getByRole("group", { name: "Techniques", exact: true }).waitFor();
  return panel;
}

/** Waits until the status says so many papers. */
const told = (page: Page, number: number): Promise<void> =>
  page
    .getByRole("status")
    .getByText(`${String(number)} of ${String(papers.length)} papers`)
    .waitFor();

/** Goes on by Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<axe.AxeResults>("axe.run(document)");
  return results.violations.map(({ id, nodes }) =>
    [id, ...nodes.slice(0, 5).map(({ html }) => html.slice(0, 160))].join("\n  "),
  );
}

describe("the list of papers", () => {
  it("is chosen from by keyboard: any, all, not; and goes back", async () => {
    const page = await open("papers/");
    const panel = await panelOf(page);
    const first = await shown(page);
    const grpo = panel.getByRole("checkbox", { name: /^GRPO/ });
    await tabTo(page, grpo);
    await page.keyboard.press("Space");
    const anyGrpo = papers.filter((paper) => has(paper, "grpo")).map(({ id }) => id);
    await told(page, anyGrpo.length);
    expect(page.url()).toBe(`${home()}papers/?any=grpo`);
    await expect.poll(() => shown(page)).toEqual(anyGrpo.slice(0, 20));
    expect(await grpo.evaluate((box) => box === document.activeElement)).toBe(true);

    // The way it counts stands right behind it; the arrows change it.
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(`${home()}papers/?all=grpo`);
    const finder = panel.getByRole("searchbox", { name: "Find techniques" });
    await finder.focus();
    await page.keyboard.type("rlhf");
    const rlhf = panel.getByRole("checkbox", { name: /^RLHF/ });
    await tabTo(page, rlhf);
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(`${home()}papers/?all=grpo&not=rlhf`);
    const left = papers.filter((paper) => has(paper, "grpo") && !has(paper, "rlhf"));
    await told(page, left.length);
    const year = panel.getByRole("checkbox", { name: /^2025/ });
    await tabTo(page, year);
    await page.keyboard.press("Space");
    await page.waitForURL(`${home()}papers/?all=grpo&not=rlhf&year=2025`);
    const of2025 = left.filter(({ published }) => published?.value.startsWith("2025"));
    await told(page, of2025.length);
    await expect.poll(() => shown(page)).toEqual(of2025.map(({ id }) => id).slice(0, 20));

    await page.goBack();
    await told(page, left.length);
    expect(await year.isChecked()).toBe(false);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    expect(page.url()).toBe(`${home()}papers/?any=grpo`);
    await told(page, anyGrpo.length);
    await page.goBack();
    await page
      .getByRole("status")
      .getByText(`${String(papers.length)} papers`)
      .waitFor();
    await page.locator("[data-first-page]:visible").waitFor();
    await expect.poll(() => shown(page)).toEqual(first);
    expect(complaints).toEqual([]);
  });

  it("shows what a linked view names, and keeps it over a reload", async () => {
    const page = await open("papers/?all=grpo,dpo&not=rlhf&year=2025");
    const fitting = papers.filter(
      (paper) =>
        has(paper, "grpo") &&
        has(paper, "dpo") &&
        !has(paper, "rlhf") &&
        paper.published?.value.startsWith("2025") === true,
    );
    expect(fitting.length).toBeGreaterThan(0);
    for (const again of [false, true]) {
      if (again) await page.reload();
      await told(page, fitting.length);
      await expect.poll(() => shown(page)).toEqual(fitting.map(({ id }) => id));
      const panel = await panelOf(page);
      expect(await panel.getByRole("checkbox", { name: /^DPO/ }).isChecked()).toBe(true);
      const mode = panel.getByRole("radiogroup", { name: "How RLHF counts" });
      expect(await mode.getByRole("radio", { name: "not" }).isChecked()).toBe(true);
      expect(page.url()).toBe(`${home()}papers/?all=grpo,dpo&not=rlhf&year=2025`);
    }
    expect(complaints).toEqual([]);
  });

  it("takes choices back one by one, and all of them", async () => {
    const page = await open("papers/?any=grpo&year=2026,2025");
    const chosen = page.getByRole("list", { name: "Chosen filters" });
    const remove = chosen.getByRole("button", { name: "Remove filter: any: GRPO" });
    await tabTo(page, remove);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${home()}papers/?year=2026,2025`);
    const next = chosen.getByRole("button", { name: "Remove filter: 2026" });
    await expect.poll(() => next.evaluate((each) => each === document.activeElement)).toBe(true);
    await tabTo(page, page.getByRole("button", { name: "Clear all" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(`${home()}papers/`);
    await page.locator("[data-first-page]:visible").waitFor();
    expect(await chosen.isVisible()).toBe(false);
  });

  it("draws the cards that the site has built", async () => {
    const page = await open("papers/");
    await panelOf(page);
    const cards = page.locator(".card:visible");
    const read = (): Promise<string[]> =>
      cards.evaluateAll((all) =>
        all.slice(0, 20).map((card) =>
          card.outerHTML
            .replace(/>\s+/g, ">")
            .replace(/\s+</g, "<")
            .replace(/ href="[^"]*"/g, "")
            // The stars number themselves as they come onto the page.
            .replace(/ (?:id|aria-labelledby)="[^"]*"/g, "")
            .replace(/ class=""/g, ""),
        ),
      );
    const hrefs = (): Promise<string[]> =>
      cards
        .locator("a")
        .evaluateAll((all) => all.slice(0, 30).map((link) => (link as HTMLAnchorElement).href));
    const [built, builtLinks] = [await read(), await hrefs()];
    // All papers again, in the same order: every list that there is.
    const lists = readCatalogue(underBase).lists.map(({ id }) => id);
    await page.goto(`${home()}papers/?list=${lists.join(",")}`);
    await page.locator("[data-first-page]:not(:visible)").waitFor({ state: "attached" });
    await cards.nth(19).waitFor();
    expect(await read()).toEqual(built);
    expect(await hrefs()).toEqual(builtLinks);
  });

  it("sorts, shows more, and remembers both", async () => {
    const page = await open("papers/");
    await panelOf(page);
    const order = page.getByRole("combobox", { name: "Order" });
    await tabTo(page, order);
    await page.keyboard.type("oldest");
    await page.waitForURL(/sort=oldest/);
    await page.getByRole("status").getByText("oldest first").waitFor();
    const oldest = [...papers].reverse().map(({ id }) => id);
    await expect.poll(() => shown(page)).toEqual(oldest.slice(0, 20));
    await tabTo(page, page.getByRole("button", { name: /^Show 20 more/ }));
    await page.keyboard.press("Enter");
    await page.locator(".card:visible").nth(39).waitFor();
    await expect.poll(() => shown(page)).toEqual(oldest.slice(0, 40));
    expect(
      await page.evaluate(
        () =>
          document.activeElement?.closest("li")?.previousElementSibling?.parentElement?.className,
      ),
    ).toBe("cards");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${home()}papers/${oldest[20] ?? ""}/`);
    await page.goBack();
    await page.locator(".paper-results .card").nth(39).waitFor();
    await expect.poll(() => shown(page)).toEqual(oldest.slice(0, 40));
  });

  it("says which choice to drop when nothing is left", async () => {
    const page = await open("papers/?all=grpo,dpo,tree-search,gui-agents&year=2023");
    await page.getByRole("heading", { name: "No paper fits all of this" }).waitFor();
    await page.goto(`${home()}papers/?all=grpo&year=2023`);
    const way = page.getByRole("button", { name: "without “2023”" });
    await way.waitFor();
    const without = papers.filter((paper) => has(paper, "grpo")).length;
    await page
      .locator(".ways-out li")
      .getByText(`${String(without)} papers`)
      .waitFor();
    await tabTo(page, way);
    await page.keyboard.press("Enter");
    await told(page, without);
    expect(page.url()).toBe(`${home()}papers/?all=grpo`);
  });

  it("says what of an address it does not know, as text", async () => {
    const page = await open(`papers/?any=grpo,${encodeURIComponent("<img src=x>")}`);
    await page
      .getByText("Left out, because this list does not know it: any=<img src=x>.")
      .waitFor();
    await told(page, papers.filter((paper) => has(paper, "grpo")).length);
    expect(await page.locator("main img").count()).toBe(0);
  });

  it("keeps the links when the data is missing, and says so when it is needed", async () => {
    const page = await open("about/");
    await page.context().route("**/papers/data/**", (route) => route.abort());
    await page.goto(`${home()}papers/?any=grpo`);
    await page.getByText("could not be loaded").waitFor();
    await page.getByRole("region", { name: "Filter" }).getByRole("link", { name: /^2025/ }).click();
    await page.waitForURL(`${home()}years/2025/`);

    await page.context().unrouteAll();
    await page.context().route("**/papers/data/facets-*", (route) => route.abort());
    await page.goto(`${home()}papers/`);
    const panel = await panelOf(page);
    await panel.getByRole("checkbox", { name: /^2025/ }).check();
    await page.getByRole("status").getByText("could not be loaded").waitFor();
    await page.context().unrouteAll();
    await panel.getByRole("checkbox", { name: /^2026/ }).check();
    await told(
      page,
      papers.filter(({ published }) => /^202[56]/.test(published?.value ?? "")).length,
    );
  });

  it.each([320, 768, 1440])("moves nothing when it takes over, at %d px", async (width) => {
    const page = await open("about/", { viewport: { width, height: 800 } });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${home()}papers/`, { waitUntil: "networkidle" });
    await page.getByRole("combobox", { name: "Order" }).waitFor();
    const card = page.locator(".card").first();
    await card.waitFor();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
    );
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    );
  });

  it.each(["light", "dark"] as const)(
    "is accessible with all facets open, in %s",
    async (colorScheme) => {
      const page = await open("papers/?any=grpo,dpo&not=rlhf&year=2025", {
        colorScheme,
        reducedMotion: "reduce",
      });
      const panel = await panelOf(page);
      await page.getByRole("status").getByText(" of ").waitFor();
      const more = panel.getByRole("button", { name: /^Show all/ });
      while ((await more.count()) > 0) await more.first().click();
      expect(await panel.getByRole("checkbox").count()).toBeGreaterThan(80);
      expect(await violations(page)).toEqual([]);
      await page.goto(`${home()}papers/?all=grpo&year=2023&area=unheard-of`);
      await page.getByRole("heading", { name: "No paper fits all of this" }).waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );

  it("is a closed disclosure on a narrow screen, and needs no sideways scrolling when open", async () => {
    const page = await open("papers/?any=grpo,dpo&not=rlhf", {
      viewport: { width: 320, height: 640 },
    });
    const panel = page.getByRole("region", { name: "Filter" });
    await panel.getByText("(3 chosen)").waitFor();
    expect(await panel.getByRole("checkbox").first().isVisible()).toBe(false);
    await tabTo(page, panel.locator("summary"));
    await page.keyboard.press("Enter");
    await panel.getByRole("checkbox").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

it("leads to real pages without JavaScript", async () => {
  const page = await open("papers/", { javaScriptEnabled: false });
  const filter = page.getByRole("region", { name: "Filter" });
  await filter.getByRole("link", { name: /^Mathematics/ }).click();
  await page.waitForURL(`${home()}areas/mathematics/`);
  expect(await page.locator("h1").textContent()).toBe("Mathematics");
  const count = papers.filter(({ areas }) => areas.some(({ id }) => id === "mathematics")).length;
  await page.getByText(`${String(count)} papers, newest first`).waitFor();
});

describe("from a disk", () => {
  const parent = mkdtempSync(path.join(os.tmpdir(), "papershelf-"));
  const folder = path.join(parent, "Zug & Zeit #1 ü 100%");
  const files = visit(atRoot);
  beforeAll(async () => {
    const { zip } = await makeBundle(atRoot);
    for (const [name, content] of Object.entries(unzipSync(zip))) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
  });
  afterAll(() => {
    rmSync(parent, { recursive: true, force: true });
  });

  it("filters, keeps the address, and leads to a paper and back", async () => {
    const page = await files.open("about/");
    const list = pathToFileURL(path.join(folder, "papers/index.html")).href;
    await page.goto(`${list}?all=grpo`);
    const withGrpo = papers.filter((paper) => has(paper, "grpo"));
    await told(page, withGrpo.length);
    const panel = await panelOf(page);
    const year = panel.getByRole("checkbox", { name: /^2025/ });
    await tabTo(page, year);
    await page.keyboard.press("Space");
    await page.waitForURL(`${list}?all=grpo&year=2025`);
    const fitting = withGrpo.filter(({ published }) => published?.value.startsWith("2025"));
    await told(page, fitting.length);
    const paper = pathToFileURL(
      path.join(folder, `papers/${fitting[0]?.id ?? ""}/index.html`),
    ).href;
    await page.locator(`.card h2 a[href="${paper}"]`).click();
    await page.waitForURL(paper);
    await page.goBack();
    await told(page, fitting.length);
    await page.locator(".card:visible .chip").first().click();
    await page.waitForURL(/\/techniques\/[a-z-]+\/index\.html$/);
    await page.locator("h1").waitFor();
  });
});
