/**
 * The service worker: keeps this version of the site in the browser and answers with it. A newer
 * version is fetched beside it, waits until the tabs of this one are closed, and takes over then, or
 * when the reader asks for it. The browser looks for a newer version at every page that is opened.
 */
import { answer, pathOf } from "./answers.ts";
import type { CopyStatus, SiteVersion } from "./contract.ts";
import {
  fetchPack,
  forget,
  hasAll,
  keepVisited,
  NoRoomError,
  removeOld,
  setWish,
  wish,
} from "./copies.ts";
import { retireIfWithdrawn } from "./retiring.ts";
import { worker } from "./scope.ts";

/** Written in by the build. */
declare const papershelfVersion: SiteVersion;
const version = papershelfVersion;
const packs = [version.shell, ...version.others];
const total = packs.reduce((sum, { bytes }) => sum + bytes, 0);

worker.addEventListener("install", (event) => {
  event.waitUntil(install());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

worker.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path === null) return;
  const lasting = (work: Promise<unknown>): void => {
    event.waitUntil(work);
  };
  event.respondWith(answer(version, event.request, path, lasting));
  if (event.request.mode === "navigate") lasting(retireIfWithdrawn());
});

worker.addEventListener("message", (event) => {
  const tell = (status: CopyStatus): void => {
    event.ports[0]?.postMessage(status);
  };
  switch (event.data) {
    case "take-over":
      event.waitUntil(worker.skipWaiting());
      break;
    case "status":
      event.waitUntil(status().then(tell));
      break;
    case "keep":
      event.waitUntil(keep(tell));
      break;
    case "drop":
      event.waitUntil(drop().then(tell));
      break;
  }
});

/**
 * Fetches this version while the earlier one still answers. A file that does not come ends it: the
 * earlier version stays, and the browser tries again at the next page.
 */
async function install(): Promise<void> {
  await fetchPack(version.shell);
  if (!(await wantsAll())) return;
  try {
    for (const pack of version.others) await fetchPack(pack);
  } catch (error) {
    // Two versions may be too much where one is not. This one then asks the network for its pages.
    if (!(error instanceof NoRoomError)) throw error;
  }
}

/** The first worker of a visit serves the pages that are open already; that is all there is of old. */
async function activate(): Promise<void> {
  await removeOld(version);
  await worker.clients.claim();
  if (await hasAll(version)) return;
  // Pages opened before there was a worker were visited, too.
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: false });
  for (const { url } of tabs) {
    const path = pathOf(new Request(url));
    if (path === null) continue;
    const page = await fetch(url).catch(() => null);
    if (page?.ok === true) await keepVisited(path, page).catch(() => undefined);
  }
}

/** Whether the whole site is to be kept: as the reader wished; else when it is small. */
async function wantsAll(): Promise<boolean> {
  const wished = await wish();
  if (wished !== null) return wished === "keep";
  return version.isAutomatic && !savesData();
}

/** Whether the reader has asked the browser to save data (https://wicg.github.io/savedata/). */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

async function status(): Promise<CopyStatus> {
  const isWhole = await hasAll(version);
  return { state: isWhole ? "whole" : "visited-only", done: isWhole ? total : 0, total };
}

/** Fetches the whole site because the reader wants it. */
async function keep(tell: (status: CopyStatus) => void): Promise<void> {
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    tell({ state: "fetching", done: Math.min(done, total), total });
  };
  onBytes(0);
  try {
    await setWish("keep");
    for (const pack of packs) await fetchPack(pack, onBytes);
    await removeOld(version);
    tell(await status());
  } catch (error) {
    tell({ state: error instanceof NoRoomError ? "no-room" : "failed", done, total });
  }
}

async function drop(): Promise<CopyStatus> {
  await setWish("drop");
  await forget(version);
  return status();
}
