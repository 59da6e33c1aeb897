/** How a worker ends: nothing is kept, nothing is answered, tabs ask the network. */
import { cachePrefix, home, worker } from "./scope.ts";

/** Where the worker is published, below the base path. */
const workerFile = "sw.js";

/** Removes what was kept, unregisters, and reloads the tabs that showed it. */
export async function retire(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix()));
  for (const name of names) await caches.delete(name);
  await worker.registration.unregister();
  // Tabs have shown what was kept only where something was. They may register this worker anew, and
  // must not be reloaded for ever.
  if (names.length === 0) return;
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: false });
  for (const tab of tabs) await tab.navigate(tab.url);
}

/**
 * Retires when the host says that there is no worker any more: the site has done away with it, or
 * moved, or another one is served at this port of a developer's machine. Browsers would go on
 * answering with the old copy for ever. The page being opened still comes from it, the next does not.
 */
export async function retireIfWithdrawn(): Promise<void> {
  const address = new URL(workerFile, home()).href;
  const answer = await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (answer !== null && [404, 410].includes(answer.status)) await retire();
}
