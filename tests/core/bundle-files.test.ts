import { runInNewContext } from "node:vm";
import { gzipSync, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { archive } from "../../src/bundle/archive.ts";
import { bundleFiles, type BundleScripts } from "../../src/bundle/bundle.ts";
import { packedLists as readLists, packedPages as readPacked } from "../setup/packed-pages.ts";
import { bundleFileName, isBundle } from "../../src/core/export/bundle-name.ts";

const packedLists = (files: Readonly<Record<string, string>>): Map<string, string> =>
  readLists(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encode(text)])));

/** HTML of the packed pages by address, from the text of the bundle's files. */
const packedPages = (files: Readonly<Record<string, string>>): Map<string, string> =>
  readPacked(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encode(text)])));

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const bundle = (
  files: Readonly<Record<string, string | Uint8Array>>,
  scripts: BundleScripts = { runtime: "runtime" },
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
    scripts,
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
      "sw.js": "x",
      "sw/shell.0.pack": "x",
      "papershelf-2026-06-18.zip": "x",
      "papers.json": "{}",
    });
    expect([...files.keys()]).toEqual(["index.html", "papers.json"]);
  });

  it("leave out images that only other sites show", async () => {
    const files = await bundle({
      "index.html":
        '<meta property="og:image" content="/cards/a.png"><img src="/seen.png" alt=""><link rel="stylesheet" href="/a.css">',
      "a.css": "p { background: url(/behind.webp) }",
      "cards/a.png": "x",
      "seen.png": "x",
      "behind.webp": "x",
    });
    expect([...files.keys()]).toEqual(["index.html", "a.css", "seen.png", "behind.webp"]);
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

  it("run a module once that one loaded later imports, too", async () => {
    const files = await bundle({
      "index.html": '<script type="module" src="/_astro/a.js"></script>',
      "_astro/a.js":
        'globalThis.runs = (globalThis.runs ?? 0) + 1; export const word = "a"; globalThis.later = import("./b.js");',
      "_astro/b.js": 'import { word } from "./a.js"; export const said = word + "b";',
    });
    const [, script] = [...files].find(([path]) => /^offline\/(?!offline)/.test(path)) ?? [];
    const page = { document: { currentScript: { src: "x" } }, papershelfOffline: {}, runs: 0 };
    const later: unknown = await runInNewContext(`${decode(script)};later`, page);
    expect(later).toMatchObject({ said: "ab" });
    expect(page.runs).toBe(1);
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

describe("the files of a bundle with packed pages", () => {
  const packed = async (
    files: Readonly<Record<string, string | Uint8Array>>,
  ): Promise<Record<string, string>> => {
    const made = await bundle(files, { runtime: "runtime", page: "draw" });
    return Object.fromEntries([...made].map(([path, bytes]) => [path, decode(bytes)]));
  };

  it("hold entrances as files, and links to what one page draws", async () => {
    const files = await packed({
      "index.html": '<a href="/papers/a/#b">A</a><a href="/papers/?q=x">B</a>',
      "papers/index.html":
        '<x-y data-paper="/papers/a/" data-papers="/papers/" data-base="/" data-data="/papers/data/"></x-y>',
      "papers/data/a.json": "{}",
      "papers/a/index.html": '<a href="?q=1">C</a><a href="../">D</a>',
    });
    expect(files["index.html"]).toBe(
      '<a href="page.html?papers/a/#b">A</a><a href="papers/index.html?q=x">B</a>',
    );
    expect(files["papers/index.html"]).toContain('data-paper="../page.html?papers/a/"');
    expect(files["papers/index.html"]).toContain('data-papers="../page.html?papers/"');
    expect(files["papers/index.html"]).toContain('data-base="../" data-data="data/"');
    expect(Object.keys(files)).not.toContain("papers/a/index.html");
    expect(files["page.html"]).toContain('<script src="offline/page.js">');
    expect(packedPages(files)).toEqual(
      new Map([
        [
          "papers/a/",
          '<a href="page.html?papers/a/&amp;q=1">C</a><a href="papers/index.html">D</a>',
        ],
      ]),
    );
  });

  it("run the scripts of a drawn page from where it is drawn", async () => {
    const files = await packed({
      "papers/a/index.html": '<script type="module" src="/_astro/x.js"></script>',
      "_astro/x.js": "document.title;",
    });
    const script = Object.keys(files).find((path) => files[path]?.includes("document.title"));
    expect(packedPages(files).get("papers/a/")).toBe(
      `<script defer src="offline/offline.js"></script><script defer src="${script ?? ""}"></script>`,
    );
  });

  it("leave exports to the published site, with the links to them", async () => {
    const files = await packed({
      "index.html":
        '<ul><li><a href="/papers.json">Data</a></li><li>B</li></ul><p>See <a class="x" href="/papers.json">data</a>.</p>',
      "papers.json": "{}",
      "pagefind/words/a.json": "[]",
    });
    expect(files["index.html"]).toBe('<ul><li>B</li></ul><p>See <a class="x">data</a>.</p>');
    expect(Object.keys(files)).not.toContain("papers.json");
    expect(Object.keys(files)).toContain("pagefind/words/a.json.js");
  });

  it("hold lists of what pages say with the pages", async () => {
    const long = "A title that is long enough to be told from others";
    const code = (n: number): string =>
      `@misc{n${String(n)},\n  title = "${long} & ${String(n)}"\n}\n`;
    const page = (n: number): string =>
      `<h1>${long} ${String(n)}</h1><pre tabindex="0"><code>${code(n).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}</code></pre>`;
    const cards = JSON.stringify([{ id: "a", title: long }, { id: "b" }, { id: "gone" }]);
    const codes = JSON.stringify([code(1), code(2)]);
    const files = await packed({
      "papers/a/index.html": page(1),
      "papers/b/index.html": page(2),
      "papers/data/cards-0.json": `${cards}\n`,
      "papers/data/bibtex-0.json": codes,
      "papers/data/titles.json": "[1,2,3]",
    });
    expect(Object.keys(files).filter((path) => path.startsWith("papers/"))).toEqual([
      "papers/data/titles.json.js",
    ]);
    expect(packedLists(files)).toEqual(
      new Map([
        ["papers/data/bibtex-0.json", codes],
        ["papers/data/cards-0.json", cards],
      ]),
    );
    expect(packedPages(files).get("papers/b/")).toBe(page(2));
  });

  it("hold an index of a form that is not known as any other file", async () => {
    const files = await packed({ "pagefind/index/a.pf_index": "another form" });
    expect(handedOver(files["pagefind/index/a.pf_index.js"] ?? "")).toBe("another form");
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
