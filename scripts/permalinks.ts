/**
 * `npm run permalinks`: writes the addresses of all papers into `permalinks.json` beside the seeds,
 * so that they stay with their papers for ever. The file only grows.
 *
 * With `--check` nothing is written: exit code 1 when an address is missing from the file.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { extendPermalinks, formatPermalinks, readPermalinks } from "../src/core/permalinks.ts";
import { besideSeeds, printedPath, readTextFile } from "../src/io/corpus.ts";
import { command, readCorpus } from "./reading.ts";

await command(
  { usage: "npm run permalinks -- [--check]", options: { check: { type: "boolean" } } },
  ({ settings, flags }) => {
    const file = path.join(settings.seeds, besideSeeds.permalinks);
    const read = readTextFile(settings.seeds, besideSeeds.permalinks);
    const known = readPermalinks(read.file);
    const problem = read.problem ?? known.diagnostics[0];
    if (problem !== undefined) {
      process.stderr.write(`${printedPath(file)}: ${problem.message} ${problem.hint}\n`);
      return Promise.resolve(1);
    }
    const { permalinks } = readCorpus(settings);
    const missing = [...permalinks].filter(([slug]) => !known.papers.has(slug));
    const count = `${String(missing.length)} of ${String(permalinks.size)} addresses`;
    if (flags["check"] === true) {
      process.stdout.write(`${count} are missing from ${printedPath(file)}.\n`);
      return Promise.resolve(missing.length > 0 ? 1 : 0);
    }
    writeFileSync(file, formatPermalinks(extendPermalinks(known.papers, permalinks)));
    process.stdout.write(`${count} were added to ${printedPath(file)}.\n`);
    return Promise.resolve(0);
  },
);
