/** Finds and starts a Chromium for the browser tests; Debian's is installed where that is allowed. */
import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { installPackage, mayInstallPackages } from "./debian.ts";

/** The environment variable that names a browser to use. */
export const chromiumVariable = "PAPERSHELF_CHROMIUM";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** No browser for the tests; the message says what to install. */
export class NoChromiumError extends Error {
  override readonly name = "NoChromiumError";
}

/**
 * Path of a Chromium or Chrome on this machine, `null` when there is none.
 *
 * @throws {NoChromiumError} when PAPERSHELF_CHROMIUM names a file that is not there.
 */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const named = environment[chromiumVariable];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new NoChromiumError(`${chromiumVariable} names ${named}, which is not there.`);
  }
  const onPath = (environment["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => commands.map((command) => path.join(folder, command)));
  const candidates = [
    ...commands.map((command) => `/usr/bin/${command}`),
    ...onPath,
    ...applications,
    chromium.executablePath(),
  ];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/**
 * Like `findChromium`, but installs Debian's where there is none and this process may: Linux, root
 * and `apt-get`. The installation's output goes to this process's own.
 *
 * @throws {NoChromiumError} when there is none and it cannot be installed.
 */
export function ensureChromium(environment: Readonly<Record<string, string | undefined>>): string {
  const found = findChromium(environment);
  if (found !== null) return found;
  const mayInstall = mayInstallPackages();
  if (mayInstall) {
    installPackage("chromium", environment);
    const installed = findChromium(environment);
    if (installed !== null) return installed;
  }
  throw new NoChromiumError(
    [
      mayInstall
        ? "The browser tests need Chromium, and apt-get could not install it."
        : "The browser tests need Chromium, and none was found.",
      "  Debian, Ubuntu: sudo apt-get install chromium",
      "  macOS:          brew install --cask chromium",
      `  elsewhere:      install Chrome or Chromium and set ${chromiumVariable} to its path`,
    ].join("\n"),
  );
}

/**
 * Starts the Chromium of this machine without a window, as root may in a container.
 *
 * @param args further switches of its command line
 * @throws {NoChromiumError} when there is none and it cannot be installed.
 */
export async function launchChromium(...args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(process.env),
    args: ["--no-sandbox", "--disable-dev-shm-usage", ...args],
  });
}
