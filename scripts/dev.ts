/**
 * `npm run dev`: the site with live reload; seeds, vocabulary and pages are read again as they change.
 * The search page needs a built index, so it answers only in a built site.
 */
import { dev } from "astro";
import { root } from "../src/io/settings.ts";
import { command, readCorpus, reportReading } from "./reading.ts";
import { wantedPort } from "./serving.ts";

await command({ usage: "npm run dev -- [--verbose]" }, async ({ settings, flags }) => {
  reportReading(readCorpus(settings), flags);
  await dev({ root, server: { port: wantedPort() } });
  return 0;
});
