/** The keyboard shortcuts, by keyboard alone. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";

const { underBase } = inject("sites");
const { open, home, complaints } = visit(underBase);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? "");
const searchHasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.matches("input[name=q]") === true);

/** Presses keys one after the other. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe("the keyboard", () => {
  it.each(["/", "Control+k", "Meta+k"])("leads to the search box with %s", async (key) => {
    const page = await open("about/");
    await press(page, key);
    expect(await searchHasFocus(page)).toBe(true);
    expect(await page.locator("header input[name=q]").inputValue()).toBe("");
  });

  it("goes through a list, stars and opens", async () => {
    const page = await open("papers/");
    const titles = await page.locator(".card-title a").allTextContents();
    await press(page, "j");
    expect(await focused(page)).toBe(titles[0]?.trim());
    await press(page, "j", "j", "k");
    expect(await focused(page)).toBe(titles[1]?.trim());
    const outline = await page.evaluate(() => {
      const link = document.activeElement;
      return link === null ? "" : getComputedStyle(link).outlineStyle;
    });
    expect(outline).toBe("solid");
    await press(page, "s");
    expect(await page.locator(".star[aria-pressed=true]").count()).toBe(1);
    await press(page, "o");
    await page.locator(".paper h1").waitFor();
    expect((await page.locator("h1").textContent())?.trim()).toBe(titles[1]?.trim());
    const star = page.locator("main .star");
    expect(await star.getAttribute("aria-pressed")).toBe("true");
    await press(page, "s");
    expect(await star.getAttribute("aria-pressed")).toBe("false");
    expect(complaints).toEqual([]);
  });

  it("opens the focused paper with Enter, and its star is the next stop of Tab", async () => {
    const page = await open("papers/");
    await press(page, "j", "Tab");
    expect(await focused(page)).toBe("Star");
    await press(page, "Space");
    expect(await page.locator(".star[aria-pressed=true]").count()).toBe(1);
    await press(page, "Shift+Tab", "Enter");
    await page.waitForURL(/\/papers\/[^/]+\/$/);
  });

  it("leaves text to those who type it", async () => {
    const page = await open("papers/");
    await page.locator("header input[name=q]").focus();
    await page.keyboard.type("jkos/?");
    expect(await page.locator("header input[name=q]").inputValue()).toBe("jkos/?");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await page.locator(".star[aria-pressed=true]").count()).toBe(0);
    await page.locator("select").first().focus();
    await press(page, "j", "s");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
  });

  it("leaves keys with modifiers to the browser", async () => {
    const page = await open("papers/");
    await press(page, "Alt+j", "Control+j", "Meta+s");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    expect(await page.locator(".star[aria-pressed=true]").count()).toBe(0);
  });

  it("shows all of them, and switches them off for good", async () => {
    const page = await open("papers/");
    await press(page, "?");
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await dialog.waitFor();
    expect(await dialog.locator("dt").count()).toBe(6);
    // What is open keeps the keys to itself.
    await press(page, "j");
    expect(await dialog.evaluate((open) => open.contains(document.activeElement))).toBe(true);
    await dialog.getByRole("switch").focus();
    await press(page, "Space");
    await dialog.getByText("Shortcuts are off in this browser.").waitFor();
    await press(page, "Escape");
    await press(page, "j", "/");
    expect(await searchHasFocus(page)).toBe(false);

    await page.goto(`${home()}techniques/`);
    await press(page, "j", "?");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.getByRole("link", { name: "Keyboard shortcuts" }).focus();
    await press(page, "Enter");
    await dialog.getByRole("switch").focus();
    await press(page, "Space", "Escape", "/");
    expect(await searchHasFocus(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("goes through what a search found, and stars it", async () => {
    const page = await open("search/?q=quiet+star");
    await page.locator(".search-result").nth(1).waitFor();
    await page.locator("h1").click();
    await press(page, "j");
    const first = await page.locator(".search-result h2").first().textContent();
    expect(await focused(page)).toBe(first?.trim());
    await press(page, "s");
    expect(await page.locator(".search-result .star[aria-pressed=true]").count()).toBe(1);
    await press(page, "o");
    await page.locator(".paper h1").waitFor();
    expect(await page.locator("main .star").getAttribute("aria-pressed")).toBe("true");
    // A technique among the results has no star.
    await page.goto(`${home()}search/?q=reward+design`);
    const technique = page.locator(".search-result").filter({ hasText: "Technique" });
    await technique.first().waitFor();
    expect(await technique.locator(".star").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("goes through techniques and the library, too", async () => {
    const page = await open("papers/");
    await press(page, "j", "s", "j", "s");
    await page.goto(`${home()}library/`);
    await page.locator("[data-list] .card").nth(1).waitFor();
    await press(page, "j", "j");
    const second = await page.locator("[data-list] .card-title").nth(1).textContent();
    expect(await focused(page)).toBe(second?.trim());
  });

  it.each(["light", "dark"] as const)("has an accessible dialog in %s", async (colorScheme) => {
    const page = await open("about/", { colorScheme, reducedMotion: "reduce" });
    await press(page, "?");
    await page.getByRole("dialog").waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document)");
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });
});
