/**
 * `npm test`: every check there is. Format, types and lint are one check each; Vitest's tests count
 * as they are. The last line is always `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { chromiumVariable, ensureChromium, NoChromiumError } from "../src/io/chromium.ts";
import { ensureFirefox, firefoxVariable, noFirefox } from "../src/io/firefox.ts";

const root = path.resolve(import.meta.dirname, "..");
const reportFile = path.join(root, ".cache", "vitest-report.json");

/** The part of Vitest's JSON report that is counted. */
const reportShape = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
});

let passed = 0;
let failed = 0;
const environment = { ...process.env };

/** Runs a command with its output passed through; whether it succeeded. */
function run(command: string, ...args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  return status === 0;
}

// Types come before lint: `astro check` writes the types of Astro's own modules, which lint reads.
for (const check of ["format:check", "types", "lint"]) {
  if (run("npm", "run", "--silent", check)) passed += 1;
  else failed += 1;
}

const vitest = ["vitest", "run", "--reporter=default", "--reporter=json"];
if (environment["GITHUB_ACTIONS"] === "true") vitest.push("--reporter=github-actions");
try {
  environment[chromiumVariable] = ensureChromium(environment);
} catch (error) {
  if (!(error instanceof NoChromiumError)) throw error;
  console.error(`\n${error.message}\nThe browser tests are left out and count as one failure.`);
  vitest.push("--project=!browser");
  failed += 1;
}
const firefox = ensureFirefox(environment);
if (firefox === null) console.log(`\n${noFirefox}`);
else environment[firefoxVariable] = firefox;

mkdirSync(path.dirname(reportFile), { recursive: true });
rmSync(reportFile, { force: true });
const succeeded = run("npx", "--no-install", ...vitest, `--outputFile.json=${reportFile}`);
const counts = readReport();
passed += counts.numPassedTests;
failed += counts.numFailedTests;
// A file that does not load, or a build that fails, fails no test: it still is a failure.
if (!succeeded && counts.numFailedTests === 0) failed += 1;

console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
if (failed > 0) process.exitCode = 1;

function readReport(): z.infer<typeof reportShape> {
  try {
    return reportShape.parse(JSON.parse(readFileSync(reportFile, "utf8")));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}
