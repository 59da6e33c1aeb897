/** The settings of this run: the file at the root, overridden by the environment. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fingerprint } from "../core/slug.ts";
import settings from "../../papershelf.config.ts";
import { type CheckedSettings, resolveSettings, SettingsError } from "../settings.ts";

/** The project's root folder, absolute. */
export const root: string = path.resolve(process.cwd());

/**
 * The checked settings of this run, folders absolute.
 *
 * @throws {SettingsError} naming every wrong setting, or an output folder that would cost files.
 */
export function currentSettings(): CheckedSettings {
  const checked = resolveSettings(settings, process.env);
  const seeds = path.resolve(root, checked.seeds);
  const out = path.resolve(root, checked.out);
  refuseToOverwrite(out, seeds);
  return { ...checked, seeds, out };
}

/** Folders of the project that no output may replace. */
const sources = ["src", "public", "scripts", "tests", "node_modules", ".git", ".github", "docs"];

/** A build empties its output folder first, so that folder must hold nothing but an earlier build. */
function refuseToOverwrite(out: string, seeds: string): void {
  const kept = [root, homedir(), seeds, ...sources.map((name) => path.join(root, name))];
  const isBelow = (folder: string, above: string): boolean =>
    folder === above || folder.startsWith(above.endsWith(path.sep) ? above : above + path.sep);
  const inside = [seeds, ...sources.map((name) => path.join(root, name))];
  const why = kept.some((folder) => isBelow(folder, out))
    ? "it holds the project, the seeds or your home"
    : inside.some((folder) => isBelow(out, folder))
      ? "it is a folder of sources"
      : existsSync(out) && !isEarlierBuild(out)
        ? "it holds files that no build has written"
        : null;
  if (why === null) return;
  throw new SettingsError(
    `The output folder ${out} cannot be used: ${why}, and a build empties it first.\n` +
      "  Name another folder in papershelf.config.ts, `out`, or in PAPERSHELF_OUT.",
  );
}

/** An empty folder, or one with the catalogue and the home page that every build writes. */
function isEarlierBuild(out: string): boolean {
  if (!statSync(out).isDirectory()) return false;
  const names = new Set(readdirSync(out));
  return names.size === 0 || names.has("papers.json") || names.has("_astro");
}

/**
 * Where Astro keeps what it has loaded: one folder for each pair of seeds and output, so that builds
 * of different seeds never read each other's papers.
 */
export function cacheFolder({ seeds, out, base, site }: CheckedSettings): string {
  return path.join(root, ".cache/astro", fingerprint([seeds, out, base, site].join("\n")));
}
