/** Runs queries through the search of a built site, in Chromium, and counts what goes over the wire. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../src/io/chromium.ts";

/** The answer to one query. */
export interface Answered {
  /** Addresses of the first ten, below the site's base. */
  readonly addresses: readonly string[];
  /** What was answered in the place of the query, `null` for the query itself. */
  readonly corrected: string | null;
  /** From the query to five results that can be shown, in milliseconds. */
  readonly milliseconds: number;
}

/** A browser on a built site. */
export interface SearchBrowser {
  /** Opens the search page as on a first visit. */
  readonly visit: () => Promise<Visit>;
  readonly close: () => Promise<void>;
}

/** A visit to the search page, with an empty cache at first. */
export interface Visit {
  readonly ask: (queries: readonly string[]) => Promise<Answered[]>;
  /** Bytes received since the last call, headers included. */
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
}

/** Endings that a static host compresses on the way. */
const compressible = /\.(?:html|js|css|json|svg|txt|xml)$/;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Serves `dir` as a static host does that compresses text, and starts Chromium on it. */
export async function openSearch(dir: string): Promise<SearchBrowser> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = decodeURIComponent(pathname).replace(/\/$/, "/index.html");
    readFile(path.join(dir, path.normalize(name))).then(
      (content) => {
        const compressed = compressible.test(name);
        response.writeHead(200, {
          "Content-Type": types[path.extname(name)] ?? "application/octet-stream",
          "Cache-Control": "max-age=600",
          ...(compressed ? { "Content-Encoding": "gzip" } : {}),
        });
        response.end(compressed ? gzipSync(content) : content);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const browser = await launchChromium();
  return {
    visit: async () =>
      visit(await browser.newContext(), `http://127.0.0.1:${String(port)}/search/`),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  // No service worker: it would fetch the index in the background.
  await context.addInitScript("delete Navigator.prototype.serviceWorker");
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(address, { waitUntil: "load" });
  let received = 0;
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    received += encodedDataLength;
  });
  return {
    ask: (queries) => ask(page, queries),
    bytes: () => {
      const counted = received;
      received = 0;
      return counted;
    },
    close: () => context.close(),
  };
}

/** What the bench needs of `<paper-search>`; see `src/client/`. */
interface Searching {
  readonly engine: {
    find(query: string): Promise<{
      readonly hits: readonly { data(): Promise<{ readonly url: string }> }[];
      readonly corrected: string | null;
    }>;
  };
}

/** Asks the search of an open search page. Of several queries the first ten results, of one the first five. */
export async function ask(page: Page, queries: readonly string[]): Promise<Answered[]> {
  const answers = await page.evaluate(async (all) => {
    const { engine } = document.querySelector("paper-search") as Element & Searching;
    const answered = [];
    for (const query of all) {
      const started = performance.now();
      const { hits, corrected } = await engine.find(query);
      await Promise.all(hits.slice(0, 5).map((hit) => hit.data()));
      const milliseconds = performance.now() - started;
      const pages = await Promise.all(
        hits.slice(0, all.length === 1 ? 5 : 10).map((hit) => hit.data()),
      );
      answered.push({ addresses: pages.map(({ url }) => url), corrected, milliseconds });
    }
    return answered;
  }, queries);
  return answers;
}
