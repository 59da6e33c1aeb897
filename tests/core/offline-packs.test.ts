import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packKindOf, packOf, picturesOf } from "../../src/integrations/site-packs.ts";
import { packed, type PackedFile, unpacked } from "../../src/service-worker/pack.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A stream of the bytes in pieces of so many. */
function inPieces(content: Uint8Array<ArrayBuffer>, size: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < content.length; at += size) {
        controller.enqueue(content.subarray(at, at + size));
      }
      controller.close();
    },
  });
}

describe("a pack", () => {
  it("gives back the files, however it comes in", async () => {
    const file = fc.record({
      path: fc.string({ unit: "grapheme" }),
      type: fc.constantFrom("text/html; charset=utf-8", "font/woff2"),
      content: fc.uint8Array({ maxLength: 300 }).map((content) => Uint8Array.from(content)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(file), fc.integer({ min: 1, max: 99 }), async (files, size) => {
        const back: PackedFile[] = [];
        for await (const each of unpacked(inPieces(packed(files), size))) back.push(each);
        expect(back).toEqual(files);
      }),
    );
  });

  it.each([0, 3, 10, 40])("is refused when it is cut off after %d bytes", async (length) => {
    const container = packed([{ path: "a/", type: "text/html", content: bytes("a".repeat(99)) }]);
    const read = async (): Promise<void> => {
      for await (const { path } of unpacked(inPieces(container.slice(0, length), 7))) {
        expect(path).toBe("a/");
      }
    };
    await expect(read()).rejects.toThrow(RangeError);
  });

  it("is named after its contents, and compressed in a way that browsers undo", async () => {
    const file = { path: "a/", type: "text/html", content: bytes("<p>a</p>".repeat(500)) };
    const { pack, content } = packOf("pages", [file]);
    expect(pack.name).toBe(packOf("pages", [{ ...file }]).pack.name);
    expect(pack.name).not.toBe(packOf("pages", [{ ...file, path: "b/" }]).pack.name);
    expect(pack.bytes).toBe(content.length);
    expect(content.length).toBeLessThan(gzipSync(file.content).length + 100);
    const stream = new Response(content as Uint8Array<ArrayBuffer>).body;
    const back: PackedFile[] = [];
    for await (const each of unpacked(
      (stream ?? new ReadableStream()).pipeThrough(new DecompressionStream("gzip")),
    )) {
      back.push(each);
    }
    expect(back).toEqual([file]);
  });
});

describe("what is kept", () => {
  const pictures = new Set(
    picturesOf('<img src="figures/a.png"><link rel=icon href="favicon.svg">'),
  );

  it.each([
    ["shell", "404.html"],
    ["shell", "_astro/Page.css"],
    ["shell", "_astro/inter.woff2"],
    ["shell", "_astro/search.js"],
    ["shell", "favicon.svg"],
    ["shell", "figures/a.png"],
    ["shell", "licenses/inter.txt"],
    ["shell", "manifest.webmanifest"],
    ["index", "pagefind/pagefind.js"],
    ["index", "pagefind/fragment/en_1.pf_fragment"],
    ["papers", "papers/x/index.html"],
    ["pages", "techniques/grpo/index.html"],
    ["pages", "index.html"],
    [null, "papers.json"],
    [null, "techniques/grpo.json"],
    [null, "feed.xml"],
    [null, "cards/papers/x.png"],
    [null, "papershelf-2026-06-18.zip"],
    [null, "robots.txt"],
    [null, "sw.js"],
    [null, "sw/shell.0.pack"],
  ])("%s: %s", (kind, file) => {
    expect(packKindOf(file, pictures)).toBe(kind);
  });
});
