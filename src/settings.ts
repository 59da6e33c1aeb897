/**
 * What a site can be told, and the check of it. Reading `process.env` is the callers' business, so
 * that the same settings always give the same result.
 */
import { z } from "zod";

const basePath = z
  .string()
  .refine((path) => path.startsWith("/"), "must start with a slash, such as / or /reading-list/")
  .refine(
    (path) =>
      path.split("/").every((part) => /^[A-Za-z0-9._~-]*$/.test(part) && !/^\.+$/.test(part)),
    "may hold letters a to z, digits, and the signs - . _ ~ between its slashes",
  )
  .refine((path) => !path.includes("//"), "must not have two slashes in a row")
  .transform((path) => (path.endsWith("/") ? path : `${path}/`));

const folder = z.string().min(1, "must name a folder");

const onOrOff = z
  .union([z.boolean(), z.enum(["on", "off"])], "must be on or off")
  .transform((value) => value === true || value === "on");

const webAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address, such as https://example.org" })
  .transform((address) => address.replace(/\/+$/, ""));

/** The settings file's shape; README, "Settings", is the same list in prose. */
export const settingsSchema = z.strictObject({
  /** Name of the site. */
  title: z.string().trim().min(1, "must not be empty"),
  /** What the site is, in one line. */
  tagline: z.string().trim().min(1, "must not be empty"),
  /** Scheme and host the site is published at: `https://team.github.io`. */
  site: webAddress.refine((address) => new URL(address).origin === address, {
    error: "must be scheme and host only, such as https://example.org; the path belongs in `base`",
  }),
  /** Path under that host: `/` or `/reading-list/`. */
  base: basePath,
  /** Where source and seeds live, for "fix this entry" links. */
  repository: webAddress,
  /** Folder of the seeds, from the project's root or absolute. */
  seeds: folder,
  /** Folder the site is written to, from the project's root or absolute. */
  out: folder,
  /** Whether a build also makes the zip that opens without a server. */
  offlineBundle: onOrOff,
});

/** The settings as one writes them in `papershelf.config.ts`. */
export type Settings = z.input<typeof settingsSchema>;
/** The settings after the check: base path ends in a slash, addresses do not. */
export type CheckedSettings = z.output<typeof settingsSchema>;

/** The environment variable that overrides each setting for one run. */
export const environmentVariables = {
  title: "PAPERSHELF_TITLE",
  tagline: "PAPERSHELF_TAGLINE",
  site: "PAPERSHELF_SITE",
  base: "PAPERSHELF_BASE",
  repository: "PAPERSHELF_REPOSITORY",
  seeds: "PAPERSHELF_SEEDS",
  out: "PAPERSHELF_OUT",
  offlineBundle: "PAPERSHELF_OFFLINE_BUNDLE",
} as const satisfies Record<keyof Settings, string>;

/** A setting that cannot be used. The message says which one, where it comes from and what to write. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/**
 * The settings file with the environment's overrides, checked.
 *
 * @throws {SettingsError} naming every wrong setting, one a line.
 */
export function resolveSettings(
  file: Settings,
  environment: Readonly<Record<string, string | undefined>>,
): CheckedSettings {
  const overrides = Object.entries(environmentVariables).flatMap(([setting, variable]) => {
    const value = environment[variable];
    return value === undefined || value === "" ? [] : [[setting, value] as const];
  });
  const overridden = new Set(overrides.map(([setting]) => setting));
  const result = settingsSchema.safeParse({ ...file, ...Object.fromEntries(overrides) });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const setting = String(issue.path[0] ?? "");
    const source =
      overridden.has(setting) && setting in environmentVariables
        ? `environment variable ${environmentVariables[setting as keyof Settings]}`
        : `papershelf.config.ts, ${setting === "" ? "settings" : `\`${setting}\``}`;
    return `${source}: ${issue.message}`;
  });
  throw new SettingsError(`The settings cannot be used.\n  ${lines.join("\n  ")}`);
}
