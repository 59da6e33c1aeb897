/** `npm run check` as a person or a workflow runs it: exit codes, and the three forms of its report. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digestEntry } from "./corpus-from.ts";

const root = path.resolve(import.meta.dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "papershelf-check-"));
  const bad = path.join(folder, "bad");
  mkdirSync(path.join(bad, "a-folder"), { recursive: true });
  symlinkSync("nowhere.txt", path.join(bad, "broken-link.txt"));
  writeFileSync(path.join(bad, "good.txt"), digestEntry({ title: "A Good Paper" }));
  writeFileSync(path.join(bad, "letter.txt"), "Dear reader,\u001B[31m\n");
  writeFileSync(path.join(bad, "README.md"), "Not a seed.\n");
  mkdirSync(path.join(bad, "amendments"));
  writeFileSync(
    path.join(bad, "amendments/one.yaml"),
    "amendments:\n  - paper: nobody\n    reason: A slip.\n",
  );
  mkdirSync(path.join(folder, "empty"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function check(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:CI|GITHUB_ACTIONS|FORCE_COLOR|PAPERSHELF_.*)$/.test(name),
  );
  return spawnSync(process.execPath, ["scripts/check.ts", ...args], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), NO_COLOR: "1", ...environment },
    encoding: "utf8",
  });
}

describe("npm run check", () => {
  it("accounts for the four real seeds", () => {
    const { status, stdout, stderr } = check([]);
    expect(stderr).toBe("");
    expect(stdout).toContain("4 lists, 187 entries, 182 papers, 5 merged");
    expect(stdout).toContain(" 0 reported, 0 unaccounted");
    expect(status).toBe(0);
  });

  it("names place, rule and remedy of everything wrong in a folder, and shows the line", () => {
    const { status, stdout, stderr } = check([], { PAPERSHELF_SEEDS: path.join(folder, "bad") });
    const bad = path.join(folder, "bad");
    expect(stderr).toContain(`${bad}/a-folder:1:1  warning  not-a-file  `);
    expect(stderr).toContain(`${bad}/broken-link.txt:1:1  error  unreadable-file  The link leads`);
    expect(stderr).toContain(`${bad}/letter.txt:1:1  error  unknown-format  `);
    expect(stderr).toContain("  1 | Dear reader, [31m\n    | ^\n  hint: ");
    expect(stderr).toContain(`${bad}/amendments/one.yaml:2:12  error  amendment-unknown-paper  `);
    expect(stderr).not.toContain("README");
    expect(stderr).not.toContain("    at ");
    expect(stdout).toContain("1 list, 1 entry, 1 paper, 0 merged");
    expect(status).toBe(1);
  });

  it("annotates under GitHub Actions", () => {
    const { stdout } = check([], {
      PAPERSHELF_SEEDS: path.join(folder, "bad"),
      GITHUB_ACTIONS: "true",
    });
    expect(stdout).toMatch(
      /^::error file=[^,]*letter\.txt,line=1,col=1,title=unknown-format::The file/m,
    );
  });

  it("gives JSON with a flag", () => {
    const { stdout } = check(["--json"], { PAPERSHELF_SEEDS: path.join(folder, "bad") });
    expect(JSON.parse(stdout)).toMatchObject({
      ledger: { lists: 1, entries: 1, papers: 1, merged: 0 },
      diagnostics: [
        { rule: "not-a-file" },
        { rule: "amendment-unknown-paper" },
        { rule: "unreadable-file" },
        { rule: "unknown-format", line: 1 },
      ],
    });
  });

  it.each(["empty", "missing"])("says so when the seeds folder is %s", (name) => {
    const { status, stderr } = check([], { PAPERSHELF_SEEDS: path.join(folder, name) });
    expect(stderr).toContain("  error  no-seeds  ");
    expect(status).toBe(1);
  });

  it.each([
    [{ PAPERSHELF_BASE: "shelf" }, "environment variable PAPERSHELF_BASE: must start with a slash"],
    [
      { PAPERSHELF_SITE: "example.org" },
      "environment variable PAPERSHELF_SITE: must be a web address",
    ],
    [
      { PAPERSHELF_OFFLINE_BUNDLE: "yes" },
      "environment variable PAPERSHELF_OFFLINE_BUNDLE: must be",
    ],
    [{ PAPERSHELF_BASE: "/../up/" }, "environment variable PAPERSHELF_BASE: may hold letters"],
    [{ PAPERSHELF_BASE: `/${"a-long-name-".repeat(9)}ü/` }, "PAPERSHELF_BASE: may hold letters"],
    [{ PAPERSHELF_BASE: "/a//b/" }, "PAPERSHELF_BASE: must not have two slashes in a row"],
    [{ PAPERSHELF_SITE: "https://me:secret@example.org" }, "PAPERSHELF_SITE: must be scheme and"],
    [{ PAPERSHELF_OUT: "." }, "cannot be used: it holds the project, the seeds or your home"],
    [{ PAPERSHELF_OUT: "seeds" }, "cannot be used: it holds the project, the seeds or your home"],
    [{ PAPERSHELF_OUT: "src/pages" }, "cannot be used: it is a folder of sources"],
  ])("explains the wrong setting %j", (environment, message) => {
    const { status, stderr } = check([], environment);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(2);
  });

  it("refuses an output folder with files that no build has written", () => {
    const { status, stderr } = check([], { PAPERSHELF_OUT: path.join(folder, "bad") });
    expect(stderr).toContain("cannot be used: it holds files that no build has written");
    expect(status).toBe(2);
  });

  it("explains a wrong argument", () => {
    const { status, stderr } = check(["--fast"]);
    expect(stderr).toContain("--fast");
    expect(stderr).toContain("Usage: npm run check");
    expect(status).toBe(2);
  });
});
