import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ServeError, startStaticServer, type StaticServer } from "../../src/io/static-server.ts";

const { underBase } = inject("sites");
let server: StaticServer;

beforeAll(async () => {
  server = await startStaticServer({ ...underBase, port: 0 });
});
afterAll(() => server.close());

describe("static server", () => {
  it("serves pages under the base path", async () => {
    expect(new URL(server.url).pathname).toBe("/some/base/");
    const response = await fetch(`${server.url}papers/`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  it.each([
    ["papers.json", "application/json"],
    ["favicon.svg", "image/svg+xml"],
    ["pagefind/pagefind.js", "text/javascript"],
    ["pagefind/wasm.en.pagefind", "application/octet-stream"],
  ])("says what %s is", async (name, type) => {
    const response = await fetch(server.url + name);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(type);
  });

  it("compresses text for those who accept it, and nothing else", async () => {
    const encodingOf = async (name: string, accepted: string): Promise<string | null> => {
      const response = await fetch(server.url + name, { headers: { "Accept-Encoding": accepted } });
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
      return response.headers.get("content-encoding");
    };
    expect(await encodingOf("papers/", "gzip, br")).toBe("gzip");
    expect(await encodingOf("papers/", "identity")).toBe(null);
    expect(await encodingOf("pagefind/wasm.en.pagefind", "gzip")).toBe(null);
  });

  it.each(["papers/no-such-paper/", "%2e%2e/%2e%2e/package.json", "..%2f..%2fpackage.json"])(
    "answers %s with the page for what is not there",
    async (address) => {
      const response = await fetch(server.url + address);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("</html>");
    },
  );

  it("leads from a folder's name to its page", async () => {
    const response = await fetch(`${server.url}papers?sort=title`, { redirect: "manual" });
    expect(response.status).toBe(301);
    expect(response.headers.get("location")).toBe("/some/base/papers/?sort=title");
  });

  it.each(["gzip", "identity"])(
    "answers, whole or not at all, while the site is built anew (%s)",
    async (encoding) => {
      const parent = mkdtempSync(path.join(os.tmpdir(), "papershelf-"));
      const dir = path.join(parent, "site");
      const fresh = path.join(parent, "fresh");
      const whole = "x".repeat(200_000);
      const build = (): void => {
        mkdirSync(fresh);
        for (const name of ["index.html", "sw.js", "picture.png"])
          writeFileSync(path.join(fresh, name), whole);
        rmSync(dir, { recursive: true, force: true });
        renameSync(fresh, dir);
      };
      build();
      const rebuilt = await startStaticServer({ dir, base: "/", port: 0 });
      const answers = new Set<string>();
      for (let round = 0; round < 150; round += 1) {
        const asked = ["", "sw.js", "picture.png"].map(async (name) => {
          const response = await fetch(rebuilt.url + name, {
            headers: { "Accept-Encoding": encoding },
          });
          const text = await response.text();
          answers.add(response.status === 404 || text === whole ? "well" : `${name}: ${text}`);
        });
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
        build();
        await Promise.all(asked);
      }
      await rebuilt.close();
      rmSync(parent, { recursive: true });
      expect([...answers]).toEqual(["well"]);
    },
  );

  it("has nothing above the base path", async () => {
    const { origin } = new URL(server.url);
    expect((await fetch(`${origin}/papers/`)).status).toBe(404);
    expect((await fetch(`${origin}/some/base`)).url).toBe(server.url);
  });

  it("says what to do when the port is taken, or nothing is built", async () => {
    const port = Number(new URL(server.url).port);
    await expect(startStaticServer({ ...underBase, port })).rejects.toThrow(/taken.*PORT=/);
    await expect(startStaticServer({ dir: "no-such-folder", base: "/", port: 0 })).rejects.toThrow(
      ServeError,
    );
  });
});
