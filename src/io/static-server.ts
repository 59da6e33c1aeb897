/**
 * Serves a built site as a static host does: folders by their `index.html`, `404.html` for what is
 * not there, everything under the site's base path and nothing above it, text compressed.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { servedFile } from "./served-file.ts";

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

  const server = createServer((request, response) => {
    const missing = (): void => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(notFound);
    };
    const [pathname = "/", query] = (request.url ?? "/").split("?", 2);
    const withSlash = (): void => {
      const Location = `${pathname}/${query === undefined ? "" : `?${query}`}`;
      response.writeHead(301, { Location, "Cache-Control": "no-store" }).end();
    };
    if (`${pathname}/` === base) {
      withSlash();
      return;
    }
    if (!pathname.startsWith(base)) {
      missing();
      return;
    }
    const acceptsGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    void servedFile(dir, `/${pathname.slice(base.length)}`, acceptsGzip).then((found) => {
      if (found === null) missing();
      else if (found === "folder") withSlash();
      else response.writeHead(200, found.headers).end(found.body);
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
