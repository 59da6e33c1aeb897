import { describe, expect, it } from "vitest";
import { type ModuleSource, portablePage } from "../../src/bundle/portable-page.ts";
import { withBundleSize } from "../../src/bundle/size.ts";

const site = {
  origin: "https://shelf.example.org",
  base: "/some/base/",
  files: new Map([
    ["index.html", new Uint8Array()],
    ["pagefind/pagefind.js", new Uint8Array()],
  ]),
};

/** The page of `papers/a/`, and the modules that were asked for. */
function portable(html: string): { html: string; modules: ModuleSource[] } {
  const modules: ModuleSource[] = [];
  const page = portablePage(html, "papers/a/index.html", {
    site,
    runtime: "offline/offline.js",
    classicScript: (source) => {
      modules.push(source);
      return `offline/${String(modules.length)}.js`;
    },
  });
  return { html: page, modules };
}

const inHead = (markup: string): string =>
  `<!doctype html><html><head>${markup}</head><body></body></html>`;
const inBody = (markup: string): string =>
  `<!doctype html><html><head></head><body>${markup}</body></html>`;

describe("a page of the bundle", () => {
  it.each([
    ['<a href="/some/base/search/?q=x&amp;y=1">', '<a href="../../search/index.html?q=x&amp;y=1">'],
    ["<a class=x href=/some/base/ >", '<a class=x href="../../index.html" >'],
    ['<form action="/some/base/search/">', '<form action="../../search/index.html">'],
    ['<img src="/some/base/a.png" alt="">', '<img src="../../a.png" alt="">'],
    [
      '<img srcset="/some/base/a.png 1x, /some/base/b.png 2x">',
      '<img srcset="../../a.png 1x, ../../b.png 2x">',
    ],
    [
      '<svg><use xlink:href="/some/base/i.svg#x"></use></svg>',
      '<svg><use xlink:href="../../i.svg#x"></use></svg>',
    ],
    [
      '<noscript><a href="/some/base/papers/">x</a></noscript>',
      '<noscript><a href="../index.html">x</a></noscript>',
    ],
    [
      '<template><a href="/some/base/papers/">x</a></template>',
      '<template><a href="../index.html">x</a></template>',
    ],
    [
      '<p style="background:url(/some/base/a.png)">',
      '<p style="background:url(&quot;../../a.png&quot;)">',
    ],
    [
      '<x-y data-pagefind="/some/base/pagefind/pagefind.js" data-base="/some/base/">',
      '<x-y data-pagefind="../../pagefind/pagefind.js" data-base="../../">',
    ],
    [
      '<p data-title="/some/base/is a path">href="/some/base/"</p>',
      '<p data-title="/some/base/is a path">href="/some/base/"</p>',
    ],
    [
      '<p data-pagefind-body data-pagefind-meta="title" id=x>a<span hidden data-pagefind-filter="year">1</span> <i hidden data-pagefind-ignore>b</i></p>',
      "<p id=x>a <i hidden>b</i></p>",
    ],
    [
      '<p><a href="/some/base/">a<p>b</a><p>\r\n𝒳<a href="/some/base/">',
      '<p><a href="../../index.html">a<p>b</a><p>\r\n𝒳<a href="../../index.html">',
    ],
    ["<p>a<p data-hosted-only>b <a href='/'>c</a></p>d", "<p>ad"],
  ])("%s becomes %s", (before, after) => {
    expect(portable(inBody(before)).html).toBe(inBody(after));
  });

  it.each([
    '<link rel="canonical" href="https://shelf.example.org/some/base/">',
    '<link rel="preload" as="font" href="/some/base/f.woff2" crossorigin>',
    '<link rel="manifest" href="/some/base/site.webmanifest">',
    '<meta property="og:url" content="https://shelf.example.org/some/base/">',
    '<meta name="twitter:card" content="summary">',
    '<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;">',
    '<script type="application/ld+json">{"url":"https://shelf.example.org/"}</script>',
  ])("does without %s", (markup) => {
    expect(portable(inHead(markup)).html).toBe(inHead(""));
  });

  it("sends on to a file", () => {
    const refresh = (address: string): string =>
      inHead(`<meta http-equiv="refresh" content="0;url=${address}">`);
    expect(portable(refresh("/some/base/papers/b/")).html).toBe(refresh("../b/index.html"));
  });

  it("runs modules as classic scripts, after what they need", () => {
    const { html, modules } = portable(
      inHead(
        '<script type="module">a &amp;&amp; "<b>"</script><script type="module" src="/some/base/_astro/x.js"></script>',
      ),
    );
    expect(html).toBe(
      inHead(
        [1, 2]
          .map((number) => `<script defer src="../../offline/${String(number)}.js"></script>`)
          .join("")
          .replace(/^/, '<script defer src="../../offline/offline.js"></script>'),
      ),
    );
    expect(modules).toEqual([
      { kind: "inline", code: 'a &amp;&amp; "<b>"', page: "papers/a/index.html" },
      { kind: "file", path: "_astro/x.js" },
    ]);
  });

  it("keeps every other byte", () => {
    const html =
      '<!DOCTYPE html>\n<HTML lang=en><p>x &nbsp; <b>y<i>z</b></i><script>a("/")</script>';
    expect(portable(html).html).toBe(html);
  });
});

it("tells the size where a page asks for it, as often as it is told", () => {
  const page = (size: string): string => `<a>Zip, <span data-bundle-size>${size}</span></a>`;
  expect(withBundleSize(page(""), 2_664_826)).toBe(page("2.7 MB"));
  expect(withBundleSize(page("2.7 MB"), 14_000_000)).toBe(page("14.0 MB"));
});
