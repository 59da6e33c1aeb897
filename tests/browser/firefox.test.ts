import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startStaticServer } from "../../src/io/static-server.ts";
import { findFirefox, noFirefox } from "../../src/io/firefox.ts";
import { type FirefoxTab, openFirefox } from "../setup/firefox.ts";
import { type UnzippedBundle, unzipBundle } from "../setup/unzipped-bundle.ts";

const { underBase } = inject("sites");
const firefox = findFirefox(process.env);
if (firefox === null) console.warn(noFirefox);

describe.skipIf(firefox === null).each([
  ["the bundle", false],
  ["the packed bundle", true],
])("%s in Firefox, opened from a disk", (_which, packed) => {
  let bundle: UnzippedBundle;
  let tab: FirefoxTab;

  beforeAll(async () => {
    bundle = await unzipBundle(underBase, { packed });
    tab = await openFirefox(firefox ?? "");
  });
  afterAll(async () => {
    await tab.close();
    bundle.remove();
  });

  it("leads from the box on the home page to a paper, in its own type", async () => {
    await tab.goto(bundle.address("index.html"));
    const typefaces = await tab.evaluate(
      "document.fonts.ready.then((faces) => [...faces].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('\"', '')))",
    );
    expect(typefaces).toEqual(expect.arrayContaining(["Source Serif 4", "Inter"]));
    await tab.evaluate(
      "(() => { const box = document.querySelector('main input[name=q]'); box.value = 'quiet star rationales'; box.form.requestSubmit(); })()",
    );
    await tab.until(
      "document.querySelector('[data-results] li a')?.textContent.startsWith('Quiet-STaR')",
    );
    await tab.evaluate("document.querySelector('[data-results] li a').click()");
    await tab.until("document.querySelector('h1')?.textContent.startsWith('Quiet-STaR')");
    expect(tab.complaints).toEqual([]);
  });

  it("corrects the spelling", async () => {
    await tab.goto(`${bundle.address("search/index.html")}?q=markovain+thinker`);
    await tab.until("document.querySelector('[data-results] li a') !== null");
    expect(await tab.evaluate("document.querySelector('[data-results] li a').textContent")).toBe(
      "The Markovian Thinker",
    );
    expect(await tab.evaluate("document.querySelector('main').textContent")).toContain(
      "for “markovian thinker”",
    );
    expect(tab.complaints).toEqual([]);
  });
});

describe.skipIf(firefox === null)("the site in Firefox", () => {
  it("works without network after one visit", async () => {
    const server = await startStaticServer({ ...underBase, port: 0 });
    const tab = await openFirefox(firefox ?? "");
    try {
      await tab.goto(server.url);
      await tab.until("navigator.serviceWorker.controller?.state === 'activated'");
      await server.close();
      await tab.goto(`${server.url}search/?q=markovain+thinker`);
      await tab.until(
        "document.querySelector('[data-results] li a')?.textContent === 'The Markovian Thinker'",
      );
      await tab.evaluate("document.querySelector('[data-results] li a').click()");
      await tab.until("document.querySelector('h1')?.textContent === 'The Markovian Thinker'");
      expect(tab.complaints).toEqual([]);
      await tab.evaluate("console.error('the driver hears this')");
      expect(tab.complaints).toEqual(["error: the driver hears this"]);
    } finally {
      await tab.close();
      await server.close();
    }
  });
});
