/** Installs browsers for the tests on machines that are there for nothing else: Debian's containers. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether this process can install packages: Linux, root and `apt-get`. */
export function mayInstallPackages(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs a package of Debian's; whether that worked is for the caller to see. Output goes to this process's own. */
export function installPackage(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const options = {
    stdio: ["ignore", "inherit", "inherit"] as "inherit"[],
    env: { ...environment, DEBIAN_FRONTEND: "noninteractive" },
  };
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], options);
}
