import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";

// The snippets stand in files that do not exist, so the rules that need types are left out.
const eslint = new ESLint({
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function rulesBroken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== "@typescript-eslint/no-unused-vars")
    .map(({ ruleId, message }) => ruleId ?? message);
}

const layers = "papershelf/layers";

describe("import rules", () => {
  it.each([
    ["src/core/a.ts", 'import "node:fs";'],
    ["src/core/a.ts", 'import { z } from "astro/zod"; export { z };'],
    ["src/core/a.ts", 'import "astro:content";'],
    ["src/core/a.ts", 'import "parse5";'],
    ["src/core/a.ts", 'import "../io/a.ts";'],
    ["src/core/tag/a.ts", 'import "../../site.ts";'],
    ["src/core/a.ts", 'import "../settings.ts";'],
    ["src/core/a.ts", 'import "../../papershelf.config.ts";'],
    ["src/core/a.ts", 'import type { A } from "../queries.ts";'],
    ["src/core/a.ts", 'export { a } from "../io/a.ts";'],
    ["src/core/a.ts", 'export * from "../io/a.ts";'],
    ["src/core/a.ts", 'export const a = (): Promise<unknown> => import("node:fs");'],
    ["src/core/a.ts", "export const a = (b: string): Promise<unknown> => import(b);"],
    ["src/core/a.ts", 'export type A = import("../io/a.ts").A;'],
    ["src/io/a.ts", 'import "../queries.ts";'],
    ["src/io/a.ts", 'import "astro/loaders";'],
    ["src/loaders/a.ts", 'import "../queries.ts";'],
    ["src/loaders/a.ts", 'import "../site.ts";'],
    ["src/components/A.astro", '---\nimport { library } from "../queries.ts";\nlibrary();\n---\n'],
    ["src/components/A.astro", '---\nimport fs from "node:fs";\nfs;\n---\n'],
    ["src/layouts/A.astro", '---\nimport { a } from "../io/a.ts";\na();\n---\n'],
    ["src/pages/a.astro", '---\nimport { a } from "../io/a.ts";\na();\n---\n'],
    ["src/client/a.ts", 'import { a } from "../core/a.ts"; a();'],
    ["src/client/a.ts", 'import "node:fs";'],
    ["src/core/search/a.ts", 'import "node:fs";'],
    ["src/core/search/a.ts", 'import "zod";'],
    ["src/core/search/a.ts", 'import "../../client/a.ts";'],
    ["src/core/facets/a.ts", 'import "zod";'],
    ["src/pages/a.astro", '<script>import { library } from "../queries.ts"; library();</script>'],
    ["src/client/a.ts", 'import type { A } from "../io/a.ts";'],
    ["src/queries.ts", 'import "./io/a.ts";'],
    ["scripts/a.ts", 'import "../src/queries.ts";'],
    ["scripts/a.ts", 'import "../src/pages/papers.json.ts";'],
    ["src/integrations/a.ts", 'import "../queries.ts";'],
    ["src/service-worker/a.ts", 'import "node:fs";'],
    ["src/service-worker/a.ts", 'import "../core/slug.ts";'],
    ["src/service-worker/a.ts", 'import "../client/element.ts";'],
    ["src/client/a.ts", 'import { packed } from "../service-worker/pack.ts"; packed([]);'],
    ["src/pages/a.astro", '---\nimport { a } from "../service-worker/a.ts";\na();\n---\n'],
    ["src/elsewhere/a.ts", "export {};"],
  ])("%s may not say %s", async (file, code) => {
    expect(await rulesBroken(file, code)).toContain(layers);
  });

  it.each([
    ["src/core/tag/a.ts", 'import type { Paper } from "../model.ts"; export type A = Paper;'],
    ["src/core/a.ts", 'import { z } from "zod"; export const a = z.string();'],
    ["src/io/a.ts", 'import { readFile } from "node:fs/promises"; export { readFile };'],
    ["src/client/a.ts", 'import type { Paper } from "../core/model.ts"; export type A = Paper;'],
    ["src/client/a.ts", 'import { a } from "../core/search/a.ts"; a();'],
    ["src/core/search/a.ts", 'import { a } from "../slug.ts"; a();'],
    ["src/client/a.ts", 'import { a } from "../core/facets/a.ts"; a();'],
    [
      "src/client/a.ts",
      'import type { Wish } from "../service-worker/contract.ts"; export type A = Wish;',
    ],
    ["src/integrations/a.ts", 'import { packed } from "../service-worker/pack.ts"; packed([]);'],
    ["src/loaders/a.ts", 'import type { Loader } from "astro/loaders"; export type A = Loader;'],
    ["src/queries.ts", 'import { getCollection } from "astro:content"; export { getCollection };'],
    [
      "src/pages/a.astro",
      '---\nimport { render } from "astro:content";\nrender();\n---\n<p></p>\n',
    ],
    [
      "src/pages/a.astro",
      '---\nimport { library } from "../queries.ts";\nlibrary();\n---\n<p></p>\n',
    ],
    ["src/pages/a.astro", '<script>import "../client/a.ts";</script>'],
    ["scripts/a.ts", 'import { build } from "astro"; export { build };'],
  ])("%s may say %s", async (file, code) => {
    expect(await rulesBroken(file, code)).toEqual([]);
  });

  it.each(["src/pages/a.ts", "src/components/a.ts", "src/integrations/a.ts"])(
    "keeps the collections to the queries: not in %s",
    async (file) => {
      const code = 'import { getCollection } from "astro:content"; export { getCollection };';
      expect(await rulesBroken(file, code)).toContain("no-restricted-imports");
    },
  );

  it("keeps out packages that package.json does not name", async () => {
    expect(await rulesBroken("tests/a.ts", 'import "h3";')).toContain(
      "import-x/no-extraneous-dependencies",
    );
  });

  it("sets HTML in the rich-text component alone", async () => {
    const code = "---\nconst { html } = Astro.props;\n---\n<p set:html={html} />\n";
    expect(await rulesBroken("src/components/A.astro", code)).toContain(
      "astro/no-set-html-directive",
    );
    expect(await rulesBroken("src/components/RichText.astro", code)).toEqual([]);
  });
});

describe("rules of the core", () => {
  it.each([
    ["no-restricted-properties", "Date.now();"],
    ["no-restricted-properties", "Math.random();"],
    ["no-restricted-properties", "const { random } = Math; random();"],
    ["no-restricted-syntax", "new Date();"],
    ["no-restricted-syntax", "new Date(2026, 4, 18);"],
    ["no-restricted-syntax", "Date();"],
    ["no-restricted-syntax", 'new Date("2026-05-18").getDate();'],
    ["no-restricted-syntax", '"a".localeCompare("b");'],
    ["no-restricted-syntax", '"a".toLocaleLowerCase();'],
    ["no-restricted-syntax", "(1).toLocaleString();"],
    ["no-restricted-syntax", "new Intl.Collator();"],
    ["no-restricted-syntax", "new Intl.NumberFormat(undefined);"],
    ["no-restricted-globals", "process.exit();"],
    ["no-console", "console.log();"],
    ["@typescript-eslint/no-explicit-any", "export const a = (b: any): string => String(b);"],
    [
      "@typescript-eslint/no-non-null-assertion",
      "export const a = (b: string | null): string => b!;",
    ],
  ])("%s: %s", async (rule, code) => {
    expect(await rulesBroken("src/core/a.ts", code)).toContain(rule);
  });

  it.each([
    'export const a = new Date("2026-05-18T00:00:00Z").getUTCDate();',
    'export const a = new Intl.Segmenter("en");',
    "export const a = Math.max(1, 2);",
  ])("allows %s", async (code) => {
    expect(await rulesBroken("src/core/a.ts", code)).toEqual([]);
  });
});

describe("rules of the browser's code", () => {
  it.each(["innerHTML", "outerHTML"])("never sets %s", async (property) => {
    const code = `document.body.${property} = "";`;
    expect(await rulesBroken("src/client/a.ts", code)).toContain("no-restricted-properties");
  });
});
