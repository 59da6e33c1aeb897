import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, it } from "vitest";

const { atRoot, elsewhere } = inject("sites");

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();

it("builds the same bytes in another time zone and language", () => {
  const files = filesOf(atRoot.dir);
  expect(files).toContain(path.join("pagefind", "pagefind.js"));
  expect(filesOf(elsewhere.dir)).toEqual(files);
  const different = files.filter(
    (file) =>
      !readFileSync(path.join(atRoot.dir, file)).equals(
        readFileSync(path.join(elsewhere.dir, file)),
      ),
  );
  expect(different).toEqual([]);
});
