/**
 * A worker that only takes the place of another one and retires. `npm run dev` serves it where a
 * built site, served earlier at the same port, has its own; a site that is to do without one for good
 * can publish it as its `sw.js`.
 */
import { retire } from "./retiring.ts";
import { worker } from "./scope.ts";

worker.addEventListener("install", (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(worker.clients.claim().then(retire));
});
