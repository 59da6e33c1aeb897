/**
 * `npm run dev`: the site with live reload; seeds, vocabulary and pages are read again as they change.
 * The search page needs a built index, so it answers only in a built site.
 */
import process from "node:process";
import { dev } from "astro";
import { root } from "../src/io/settings.ts";
import { command, readCorpus, reportReading } from "./reading.ts";

await command({ usage: "npm run dev -- [--verbose]" }, async ({ settings, flags }) => {
  reportReading(readCorpus(settings), flags);
  const port = process.env["PORT"];
  await dev({ root, ...(port === undefined ? {} : { server: { port: Number(port) } }) });
  return 0;
});
