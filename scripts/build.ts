/**
 * `npm run build`: reads the seeds, builds the site, makes the search index, and prints the ledger.
 *
 * Exit code 0: built; 1: not built (in a strict run, because of any error in the seeds); 2: settings
 * or arguments are wrong.
 */
import { buildSite } from "./site-build.ts";
import { command } from "./reading.ts";

await command({ usage: "npm run build -- [--strict] [--verbose]" }, buildSite);
