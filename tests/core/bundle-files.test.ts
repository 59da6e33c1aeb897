import { runInNewContext } from "node:vm";
import { gzipSync, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { archive } from "../../src/bundle/archive.ts";
import { bundleFiles } from "../../src/bundle/bundle.ts";
import { bundleFileName, isBundle } from "../../src/core/export/bundle-name.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const bundle = (
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<ReadonlyMap<string, Uint8Array>> =>
  bundleFiles(
    {
      origin: "https://shelf.example.org",
      base: "/",
      files: new Map(
        Object.entries(files).map(([path, content]) => [
          path,
          typeof content === "string" ? encode(content) : content,
        ]),
      ),
    },
    "runtime",
  );

/** Runs a script of the bundle; what it hands over. */
function handedOver(script: string): unknown {
  let content: unknown;
  const take = (given: unknown): void => {
    content = given;
  };
  const offline = { text: take, exports: take, base64: (text: string) => (content = atob(text)) };
  const document = { currentScript: { src: "file:///shelf/pagefind/pagefind.js" } };
  runInNewContext(script, { papershelfOffline: offline, document });
  return content;
}

describe("the files of a bundle", () => {
  it("leave out what is for hosts and crawlers, and earlier bundles", async () => {
    const files = await bundle({
      "index.html": "<p>",
      "404.html": "<p>",
      "robots.txt": "x",
      "sitemap-1.xml": "x",
      "site.webmanifest": "{}",
      "papershelf-2026-06-18.zip": "x",
      "papers.json": "{}",
    });
    expect([...files.keys()]).toEqual(["index.html", "papers.json"]);
  });

  it("hold each different script once, with what it imports", async () => {
    const module = (name: string): string =>
      `<script type="module" src="/_astro/${name}"></script>`;
    const files = await bundle({
      "index.html": module("a.js") + module("b.js"),
      "x/index.html": module("a.js"),
      "_astro/a.js": 'import { word } from "./c.js"; globalThis.said = word + import.meta.url;',
      "_astro/b.js": 'globalThis.asked = () => import(document.title); fetch("/x");',
      "_astro/c.js": 'export const word = "heard ";',
    });
    const scripts = [...files.keys()].filter((path) => path.endsWith(".js"));
    expect(scripts).toHaveLength(3);
    expect(decode(files.get("offline/offline.js"))).toBe("runtime");
    const code = scripts.map((path) => decode(files.get(path)));
    expect(code.some((text) => text.includes('"heard "'))).toBe(true);
    for (const text of code) expect(text).not.toMatch(/\bimport\b|\bexport\b|(?<!\.)\bfetch\(/);
  });

  it("say which import leads nowhere", async () => {
    await expect(
      bundle({ "index.html": '<script type="module">import "/_astro/gone.js";</script>' }),
    ).rejects.toThrow("index.html imports _astro/gone.js, which was not built.");
  });

  it("hold the index as scripts that hand over the same bytes", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const files = await bundle({
      "pagefind/index/a.pf_index": bytes,
      "pagefind/entry.json": '{"a":"\u2028"}',
    });
    expect(handedOver(decode(files.get("pagefind/index/a.pf_index.js")))).toBe(
      String.fromCharCode(...bytes),
    );
    expect(handedOver(decode(files.get("pagefind/entry.json.js")))).toBe('{"a":"\u2028"}');
    expect([...files.keys()]).not.toContain("pagefind/index/a.pf_index");
  });

  it("lead from results to files, one to a fragment or many", async () => {
    const fragment = (value: object): Uint8Array =>
      gzipSync(encode(`pagefind_dcd${JSON.stringify(value)}`));
    const files = await bundle({
      "pagefind/fragment/one.pf_fragment": fragment({ url: "/papers/a/", content: "ü" }),
      "pagefind/fragment/two.pf_fragment": fragment({
        x: { url: "/papers/a/#b" },
        y: { url: "/" },
      }),
    });
    expect(handedOver(decode(files.get("pagefind/fragment/one.pf_fragment.js")))).toBe(
      'pagefind_dcd{"url":"/papers/a/index.html","content":"ü"}',
    );
    expect(handedOver(decode(files.get("pagefind/fragment/two.pf_fragment.js")))).toBe(
      'pagefind_dcd{"x":{"url":"/papers/a/index.html#b"},"y":{"url":"/index.html"}}',
    );
  });

  it("hold the search engine as a script that hands over its functions", async () => {
    const files = await bundle({
      "pagefind/pagefind.js":
        "const here=()=>import.meta.url;const worker=()=>typeof Worker;export{here,worker};",
      "pagefind/pagefind-worker.js": "x",
    });
    const engine = handedOver(decode(files.get("pagefind/pagefind.js"))) as Readonly<
      Record<string, () => unknown>
    >;
    expect(engine["here"]?.()).toBe("file:///shelf/pagefind/pagefind.js");
    expect(engine["worker"]?.()).toBe("undefined");
    expect([...files.keys()]).toEqual(["pagefind/pagefind.js"]);
  });
});

describe("the zip", () => {
  it("is the same for the same files, in whatever order they come", () => {
    const files = [
      ["b/index.html", encode("b")],
      ["a ü.txt", encode("a".repeat(1000))],
    ] as const;
    const zip = archive(new Map(files));
    expect(archive(new Map([...files].reverse()))).toEqual(zip);
    expect(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, decode(bytes)])).toEqual([
      ["a ü.txt", "a".repeat(1000)],
      ["b/index.html", "b"],
    ]);
  });

  it("is named after the newest list", () => {
    const dated = (...dates: (string | null)[]): string =>
      bundleFileName(dates.map((date) => ({ date })));
    expect(dated("2026-06-18", null, "2026-05")).toBe("papershelf-2026-06-18.zip");
    expect(dated(null)).toBe("papershelf.zip");
    expect([dated("2026"), dated(), "papers.zip"].map(isBundle)).toEqual([true, true, false]);
  });
});
