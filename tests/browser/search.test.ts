import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";

const { atRoot, underBase } = inject("sites");

const title = "Quiet-STaR: Language Models Can Teach Themselves to Think Before Speaking";
const paper = "papers/quiet-star-language-models-can-teach-themselves-to-think-before-speaking/";

describe.each([
  ["/", atRoot],
  ["/some/base/", underBase],
])("search under %s", (_base, site) => {
  const { open, home, complaints } = visit(site);

  it("finds a paper by words of its title as one types, and opens it", async () => {
    const page = await open("search/");
    await page.locator("main input[name=q]").pressSequentially("quiet star teach themselves");
    const link = page.locator("[data-results] li h2 a").first();
    await link.waitFor();
    expect(await link.textContent()).toBe(title);
    await page
      .getByRole("status")
      .getByText(/results? for “quiet star teach themselves”/)
      .waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe("quiet star teach themselves");
    await link.click();
    await page.waitForURL(home() + paper);
    expect(await page.locator("h1").textContent()).toBe(title);

    await page.goBack();
    await page.locator("[data-results] li h2 a").first().waitFor();
    expect(await page.locator("main input[name=q]").inputValue()).toBe(
      "quiet star teach themselves",
    );
    expect(complaints).toEqual([]);
  });

  it("answers a query in the address, and marks its words", async () => {
    const page = await open("search/?q=quiet-star+rationales");
    await page.locator("[data-results] li h2 a").first().waitFor();
    expect(await page.locator("[data-results] li h2 a").first().textContent()).toBe(title);
    const marked = await page.locator("[data-results] .search-result mark").allTextContents();
    expect(marked.some((text) => /rationale/i.test(text))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("takes the query of the box in the header", async () => {
    const page = await open("about/");
    await page.locator("header input[name=q]").fill(title);
    await page.locator("header input[name=q]").press("Enter");
    await page.waitForURL(/\/search\/\?q=/);
    await page.getByRole("link", { name: title }).waitFor();
  });

  it("shows more results when asked", async () => {
    const page = await open("search/?q=reinforcement+learning");
    const items = page.locator("[data-results] .search-result");
    await items.nth(19).waitFor();
    expect(await items.count()).toBe(20);
    await page.getByRole("button", { name: "Show 20 more" }).click();
    await items.nth(39).waitFor();
    expect(await items.count()).toBe(40);
    expect(
      await items
        .nth(20)
        .locator("h2 a")
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    expect(new Set(await items.locator("h2 a").allTextContents()).size).toBe(40);
  });

  it.each(["quietstar", "QUIET STAR", '"teach themselves to think"', "quiet star zelikman"])(
    "finds a paper first by %s",
    async (query) => {
      const page = await open(`search/?q=${encodeURIComponent(query)}`);
      const link = page.locator("[data-results] li h2 a").first();
      await link.waitFor();
      expect(await link.textContent()).toBe(title);
      expect(complaints).toEqual([]);
    },
  );

  it.each([
    "2601.21912",
    "https://arxiv.org/abs/2601.21912v2",
    "arXiv:2601.21912",
    "10.48550/arXiv.2601.21912",
    "https://doi.org/10.48550/arXiv.2601.21912",
  ])("leads from %s to the paper alone", async (query) => {
    const page = await open(`search/?q=${encodeURIComponent(query)}`);
    await page.getByRole("status").getByText("1 result for").waitFor();
    const link = page.locator("[data-results] li h2 a");
    expect(await link.textContent()).toMatch(/^ProRAG: Process-Supervised/);
  });

  it("corrects the spelling, says so, and answers what was typed when asked", async () => {
    const page = await open("search/?q=markovain+thinker");
    const status = page.getByRole("status");
    await status.getByText(/^Showing \d+ results? for “markovian thinker”/).waitFor();
    const link = page.locator("[data-results] li h2 a").first();
    expect(await link.textContent()).toBe("The Markovian Thinker");
    await status.getByRole("link", { name: "Search instead for “markovain thinker”" }).click();
    await page.waitForURL(/as-typed/);
    await page
      .getByRole("status")
      .getByText(/^(?:No|\d+) results? for “markovain thinker”/)
      .waitFor();
    await page.goBack();
    await page.getByRole("status").getByText("for “markovian thinker”").waitFor();
    expect(complaints).toEqual([]);
  });

  it("says so when nothing is found", async () => {
    const page = await open("search/?q=ꙮꙮ");
    await page.getByRole("status").getByText("No results for “ꙮꙮ”").waitFor();
    expect(await page.locator("[data-results] .search-result").count()).toBe(0);
  });

  it("says what was tried when nothing is found, and offers what is near", async () => {
    const page = await open("search/?q=markovian+zebra");
    await page.getByRole("status").getByText("No results for “markovian zebra”").waitFor();
    await page.getByText("papers with all of “markovian”, “zebra”").waitFor();
    const shorter = page.locator("[data-advice]").getByRole("link", { name: "markovian" });
    await shorter.click();
    await page.waitForURL(/\?q=markovian$/);
    await page.getByRole("link", { name: "The Markovian Thinker" }).waitFor();
  });

  it("leads with the page of a technique that the query names, and links techniques", async () => {
    const page = await open("search/?q=group+relative+policy+optimization");
    const lead = page.getByRole("list", { name: "Pages of this name" }).getByRole("link");
    await lead.waitFor();
    expect(await lead.textContent()).toBe("GRPO");
    await page.locator(".search-result .chips a").first().waitFor();
    const chip = page.locator(".search-result .chips").getByRole("link", { name: "GRPO" }).first();
    expect(await chip.evaluate((link) => (link as HTMLAnchorElement).href)).toBe(
      await lead.evaluate((link) => (link as HTMLAnchorElement).href),
    );
    await lead.click();
    await page.waitForURL(`${home()}techniques/grpo/`);
  });

  it("offers examples, and what was searched for before until it is forgotten", async () => {
    const page = await open("search/");
    const examples = page.getByRole("region", { name: "For example" });
    const example = examples.getByRole("link").first();
    const query = (await example.textContent()) ?? "";
    await example.click();
    await page.getByRole("status").getByText(`for “${query}”`).waitFor();
    await page.goto(`${home()}search/`);
    const recent = page.getByRole("region", { name: "Recent searches" });
    await recent.getByRole("link", { name: query }).waitFor();
    await recent.getByRole("button", { name: "Forget these" }).click();
    await page.reload();
    await examples.waitFor();
    expect(await recent.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("finds something for every example", async () => {
    const page = await open("search/");
    const links = await page
      .getByRole("region", { name: "For example" })
      .getByRole("link")
      .allTextContents();
    expect(links.length).toBe(5);
    for (const query of links) {
      await page.locator("main input[name=q]").fill(query);
      await page.getByRole("status").getByText(`for “${query}”`).waitFor();
      expect(await page.locator(".search-result").count()).toBeGreaterThan(0);
    }
  });

  it("works where nothing may be stored", async () => {
    const page = await open("about/");
    await page.context().addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    await page.goto(`${home()}search/?q=markovian`);
    await page.getByRole("link", { name: "The Markovian Thinker" }).waitFor();
    await page.goto(`${home()}search/`);
    await page.getByRole("region", { name: "For example" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("says so when the index cannot be loaded, and tries again when asked", async () => {
    const page = await open("search/");
    await page.context().route("**/pagefind/**", (route) => route.abort());
    await page.locator("main input[name=q]").fill("markovian");
    await page.getByRole("status").getByText("could not be loaded").waitFor();
    await page.context().unroute("**/pagefind/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("link", { name: "The Markovian Thinker" }).waitFor();
  });

  it("says that it is the network when there is none", async () => {
    const page = await open("search/");
    await page.context().setOffline(true);
    await page.locator("main input[name=q]").fill("markovian");
    await page.getByRole("status").getByText("You are offline").waitFor();
  });

  it("shows what is typed as text, whatever it is", async () => {
    const page = await open(`search/?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
    await page.getByRole("status").getByText("<img src=x onerror=alert(1)>").waitFor();
    expect(await page.locator("main img").count()).toBe(0);
  });
});
