/**
 * Builds the real seeds once for all tests of built output: at `/`, and under a base path. A third
 * build, at `/` again but in another time zone and language, is there to be compared with the first.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import type { BuiltSite } from "../../src/io/site-links.ts";

const root = path.resolve(import.meta.dirname, "../..");
const site = "https://shelf.example.org";

/** The built sites, by what is special about them. */
export interface BuiltSites {
  readonly atRoot: BuiltSite;
  readonly underBase: BuiltSite;
  readonly elsewhere: BuiltSite;
}

declare module "vitest" {
  export interface ProvidedContext {
    sites: BuiltSites;
  }
}

function build(name: string, base: string, locale: Record<string, string>): BuiltSite {
  const dir = path.join(root, ".cache", `test-site-${name}`);
  rmSync(dir, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e9,
    env: {
      ...cleanEnvironment(),
      ...locale,
      PAPERSHELF_OUT: dir,
      PAPERSHELF_SITE: site,
      PAPERSHELF_BASE: base,
    },
  });
  if (status !== 0) {
    throw new Error(
      `The build for base ${base} failed (exit ${String(status)}).\n${stdout}${stderr}`,
    );
  }
  return { dir, site, base };
}

/** What Vitest sets for its own process. */
const vitestOwn = new Set("NODE_ENV NODE_OPTIONS MODE DEV PROD SSR BASE_URL TEST".split(" "));

/** The environment without Vitest's own variables and without settings meant for another run. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !vitestOwn.has(name) && !/^(?:VITE|PAPERSHELF_)/.test(name),
  );
  return Object.fromEntries(kept);
}

// Vitest loads this once for each project; they share one process, and this is its memory.
const shared = globalThis as typeof globalThis & { papershelfTestSites?: BuiltSites };

/** Vitest's global set-up. */
export default function setup(project: TestProject): void {
  shared.papershelfTestSites ??= {
    atRoot: build("root", "/", { TZ: "UTC", LANG: "C", LC_ALL: "C" }),
    underBase: build("base", "/some/base/", {}),
    elsewhere: build("elsewhere", "/", {
      TZ: "Pacific/Auckland",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
    }),
  };
  project.provide("sites", shared.papershelfTestSites);
}
