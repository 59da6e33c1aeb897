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
