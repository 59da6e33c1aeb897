/**
 * Answers the requests of pages. What is kept of this version comes first, so that a page and the
 * index it searches always belong together; what is not kept comes from the network.
 */
import type { SiteVersion } from "./contract.ts";
import { fileOf, hasAll, keepVisited, visited } from "./copies.ts";
import { home } from "./scope.ts";

/**
 * The path below the base of a request that this worker answers: reading, of this site, and whole.
 * Queries do not count: no file differs by them, neither `/search/?q=` nor the `?ts=` of Pagefind.
 */
export function pathOf(request: Request): string | null {
  if (request.method !== "GET" || request.headers.has("range")) return null;
  const { origin, pathname } = new URL(request.url);
  const site = new URL(home());
  if (origin !== site.origin || !pathname.startsWith(site.pathname)) return null;
  try {
    const path = decodeURIComponent(pathname.slice(site.pathname.length));
    return path.replace(/(^|\/)index\.html$/, "$1");
  } catch {
    // Not percent-encoded as it should be: for the host to judge.
    return null;
  }
}

/**
 * The answer to a request for `path`.
 *
 * @param lasting given work that goes on after the answer.
 */
export async function answer(
  version: SiteVersion,
  request: Request,
  path: string,
  lasting: (work: Promise<unknown>) => void,
): Promise<Response> {
  const kept = await fileOf(version, path);
  if (kept !== undefined) return kept;
  // Hosts add the slash that the address of a page lacks.
  if (request.mode === "navigate" && (await fileOf(version, `${path}/`)) !== undefined) {
    const address = new URL(request.url);
    address.pathname += "/";
    return Response.redirect(address.href);
  }
  try {
    const fresh = await fetch(request);
    if (isWorthKeeping(request, path, fresh) && !(await hasAll(version))) {
      lasting(keepVisited(path, fresh.clone()).catch(() => undefined));
    }
    return fresh;
  } catch {
    return (await visited(path)) ?? (await nothing(version, request));
  }
}

/** Pages, and what they load; no downloads. */
function isWorthKeeping(request: Request, path: string, response: Response): boolean {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return false;
  return request.mode !== "navigate" || path === "" || path.endsWith("/");
}

/** What stands for a file that is neither kept nor to be had: for a page, the site's own page. */
async function nothing(version: SiteVersion, request: Request): Promise<Response> {
  if (request.mode !== "navigate") return Response.error();
  const page = await fileOf(version, "404.html");
  if (page === undefined) return Response.error();
  return new Response(page.body, { status: 404, headers: page.headers });
}
