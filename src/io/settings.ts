/** The settings of this run: the file at the root, overridden by the environment. */
import path from "node:path";
import { fingerprint } from "../core/slug.ts";
import settings from "../../papershelf.config.ts";
import { type CheckedSettings, resolveSettings } from "../settings.ts";

/** The project's root folder, absolute. */
export const root: string = path.resolve(process.cwd());

/**
 * The checked settings of this run, folders absolute.
 *
 * @throws {SettingsError} naming every wrong setting.
 */
export function currentSettings(): CheckedSettings {
  const checked = resolveSettings(settings, process.env);
  return {
    ...checked,
    seeds: path.resolve(root, checked.seeds),
    out: path.resolve(root, checked.out),
  };
}

/**
 * Where Astro keeps what it has loaded: one folder for each pair of seeds and output, so that builds
 * of different seeds never read each other's papers.
 */
export function cacheFolder({ seeds, out, base, site }: CheckedSettings): string {
  return path.join(root, ".cache/astro", fingerprint([seeds, out, base, site].join("\n")));
}
