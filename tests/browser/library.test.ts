/** A reader's library: kept, shown, carried over, shared, cleared; and what happens without storage. */
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { visit } from "../setup/browser.ts";
import { readCatalogue } from "../setup/catalogue.ts";
import { unzippedBundle } from "../setup/unzipped-bundle.ts";

const { atRoot, underBase } = inject("sites");
const { open, home, complaints } = visit(underBase);
const { papers } = readCatalogue(underBase);

/** What the tests put on the shelf: titles without TeX, so that they read the same everywhere. */
const [first, second, third] = papers.filter(({ title }) => /^[\w :,-]+$/.test(title));
if (!first || !second || !third) throw new Error("The seeds have too few plain titles.");
const storageKey = "papershelf:1:/some/base/";

const goTo = (page: Page, address: string): Promise<unknown> => page.goto(home() + address);
const shelfOf = (page: Page): Promise<unknown> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "null") as unknown, storageKey);
const titles = (page: Page): Promise<string[]> =>
  page.locator("[data-list] .card-title").allTextContents();

/** Fills the storage with a shelf of three papers: starred, to read, read with a note. */
async function fill(page: Page): Promise<void> {
  const changed = { starred: "2026-01-01T00:00:00.000Z" };
  const shelf = {
    format: "papershelf-library",
    version: 1,
    papers: {
      [first?.id ?? ""]: { starred: true, changed },
      [second?.id ?? ""]: { state: "to-read", changed: { state: changed.starred } },
      [third?.id ?? ""]: {
        state: "read",
        note: "Compare section 4.",
        changed: { note: changed.starred },
      },
    },
  };
  await page.evaluate(
    ([key, text]) => {
      localStorage.setItem(key, text);
    },
    [storageKey, JSON.stringify(shelf)] as const,
  );
}

describe("a paper's page", () => {
  it("keeps star, state and note, and shows them again", async () => {
    const page = await open(`papers/${first.id}/`);
    const star = page.getByRole("button", { name: "Star" });
    await star.click();
    expect(await star.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("radio", { name: "Reading" }).check({ force: true });
    await page.getByLabel("Your note").fill("Read the appendix.");
    await page.getByText("Kept.", { exact: true }).waitFor();

    await page.reload();
    expect(await star.getAttribute("aria-pressed")).toBe("true");
    expect(await page.getByRole("radio", { name: "Reading" }).isChecked()).toBe(true);
    expect(await page.getByLabel("Your note").inputValue()).toBe("Read the appendix.");
    expect(await shelfOf(page)).toMatchObject({
      papers: { [first.id]: { starred: true, state: "reading", title: first.title } },
    });
    expect(complaints).toEqual([]);
  });

  it("keeps a note that was typed just before leaving", async () => {
    const page = await open(`papers/${first.id}/`);
    await page.getByLabel("Your note").pressSequentially("Quick");
    await page.locator(".site-name").click();
    await page.waitForURL(home());
    expect(await shelfOf(page)).toMatchObject({ papers: { [first.id]: { note: "Quick" } } });
  });

  it("follows what another tab does, and undoes none of it", async () => {
    const page = await open(`papers/${first.id}/`);
    const other = await page.context().newPage();
    await goTo(other, `papers/${second.id}/`);
    await other.getByRole("button", { name: "Star" }).click();
    await page.getByRole("button", { name: "Star" }).click();
    await goTo(other, `papers/${first.id}/`);
    expect(await other.getByRole("button", { name: "Star" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    await other.getByRole("button", { name: "Star" }).click();
    await page.locator("shelf-button [aria-pressed=false]").waitFor();
    expect(await shelfOf(page)).toMatchObject({
      papers: { [first.id]: { starred: false }, [second.id]: { starred: true } },
    });
  });

  it("takes along what was kept under an id that the paper had before", async () => {
    const page = await open(`papers/${first.id}/`);
    await page.evaluate(
      ([key, id]) => {
        const papers = { "its-old-name": { starred: true, note: "Old", changed: {} } };
        localStorage.setItem(key, JSON.stringify({ papers }));
        document.body.append(document.createElement("p"));
        for (const part of document.querySelectorAll<HTMLElement>(`[data-paper="${id}"]`)) {
          part.dataset["former"] = "its-old-name";
          part.replaceWith(part);
        }
      },
      [storageKey, first.id] as const,
    );
    await page.locator("shelf-button [aria-pressed=true]").waitFor();
    await page.getByRole("radio", { name: "Reading" }).check({ force: true });
    expect(await shelfOf(page)).toMatchObject({
      papers: { [first.id]: { starred: true, note: "Old", state: "reading" } },
    });
  });

  it("says so when the browser lets nothing be kept, and works on", async () => {
    const page = await open("");
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("No", "SecurityError");
        },
      });
    });
    await goTo(page, `papers/${first.id}/`);
    await page
      .getByRole("status")
      .getByText(/lets the site store nothing/)
      .waitFor();
    const star = page.getByRole("button", { name: "Star" });
    await star.click();
    await page
      .getByRole("alert")
      .getByText(/lets the site store nothing/)
      .waitFor();
    expect(await star.getAttribute("aria-pressed")).toBe("false");
    await goTo(page, "library/");
    await page
      .getByRole("alert")
      .getByText(/lets the site store nothing/)
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it("says so when the storage is full, and loses nothing", async () => {
    const page = await open(`papers/${first.id}/`);
    await fill(page);
    const before = await shelfOf(page);
    await page.evaluate(() => {
      for (let size = 2 ** 22; size > 0; size = Math.floor(size / 2)) {
        try {
          localStorage.setItem(`filler-${String(size)}`, "x".repeat(size));
        } catch {
          // Half of it, then.
        }
      }
    });
    await page.reload();
    await page.getByLabel("Your note").fill("x".repeat(4000));
    await page
      .getByRole("alert")
      .getByText(/is full/)
      .waitFor();
    expect(await shelfOf(page)).toEqual(before);
  });

  it("shifts nothing when the controls come", async () => {
    const page = await open("about/");
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) console.warn(`shift ${JSON.stringify(entry)}`);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await fill(page);
    for (const address of [`papers/${third.id}/`, "papers/"]) {
      await goTo(page, address);
      await page.locator("shelf-button button").first().waitFor();
      await page.waitForTimeout(300);
    }
    expect(complaints).toEqual([]);
  });

  it("shows nothing of it without JavaScript", async () => {
    const page = await open(`papers/${first.id}/`, { javaScriptEnabled: false });
    expect(await page.getByText("In your library").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Star" }).count()).toBe(0);
    await goTo(page, "library/");
    await page.getByText(/library needs JavaScript/).waitFor();
  });
});

describe("the library", () => {
  it("says what it is while it is empty", async () => {
    const page = await open("library/");
    await page.getByText("Nothing is here yet.").waitFor();
    expect(await page.getByRole("button", { name: /Remove everything/ }).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("shows what is kept by its parts and facets, in the address", async () => {
    const page = await open("library/");
    await fill(page);
    await page.reload();
    await page.getByText("3 papers, kept in this browser only.").waitFor();
    await expect.poll(() => titles(page)).toHaveLength(3);
    await page.getByText("Compare section 4.").waitFor();

    await page.getByRole("button", { name: /^To read/ }).click();
    await expect.poll(() => titles(page)).toEqual([second.title]);
    expect(new URL(page.url()).search).toBe("?shelf=to-read");
    await page.goBack();
    await expect.poll(() => titles(page)).toHaveLength(3);

    const [technique] = first.techniques;
    if (technique !== undefined) {
      await goTo(page, `library/?any=${technique.id}`);
      const expected = [first, second, third].filter(({ techniques }) =>
        techniques.some(({ id }) => id === technique.id),
      );
      await expect.poll(() => titles(page)).toEqual(expected.map(({ title }) => title));
    }
    expect(complaints).toEqual([]);
  });

  it("changes a state in place, and lets a star be put back", async () => {
    const page = await open("library/");
    await fill(page);
    await page.reload();
    await page.getByLabel(`How far you are with ${second.title}`).selectOption("read");
    await page.getByRole("button", { name: "Read 2" }).waitFor();
    const star = page.getByRole("button", { name: `Star ${first.title}` });
    await star.click();
    await page.getByText("2 papers, kept in this browser only.").waitFor();
    await star.click();
    await page.getByText("3 papers, kept in this browser only.").waitFor();
    expect(await shelfOf(page)).toMatchObject({ papers: { [second.id]: { state: "read" } } });
  });

  it("goes into a file and comes back from it, adding to what is there", async () => {
    const page = await open("library/");
    await fill(page);
    await page.reload();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export as a file" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("papershelf-library.json");
    const text = readFileSync(await download.path(), "utf8");
    expect(JSON.parse(text)).toEqual(await shelfOf(page));

    const file = path.join(os.tmpdir(), `papershelf-import-${String(process.pid)}.json`);
    writeFileSync(file, text);
    const elsewhere = await open("library/");
    await elsewhere.evaluate(
      ([key, id]) => {
        localStorage.setItem(
          key,
          JSON.stringify({ papers: { [id]: { note: "Mine" }, gone: { starred: true } } }),
        );
      },
      [storageKey, third.id] as const,
    );
    await elsewhere.reload();
    await elsewhere.getByLabel("Import a file").setInputFiles(file);
    await elsewhere.getByText(/3 papers, 2 of them new/).waitFor();
    await elsewhere.getByText("4 papers, kept in this browser only.").waitFor();
    await elsewhere.getByRole("heading", { name: "No longer on this site" }).waitFor();
    await expect.poll(() => titles(elsewhere)).toHaveLength(3);
    expect(await elsewhere.locator(".library-note").allTextContents()).toEqual([
      "Compare section 4.\n\n—\n\nMine",
    ]);

    writeFileSync(file, "no library");
    await elsewhere.getByLabel("Import a file").setInputFiles(file);
    await elsewhere.getByText(/is no exported library, so nothing was changed/).waitFor();
  });

  it("gives BibTeX of what is shown", async () => {
    const page = await open("library/");
    await fill(page);
    await goTo(page, "library/?shelf=read");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "BibTeX of 1 paper" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text.match(/^@misc\{/gm)).toHaveLength(1);
    expect(text).toContain(third.title);
  });

  it("is shared as a link that adds nothing unasked and overwrites nothing", async () => {
    const page = await open("library/");
    await fill(page);
    await page.reload();
    await page.getByRole("button", { name: "Share 3 papers as a link" }).click();
    const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
    expect(link.length - home().length).toBeLessThan(60);
    expect(link).not.toContain("Compare");

    const friend = await open("library/");
    await friend.evaluate(
      ([key, id]) => {
        localStorage.setItem(
          key,
          JSON.stringify({ papers: { [id]: { state: "reading", note: "Hers" } } }),
        );
      },
      [storageKey, third.id] as const,
    );
    await friend.goto(link);
    await friend.reload();
    await friend.getByRole("heading", { name: "Papers shared with you" }).waitFor();
    await friend.getByText("3 papers stand in the link. 1 you have already").waitFor();
    await friend.getByText("1 paper, kept in this browser only.").waitFor();
    await friend.getByRole("button", { name: "Add these to my library" }).click();
    await friend.getByText("3 papers, kept in this browser only.").waitFor();
    expect(await shelfOf(friend)).toMatchObject({
      papers: { [third.id]: { state: "reading", note: "Hers" }, [first.id]: { starred: true } },
    });
    expect(new URL(friend.url()).hash).toBe("");
    expect(complaints).toEqual([]);
  });

  it("is removed only after a question", async () => {
    const page = await open("library/");
    await fill(page);
    await page.reload();
    const dialog = page.getByRole("dialog", { name: "Remove your whole library?" });
    await page.getByRole("button", { name: /Remove everything …/ }).click();
    await dialog.getByText(/3 papers/).waitFor();
    await page.keyboard.press("Escape");
    expect(await shelfOf(page)).not.toBeNull();
    await page.getByRole("button", { name: /Remove everything …/ }).click();
    await dialog.getByRole("button", { name: "Remove everything" }).click();
    await page.getByText("Nothing is here yet.").waitFor();
    expect(await shelfOf(page)).toBeNull();
  });

  it("sets aside what it cannot read", async () => {
    const page = await open("library/");
    await page.evaluate((key) => {
      localStorage.setItem(key, "{broken");
    }, storageKey);
    await goTo(page, `papers/${first.id}/`);
    await page.getByRole("button", { name: "Star" }).click();
    await goTo(page, "library/");
    await page.getByText(/could not be read. It was set aside/).waitFor();
    const kept = await page.evaluate(
      (key) => localStorage.getItem(`${key}:unreadable`),
      storageKey,
    );
    expect(kept).toBe("{broken");
  });

  it("names the papers when their data cannot be loaded", async () => {
    const page = await open("about/");
    await fill(page);
    await page.route("**/papers/data/**", (route) => route.abort());
    await goTo(page, "library/");
    await page.getByText(/by their titles alone/).waitFor();
    expect(await titles(page)).toHaveLength(3);
    await page.getByText("Compare section 4.").waitFor();
  });

  it.each(["light", "dark"] as const)(
    "is accessible in %s, filled and with a link",
    async (colorScheme) => {
      const page = await open("library/", { colorScheme, reducedMotion: "reduce" });
      await fill(page);
      await goTo(page, `library/#papers=${first.id},${second.id}`);
      await page.reload();
      await expect.poll(() => titles(page)).toHaveLength(3);
      await page.getByRole("button", { name: /Share/ }).click();
      for (const state of ["dialog", "page"]) {
        if (state === "page") await page.keyboard.press("Escape");
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document)");
        expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual(
          [],
        );
      }
    },
  );

  it("fits 320 px when it is filled", async () => {
    const page = await open("library/", { viewport: { width: 320, height: 700 } });
    await fill(page);
    await page.reload();
    await expect.poll(() => titles(page)).toHaveLength(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe("reading on", () => {
  it("leads through the newest list, and through the listing one came from", async () => {
    const page = await open(`papers/${first.id}/`);
    const nav = page.getByRole("navigation", { name: "Previous and next paper" });
    expect(await nav.locator("p a").getAttribute("href")).toContain("/lists/");

    await goTo(page, "techniques/grpo/");
    const cards = page.locator(".cards").first().locator(".card-title a");
    const [, middle, last] = await cards.allTextContents();
    await cards.nth(1).click();
    await page.locator("reading-on p a", { hasText: "GRPO" }).waitFor();
    await nav.getByRole("link", { name: /^Next/ }).click();
    await expect.poll(() => page.locator("h1").textContent()).toBe(last);
    await page.locator("reading-on p a", { hasText: "GRPO" }).waitFor();
    await nav.getByRole("link", { name: /^Previous/ }).click();
    await expect.poll(() => page.locator("h1").textContent()).toBe(middle);
    expect(complaints).toEqual([]);
  });
});

describe("citations", () => {
  it("are copied and kept as files", async () => {
    const page = await open(`papers/${first.id}/`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    for (const [summary, ending, start] of [
      ["BibTeX", "bib", "@misc{"],
      ["RIS", "ris", "TY  - UNPB"],
      ["CSL-JSON", "json", "["],
    ] as const) {
      await page.locator("summary", { hasText: summary }).click();
      const block = page.locator("details", { has: page.locator("summary", { hasText: summary }) });
      await block.getByRole("button", { name: "Copy" }).click();
      await block.getByText("Copied.").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.startsWith(start)).toBe(true);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        block.getByRole("button", { name: /Download/ }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
      const kept = readFileSync(await download.path(), "utf8");
      expect(kept.replaceAll("\r\n", "\n")).toBe(copied.replaceAll("\r\n", "\n"));
    }
  });
});

describe("a missing page", () => {
  it("offers a search for the words of its address", async () => {
    const page = await open("papers/quiet-star-language-modls/");
    const link = page.getByRole("link", { name: "Search for “quiet star language modls”" });
    await link.click();
    await page.waitForURL(`${home()}search/?q=quiet+star+language+modls`);
  });
});

describe("from a disk", () => {
  const address = unzippedBundle(underBase);

  it("keeps stars for all pages, exports, cites and takes in a shared link", async () => {
    const page = await open("about/");
    await page.goto(address(`papers/${first.id}/index.html`));
    await page.getByRole("button", { name: "Star" }).click();
    await page.goto(address("library/index.html"));
    await expect.poll(() => titles(page)).toEqual([first.title]);
    for (const [button, start] of [
      ["Export as a file", "{"],
      ["BibTeX of 1 paper", "@misc{"],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: button }).click(),
      ]);
      expect(readFileSync(await download.path(), "utf8").startsWith(start)).toBe(true);
    }
    await page.goto(`${address("library/index.html")}#papers=${second.id}`);
    await page.getByRole("button", { name: "Add these to my library" }).click();
    await page.getByText("2 papers, kept in this browser only.").waitFor();
    await page.locator("[data-list] .card-title a").first().click();
    await page.locator(".paper h1").waitFor();
    await page.getByRole("navigation", { name: "Previous and next paper" }).waitFor();
    await page.locator("reading-on p a", { hasText: "Your library" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  });

  it("says in Firefox that nothing would be kept", async () => {
    const page = await open("about/", { userAgent: "Mozilla/5.0 Gecko/20100101 Firefox/140.0" });
    await page.goto(address("library/index.html"));
    await page
      .getByRole("alert")
      .getByText(/for that page alone/)
      .waitFor();
  });
});

describe("the size of a paper's page", () => {
  it.each([["/", atRoot]] as const)("under %s", async (_base, site) => {
    const { gzipSync } = await import("fflate");
    const size = (file: string): number => gzipSync(readFileSync(path.join(site.dir, file))).length;
    const pages = papers.map(({ id }) => `papers/${id}/index.html`);
    expect(Math.max(...pages.map(size))).toBeLessThan(15_000);
    const html = readFileSync(path.join(site.dir, pages[0] ?? ""), "utf8");
    const scripts = new Set<string>();
    const follow = (file: string): void => {
      if (scripts.has(file)) return;
      scripts.add(file);
      const code = readFileSync(path.join(site.dir, file), "utf8");
      for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) {
        follow(`_astro/${name ?? ""}`);
      }
    };
    for (const [, file] of html.matchAll(/<script type="module" src="\/([^"]+)"/g))
      follow(file ?? "");
    expect(scripts.size).toBeGreaterThan(1);
    expect([...scripts].reduce((sum, file) => sum + size(file), 0)).toBeLessThan(10_000);
  });
});
