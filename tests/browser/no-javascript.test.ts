import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";

const { underBase } = inject("sites");
const { open, home } = visit(underBase);

describe("without JavaScript", () => {
  it("leads by links from home to the papers, a paper and its technique", async () => {
    const page = await open("", { javaScriptEnabled: false });
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Papers" })
      .click();
    await page.waitForURL(`${home()}papers/`);

    const card = page.locator(".card", { has: page.locator(".chips a") }).first();
    const title = await card.locator("h2 a").textContent();
    await card.locator("h2 a").click();
    expect(await page.locator("h1").textContent()).toBe(title);

    const technique = page.locator("main a[href*='/techniques/']").first();
    await technique.click();
    await page.waitForURL(/\/some\/base\/techniques\/[^/]+\//);
    await page
      .locator("main")
      .getByRole("link", { name: title ?? "" })
      .first()
      .waitFor();
  });

  it("says on the search page what to do instead", async () => {
    const page = await open("search/?q=anything", { javaScriptEnabled: false });
    await page.getByText(/needs JavaScript/).waitFor();
    await page.locator("noscript a").first().click();
    expect(page.url()).toBe(`${home()}papers/`);
  });
});
