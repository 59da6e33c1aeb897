import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import axe from "axe-core";
import { visit } from "../setup/browser.ts";
import { readCatalogue } from "../setup/catalogue.ts";

const { underBase } = inject("sites");
const { open, home, complaints } = visit(underBase);

const box = "header input[name=q]";

/** The option that Enter would open, as the field names it. */
async function active(page: Page): Promise<string | null> {
  return page.locator(box).evaluate((input) => {
    const id = input.getAttribute("aria-activedescendant");
    return id === null ? null : (document.getElementById(id)?.textContent ?? "nothing");
  });
}

async function typed(page: Page, text: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await page.getByRole("option").first().waitFor();
}

describe("the search box in the header, by keyboard", () => {
  it("offers a technique's page first, then papers, then all results", async () => {
    const page = await open("about/");
    await typed(page, "grpo");
    const combobox = page.getByRole("combobox", { name: "Search papers" });
    expect(await combobox.getAttribute("aria-expanded")).toBe("true");
    const list = page.locator(`#${(await combobox.getAttribute("aria-controls")) ?? "missing"}`);
    expect(await list.getAttribute("role")).toBe("listbox");
    const options = await page.getByRole("option").allTextContents();
    expect(options[0]).toMatch(/^GRPOTechnique · \d+ papers$/);
    expect(options.at(-1)).toMatch(/^All results for “grpo”/);
    expect(options.length).toBeGreaterThan(3);
    await page
      .getByRole("status")
      .getByText(`${String(options.length - 1)} suggestions for “grpo”`)
      .waitFor();

    expect(await active(page)).toBe(null);
    await page.keyboard.press("ArrowUp");
    expect(await active(page)).toMatch(/^All results/);
    await page.keyboard.press("ArrowDown");
    expect(await active(page)).toBe(null);
    await page.keyboard.press("ArrowDown");
    expect(await active(page)).toMatch(/^GRPO/);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${home()}techniques/grpo/`);
    expect(complaints).toEqual([]);
  });

  it("keeps Home and End for the text, closes with Escape, then clears, and is left with Tab", async () => {
    const page = await open("about/");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("self");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    expect(await active(page)).toBe(null);
    await page.keyboard.type("a ");
    expect(await page.locator(box).inputValue()).toBe("a self");
    await page.keyboard.press("End");
    await page.keyboard.type("-play");
    await page.getByRole("option", { name: "All results for “a self-play”" }).waitFor();

    await page.keyboard.press("Escape");
    expect(await page.getByRole("listbox").isVisible()).toBe(false);
    expect(await page.locator(box).getAttribute("aria-expanded")).toBe("false");
    expect(await page.locator(box).inputValue()).toBe("a self-play");
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.locator(box).inputValue()).toBe("");

    await page.keyboard.type("grpo");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Tab");
    expect(await page.getByRole("listbox").isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Search");
  });

  it("leaves / and Ctrl+K to whoever is typing", async () => {
    const page = await open("search/");
    await page.locator("main input[name=q]").focus();
    await page.keyboard.type("a/b");
    expect(await page.locator("main input[name=q]").inputValue()).toBe("a/b");
    await page.locator("main input[name=q]").blur();
    await page.keyboard.press("/");
    expect(await page.evaluate(() => getSelection()?.toString() ?? "")).toBe("a/b");
  });

  it.each(["2601.21912", "https://arxiv.org/pdf/2601.21912v1", "10.48550/arXiv.2601.21912"])(
    "leads from %s to the paper with Enter",
    async (id) => {
      const page = await open("about/");
      await typed(page, id);
      await page.getByRole("option", { name: /^ProRAG/, selected: true }).waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/some\/base\/papers\/prorag[^/]*\/$/);
    },
  );

  it("offers the page of an author who has one", async () => {
    const { papers } = readCatalogue(underBase);
    const names = papers.flatMap(({ authors }) => authors ?? []);
    const name = names.find((each, place) => names.indexOf(each) !== place) ?? "missing";
    const page = await open("about/");
    await typed(page, name.toLowerCase());
    const [author] = await page.getByRole("option", { name: `${name} Author` }).all();
    await author?.click();
    await page.waitForURL(/\/some\/base\/authors\//);
    expect(await page.locator("h1").textContent()).toContain(name);
  });

  it("renders the mathematics of titles", async () => {
    const { papers } = readCatalogue(underBase);
    const paper = papers.find(({ title }) => title.includes("$^2$"));
    const words = paper?.title.split(": ")[1] ?? "missing";
    const page = await open("about/");
    await typed(page, words);
    await page
      .getByRole("option")
      .filter({ has: page.locator("math") })
      .first()
      .waitFor();
  });

  it("loads the search with its first use only", async () => {
    const page = await open("about/");
    await page.waitForLoadState("networkidle");
    const scripts = (): Promise<string[]> =>
      page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .flatMap(({ name }) => /pagefind|suggestions|names/.exec(name)?.[0] ?? []),
      );
    expect(await scripts()).toEqual([]);
    await typed(page, "grpo");
    expect(new Set(await scripts())).toEqual(new Set(["pagefind", "suggestions", "names"]));
  });

  it("leads to the search page with Enter, where the query is answered", async () => {
    const page = await open("about/");
    await typed(page, "markovian");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${home()}search/?q=markovian`);
    await page.getByRole("link", { name: "The Markovian Thinker" }).waitFor();
  });

  it.each(["light", "dark"] as const)("is accessible while open in %s", async (colorScheme) => {
    const page = await open("about/", { colorScheme, reducedMotion: "reduce" });
    await typed(page, "self-play");
    await page.keyboard.press("ArrowDown");
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document)");
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });

  it("shows markup in what is typed as text", async () => {
    const page = await open("about/");
    await page.keyboard.press("/");
    await page.keyboard.type("<img src=x onerror=alert(1)>");
    await page.getByRole("option", { name: /<img src=x/ }).waitFor();
    expect(await page.locator("header img").count()).toBe(0);
  });
});
