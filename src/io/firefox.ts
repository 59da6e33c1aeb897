/** Finds a Firefox for the test of the bundle in it; Debian's is installed where that is allowed. */
import { existsSync } from "node:fs";
import path from "node:path";
import { installPackage, mayInstallPackages } from "./debian.ts";

/** The environment variable that names a Firefox to use. */
export const firefoxVariable = "PAPERSHELF_FIREFOX";

const commands = ["firefox-esr", "firefox"];
const applications = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** Path of a Firefox on this machine, `null` when there is none (or none where the variable says). */
export function findFirefox(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const named = environment[firefoxVariable];
  if (named !== undefined && named !== "") return existsSync(named) ? named : null;
  const onPath = (environment["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => commands.map((command) => path.join(folder, command)));
  const candidates = [...onPath, ...commands.map((command) => `/usr/bin/${command}`)];
  return [...candidates, ...applications].find((candidate) => existsSync(candidate)) ?? null;
}

/** Like `findFirefox`, but first tries to install Debian's where there is none and this process may. */
export function ensureFirefox(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const found = findFirefox(environment);
  if (found !== null || !mayInstallPackages()) return found;
  installPackage("firefox-esr", environment);
  return findFirefox(environment);
}

/** What to do for the tests in Firefox to run. */
export const noFirefox = [
  "There is no Firefox here, so the bundle is not tried in it.",
  "  Debian:    sudo apt-get install firefox-esr",
  `  elsewhere: install Firefox, or set ${firefoxVariable} to its path`,
].join("\n");
