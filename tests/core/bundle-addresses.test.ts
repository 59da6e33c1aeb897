import { describe, expect, it } from "vitest";
import { portableStyles } from "../../src/bundle/portable-styles.ts";
import { portableAddress, type SiteFiles } from "../../src/bundle/site-files.ts";

const nothing = new Uint8Array();
const site = (base: string): SiteFiles => ({
  origin: "https://shelf.example.org",
  base,
  files: new Map(
    ["index.html", "papers/a/index.html", "papers/a b/index.html", "papers.json"].map((path) => [
      path,
      nothing,
    ]),
  ),
});

describe.each(["/", "/some/base/"])("addresses under %s", (base) => {
  it.each([
    [base, "index.html", "index.html"],
    [base, "papers/a/index.html", "../../index.html"],
    [`${base}papers/a/`, "index.html", "papers/a/index.html"],
    [`${base}papers/a`, "index.html", "papers/a/index.html"],
    [`${base}papers/a/`, "papers/a/index.html", "index.html"],
    [`${base}papers/a/`, "papers/b/index.html", "../a/index.html"],
    [`${base}papers/a/#evidence-1`, "index.html", "papers/a/index.html#evidence-1"],
    [
      `${base}search/?q=a%20b&x=1#top`,
      "papers/a/index.html",
      "../../search/index.html?q=a%20b&x=1#top",
    ],
    [`${base}?q=x`, "papers/a/index.html", "../../index.html?q=x"],
    [`${base}papers.json`, "papers/a/index.html", "../../papers.json"],
    [`${base}papers/a%20b/`, "index.html", "papers/a%20b/index.html"],
    [`${base}papers/a b`, "index.html", "papers/a%20b/index.html"],
    [`https://shelf.example.org${base}papers/a/`, "index.html", "papers/a/index.html"],
    [`//shelf.example.org${base}papers/a/`, "index.html", "papers/a/index.html"],
    ["../b/", "papers/a/index.html", "../b/index.html"],
    [`${base}papers/a/`, "c #1?/index.html", "../papers/a/index.html"],
    [`${base}c%20%231/x/`, "c #1/index.html", "x/index.html"],
    [`${base}x:y/`, "index.html", "./x:y/index.html"],
  ])("%s in %s becomes %s", (address, from, expected) => {
    expect(portableAddress(address, from, site(base))).toBe(expected);
  });

  it.each([
    "",
    "#main",
    "?q=x",
    "mailto:someone@example.org",
    "data:image/gif;base64,R0lGOD",
    "https://arxiv.org/abs/2601.21912",
    "https://shelf.example.org.evil.example/papers/a/",
    "http://[not an address",
  ])("leaves %s alone", (address) => {
    expect(portableAddress(address, "papers/a/index.html", site(base))).toBe(address);
  });
});

it("keeps a folder a folder where a script asks for one", () => {
  expect(portableAddress("/", "papers/a/index.html", site("/"), "folder")).toBe("../../");
  expect(portableAddress("/", "index.html", site("/"), "folder")).toBe("./");
});

it("makes what lies on the same host, but not in this site, absolute", () => {
  expect(portableAddress("/other/", "index.html", site("/some/base/"))).toBe(
    "https://shelf.example.org/other/",
  );
});

it("rewrites the addresses of style sheets, however they are quoted", () => {
  const css = `a{src:url(/_astro/f.woff2)format("woff2"),url( "/_astro/g.woff2" )}b{background:url('data:image/png;base64,AA')}`;
  expect(portableStyles(css, "_astro/page.css", site("/"))).toBe(
    `a{src:url("f.woff2")format("woff2"),url("g.woff2")}b{background:url('data:image/png;base64,AA')}`,
  );
});
