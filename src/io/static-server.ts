/**
 * Serves a built site as a static host does: folders by their `index.html`, `404.html` for what is
 * not there, everything under the site's base path and nothing above it, text compressed.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { compressedFile } from "./compressed-file.ts";

/** A server that answers. */
export interface StaticServer {
  /** Address of the site's home page, base path included. */
  readonly url: string;
  /** Stops it; open connections are cut. */
  readonly close: () => Promise<void>;
}

/** Why the site cannot be served, in words for the person at the keyboard. */
export class ServeError extends Error {
  override readonly name = "ServeError";
}

/**
 * Serves `dir` under `base` (`/` or `/some/base/`) on `localhost:port`; port 0 takes a free one.
 *
 * @throws {ServeError} when there is no site in `dir` or the port is taken.
 */
export async function startStaticServer(options: {
  readonly dir: string;
  readonly base: string;
  readonly port: number;
}): Promise<StaticServer> {
  const { dir, base, port } = options;
  if (!existsSync(path.join(dir, "index.html"))) {
    throw new ServeError(`There is no built site in ${dir}. Run \`npm run build\` first.`);
  }
  const notFoundPage = path.join(dir, "404.html");
  const notFound = existsSync(notFoundPage) ? readFileSync(notFoundPage) : "Not found";
  const files = sirv(dir, {
    // Files are looked up as they are asked for, so that a new build is served without a restart.
    dev: true,
    setHeaders(response, pathname) {
      // The index is compressed by Pagefind's own means; no general table of types knows its endings.
      if (/\.(?:pf_\w+|pagefind)$/.test(pathname)) {
        response.setHeader("Content-Type", "application/octet-stream");
      }
    },
  });

  const server = createServer((request, response) => {
    const missing = (): void => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(notFound);
    };
    const [pathname = "/", query] = (request.url ?? "/").split("?", 2);
    if (`${pathname}/` === base) {
      response.writeHead(302, { Location: base + (query === undefined ? "" : `?${query}`) });
      response.end();
      return;
    }
    if (!pathname.startsWith(base)) {
      missing();
      return;
    }
    request.url = `/${(request.url ?? "/").slice(base.length)}`;
    const below = request.url.split("?", 1)[0] ?? "/";
    const wantsWhole = request.method === "GET" && request.headers.range === undefined;
    const acceptsGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    void (wantsWhole && acceptsGzip ? compressedFile(dir, below) : Promise.resolve(null))
      .catch(() => null)
      .then((compressed) => {
        if (compressed === null) files(request, response, missing);
        else response.writeHead(200, compressed.headers).end(compressed.body);
      });
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE" ? "is taken" : `cannot be had (${error.code ?? error.message})`;
      const remedy = "Stop the other server, or choose a port: PORT=4322 npm run serve";
      reject(new ServeError(`Port ${String(port)} ${why}. ${remedy}`));
    });
    server.listen(port, "localhost", resolve);
  });

  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://localhost:${String(actualPort)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
