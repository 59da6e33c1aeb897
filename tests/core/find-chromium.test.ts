import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findChromium, NoChromiumError } from "../../src/io/chromium.ts";

const folder = mkdtempSync(path.join(tmpdir(), "browser-"));
const browser = path.join(folder, "my-browser");
writeFileSync(browser, "");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the browser for the tests", () => {
  it("is the one that PAPERSHELF_CHROMIUM names", () => {
    expect(findChromium({ PAPERSHELF_CHROMIUM: browser })).toBe(browser);
  });

  it("is never another than the one named", () => {
    const missing = path.join(folder, "gone");
    expect(() => findChromium({ PAPERSHELF_CHROMIUM: missing })).toThrow(NoChromiumError);
    expect(() => findChromium({ PAPERSHELF_CHROMIUM: missing })).toThrow(missing);
  });
});
