/** Follows every internal link of the site that `npm run build` has written. */
import path from "node:path";
import { currentSettings, root } from "../src/io/settings.ts";
import { checkLinks } from "../src/io/site-links.ts";
import { SettingsError } from "../src/settings.ts";

/** One mistake in a layout is on every page: the first problems tell enough. */
const shown = 50;

try {
  const { out, site, base } = currentSettings();
  const problems = await checkLinks({ dir: out, site, base });
  for (const { file: name, line, column, severity, rule, message, hint } of problems.slice(
    0,
    shown,
  )) {
    const place = `${path.relative(root, path.join(out, name))}:${String(line)}:${String(column)}`;
    console.error(`${place}  ${severity}  ${rule}  ${message}\n    ${hint}`);
  }
  if (problems.length > shown) console.error(`... and ${String(problems.length - shown)} more`);
  console.log(`${String(problems.length)} broken links and other problems in ${out}`);
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  if (!(error instanceof SettingsError || isMissing)) throw error;
  console.error(isMissing ? "There is no built site. Run `npm run build` first." : error.message);
  process.exitCode = 1;
}
