/**
 * `npm run check`: reads the seeds without building the site, and says what is in them.
 *
 * Exit code 0: fine; 1: an error was found (0 all the same with `--no-strict`); 2: settings or
 * arguments are wrong.
 */
import { command, readCorpus, reportReading } from "./reading.ts";

await command(
  {
    usage: "npm run check -- [--json] [--github] [--verbose] [--no-strict]",
    options: { json: { type: "boolean" }, github: { type: "boolean" } },
  },
  ({ settings, flags }) => {
    const result = readCorpus(settings);
    const errors = reportReading(result, flags);
    return Promise.resolve(errors > 0 && flags["strict"] !== false ? 1 : 0);
  },
);
