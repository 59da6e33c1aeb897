/**
 * `npm run bundle`: makes the zip that opens without a server from what `npm run build` has written;
 * builds first where there is no built site.
 *
 * Exit codes as for `npm run build`.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { megabytes } from "../src/bundle/size.ts";
import { writeBundle } from "../src/integrations/offline-bundle.ts";
import { printedPath } from "../src/io/corpus.ts";
import { command } from "./reading.ts";
import { buildSite } from "./site-build.ts";

await command({ usage: "npm run bundle -- [--strict] [--verbose]" }, async (context) => {
  const { out, site, base } = context.settings;
  // The index is the last thing that a build writes before the bundle.
  if (!existsSync(path.join(out, "pagefind/pagefind.js"))) {
    const code = await buildSite(context);
    if (code !== 0) return code;
  }
  const { name, zip, files } = await writeBundle({ dir: out, site, base });
  process.stdout.write(
    `${printedPath(path.join(out, name))}: ${String(files)} files, ${megabytes(zip.length)}.\n` +
      "Unzip it anywhere and open index.html; search works there, too.\n",
  );
  return 0;
});
