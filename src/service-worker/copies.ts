/**
 * The copies of the site's files in this browser. Each pack has a cache of its own, named after the
 * pack's contents: two versions of the site share what is the same in both, and a version never sees
 * another's files.
 */
import type { Pack, SiteVersion } from "./contract.ts";
import { unpacked } from "./pack.ts";
import { cachePrefix, home } from "./scope.ts";

/** Files that are written at the same time. */
const atOnce = 32;

/** Pages, and what they fetched, that are kept of a site that is not kept whole; the latest ones. */
const visitedLimit = 400;

/** There is not enough room in this browser. */
export class NoRoomError extends Error {
  override readonly name = "NoRoomError";
}

const cacheOf = (pack: Pack): string => `${cachePrefix()}pack ${pack.name}`;
const visitedCache = (): string => `${cachePrefix()}visited`;
/** A cache without files whose presence says what the reader has asked for. */
const wishCache = (wish: "keep" | "drop"): string => `${cachePrefix()}wish ${wish}`;
const addressOf = (path: string): string =>
  new URL(path.split("/").map(encodeURIComponent).join("/"), home()).href;
/** Written last into a pack's cache: a cache without it was cut off half way. */
const wholeMark = (): string => addressOf("sw/whole");

/** What a cache has of an address. To open the cache would make one where there is none. */
const keptIn = (cacheName: string, address: string): Promise<Response | undefined> =>
  caches.match(address, { cacheName });

/** Packs that were seen to be whole; only `forget` makes one less. */
const whole = new Set<string>();

/** Whether all files of a pack are here. */
export async function isWhole(pack: Pack): Promise<boolean> {
  const name = cacheOf(pack);
  if (whole.has(name)) return true;
  if ((await keptIn(name, wholeMark())) === undefined) return false;
  whole.add(name);
  return true;
}

/**
 * Fetches a pack, unless it is here. All of its files are kept or none.
 *
 * @param onBytes told how many more bytes have come over the wire.
 * @throws {NoRoomError} when there is no room for it.
 * @throws {Error} when it cannot be fetched or read.
 */
export async function fetchPack(
  pack: Pack,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<void> {
  // The worker that runs and the one that is being installed may want the same pack.
  await navigator.locks.request(cacheOf(pack), async () => {
    if (await isWhole(pack)) {
      onBytes(pack.bytes);
      return;
    }
    await caches.delete(cacheOf(pack));
    try {
      await expectRoom(pack.unpacked);
      await fill(await caches.open(cacheOf(pack)), pack, onBytes);
    } catch (error) {
      await caches.delete(cacheOf(pack));
      const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
      throw isFull ? new NoRoomError(error.message) : error;
    }
  });
}

async function fill(cache: Cache, pack: Pack, onBytes: (bytes: number) => void): Promise<void> {
  const response = await fetch(addressOf(pack.file), { cache: "no-store" });
  if (!response.ok || response.body === null) {
    throw new Error(`${String(response.status)} for ${response.url}`);
  }
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      onBytes(bytes.length);
      controller.enqueue(bytes);
    },
  });
  const files = unpacked(
    response.body.pipeThrough(counted).pipeThrough(new DecompressionStream("gzip")),
  );
  let writing: Promise<void>[] = [];
  for await (const { path, type, content } of files) {
    const headers = { "Content-Type": type, "Content-Length": String(content.length) };
    writing.push(cache.put(addressOf(path), new Response(content, { headers })));
    if (writing.length < atOnce) continue;
    await Promise.all(writing);
    writing = [];
  }
  await Promise.all(writing);
  await cache.put(wholeMark(), new Response());
}

/** Asks first, so that a browser without room does not fetch the pack again at every visit. */
async function expectRoom(bytes: number): Promise<void> {
  const { quota, usage = 0 } = await navigator.storage.estimate();
  if (quota !== undefined && quota - usage < bytes) {
    throw new NoRoomError(`${String(bytes)} bytes are needed`);
  }
}

/** The file at a path below the base, of this version; `undefined` when it is in no whole pack. */
export async function fileOf(version: SiteVersion, path: string): Promise<Response | undefined> {
  const found = await Promise.all(
    [version.shell, ...version.others].map(async (pack) =>
      (await isWhole(pack)) ? keptIn(cacheOf(pack), addressOf(path)) : undefined,
    ),
  );
  return found.find((response) => response !== undefined);
}

/** Whether the whole site is here. */
export async function hasAll({ shell, others }: SiteVersion): Promise<boolean> {
  return (await Promise.all([shell, ...others].map(isWhole))).every(Boolean);
}

/** What the reader has asked for, `null` when nothing. */
export async function wish(): Promise<"keep" | "drop" | null> {
  if (await caches.has(wishCache("keep"))) return "keep";
  return (await caches.has(wishCache("drop"))) ? "drop" : null;
}

/** Remembers what the reader has asked for. */
export async function setWish(wanted: "keep" | "drop"): Promise<void> {
  await caches.open(wishCache(wanted));
  await caches.delete(wishCache(wanted === "keep" ? "drop" : "keep"));
}

/** Keeps a copy of what was fetched from the network; the oldest ones go. */
export async function keepVisited(path: string, response: Response): Promise<void> {
  const cache = await caches.open(visitedCache());
  await cache.put(addressOf(path), response);
  const kept = await cache.keys();
  for (const oldest of kept.slice(0, Math.max(0, kept.length - visitedLimit))) {
    await cache.delete(oldest);
  }
}

/** The latest copy of what was fetched from the network. */
export function visited(path: string): Promise<Response | undefined> {
  return keptIn(visitedCache(), addressOf(path));
}

/** Removes the pages and the index, and leaves what every page needs. */
export async function forget({ others }: SiteVersion): Promise<void> {
  for (const pack of others) {
    whole.delete(cacheOf(pack));
    await caches.delete(cacheOf(pack));
  }
}

/** Removes all caches of this site that this version has no use for. */
export async function removeOld(version: SiteVersion): Promise<void> {
  const used = new Set([version.shell, ...version.others].map(cacheOf));
  used.add(wishCache("keep")).add(wishCache("drop"));
  if (!(await hasAll(version))) used.add(visitedCache());
  for (const name of await caches.keys()) {
    if (name.startsWith(cachePrefix()) && !used.has(name)) await caches.delete(name);
  }
}
