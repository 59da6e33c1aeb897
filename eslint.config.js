/**
 * The house rules as lint errors. The import rules are one table (`layers`) and one small rule that
 * reads it, so that the table can be held against ARCHITECTURE.md line by line.
 */
import path from "node:path";
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import astro from "eslint-plugin-astro";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/**
 * Who may import whom. `files`: prefixes of paths that belong to the layer, first match wins;
 * `from`: layers it may import; `typesFrom`: layers it may import types from; `packages`: packages
 * and built-in modules (`node:` and `@scope/` stand for all of theirs).
 *
 * @type {Record<string, { files: string[], from: string[], typesFrom?: string[], packages: string[] }>}
 */
const layers = {
  // The parts of the core that run in the browser, too.
  search: { files: ["src/core/search/"], from: ["search", "core"], packages: [] },
  shelf: { files: ["src/core/shelf/"], from: ["shelf", "facets", "core"], packages: [] },
  facets: { files: ["src/core/facets/"], from: ["facets", "core"], packages: [] },
  packing: { files: ["src/core/packing/"], from: ["packing", "core"], packages: [] },
  keyboard: { files: ["src/core/keyboard.ts"], from: [], packages: [] },
  shownRis: { files: ["src/core/export/ris-shown.ts"], from: [], packages: [] },
  core: { files: ["src/core/"], from: ["core"], packages: ["zod", "yaml", "temml"] },
  io: {
    files: ["src/io/"],
    from: ["core", "io", "settings"],
    packages: ["node:", "zod", "yaml", "mrmime", "parse5", "playwright-core", "subset-font"],
  },
  loaders: {
    files: ["src/loaders/"],
    from: ["core", "io", "loaders", "settings"],
    packages: ["node:", "zod", "astro/loaders", "astro/zod"],
  },
  content: {
    files: ["src/content.config.ts"],
    from: ["core", "loaders", "settings"],
    packages: ["astro:content", "astro/loaders", "astro/zod", "zod"],
  },
  queries: { files: ["src/queries.ts"], from: ["core", "settings"], packages: ["astro:content"] },
  site: { files: ["src/site.ts", "src/env.d.ts"], from: ["core", "settings"], packages: [] },
  settings: {
    files: ["src/settings.ts", "papershelf.config.ts", "src/content-security-policy.ts"],
    from: ["settings"],
    packages: ["zod", "astro"],
  },
  components: {
    files: ["src/components/", "src/layouts/"],
    from: ["components", "core", "shownRis", "keyboard", "facets", "site", "styles"],
    packages: ["astro", "astro/types", "astro:assets"],
  },
  styles: { files: ["src/styles/"], from: ["styles"], packages: [] },
  client: {
    files: ["src/client/", "src/bundle/client/"],
    from: ["client", "search", "facets", "shelf", "keyboard", "packing", "shownRis"],
    typesFrom: ["core", "serviceWorker"],
    packages: [],
  },
  // What runs in the service worker; the build packs with the same code that the worker unpacks with.
  serviceWorker: { files: ["src/service-worker/"], from: ["serviceWorker"], packages: [] },
  pages: {
    files: ["src/pages/"],
    from: ["queries", "components", "core", "shelf", "facets", "site", "styles"],
    typesFrom: ["search"],
    packages: ["astro", "astro/types", "astro:content"],
  },
  bundle: {
    files: ["src/bundle/"],
    from: ["bundle", "io", "core", "packing", "settings"],
    packages: ["node:", "parse5", "pagefind", "esbuild", "fflate"],
  },
  cards: {
    files: ["src/cards/"],
    from: ["cards", "core", "io"],
    packages: ["node:", "@resvg/resvg-js"],
  },
  integrations: {
    files: ["src/integrations/"],
    from: ["integrations", "bundle", "serviceWorker", "cards", "io", "core", "search", "settings"],
    packages: [
      ...["node:", "astro", "pagefind", "parse5", "zod"],
      ...["esbuild", "fflate", "@resvg/resvg-js"],
    ],
  },
  markdown: {
    files: ["src/markdown/"],
    from: ["markdown", "core"],
    packages: ["astro", "satteri", "@astrojs/markdown-satteri", "temml"],
  },
  scripts: {
    files: ["scripts/"],
    from: ["scripts", "core", "search", "io", "settings", "integrations", "bundle"],
    packages: ["node:", "astro", "zod", "playwright-core", "prettier", "lighthouse"],
  },
};

/** @param {string} file path from the project's root */
const layerOf = (file) =>
  Object.entries(layers).find(([, { files }]) => files.some((prefix) => file.startsWith(prefix)));

/** @type {import("eslint").Rule.RuleModule} */
const layerRule = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      layer:
        "{{from}} may not import {{to}} ({{specifier}}). See the table `layers` in eslint.config.js.",
      types: "{{from}} may import only types from {{to}}: write `import type` ({{specifier}}).",
      none: "This file belongs to no layer. Name its folder in `layers` in eslint.config.js.",
      dynamic: "{{from}} may not import what is only known when it runs.",
    },
  },
  create(context) {
    const relative = (/** @type {string} */ file) =>
      path.relative(context.cwd, file).split(path.sep).join("/");
    // A script inside an Astro file is linted as a file of its own; it runs in the browser.
    const isScript = context.filename !== context.physicalFilename;
    const own = layerOf(isScript ? "src/client/" : relative(context.physicalFilename));
    if (own === undefined) {
      const inside = relative(context.physicalFilename).startsWith("src/");
      return inside ? { Program: (node) => context.report({ node, messageId: "none" }) } : {};
    }
    const [from, { from: allowed, typesFrom = [], packages }] = own;

    /**
     * @param {import("estree").Node} node
     * @param {unknown} specifier
     * @param {boolean} typeOnly
     */
    const check = (node, specifier, typeOnly) => {
      if (typeof specifier !== "string") return;
      if (!specifier.startsWith(".")) {
        const known = packages.some((name) =>
          name.endsWith(":") || name.endsWith("/")
            ? specifier.startsWith(name)
            : specifier === name,
        );
        if (!known) {
          context.report({
            node,
            messageId: "layer",
            data: { from, to: "this package", specifier },
          });
        }
        return;
      }
      const target = path.resolve(path.dirname(context.physicalFilename), specifier);
      const to = layerOf(relative(target))?.[0];
      if (to !== undefined && allowed.includes(to)) return;
      if (to !== undefined && typesFrom.includes(to)) {
        if (!typeOnly) context.report({ node, messageId: "types", data: { from, to, specifier } });
        return;
      }
      context.report({
        node,
        messageId: "layer",
        data: { from, to: to ?? "this file", specifier },
      });
    };

    return {
      /** @param {any} node */
      "ImportDeclaration, ExportNamedDeclaration[source], ExportAllDeclaration"(node) {
        check(node, node.source.value, (node.importKind ?? node.exportKind) === "type");
      },
      /** @param {any} node */
      TSImportType(node) {
        check(node, node.source?.value, true);
      },
      ImportExpression(node) {
        if (node.source.type === "Literal") check(node, node.source.value, false);
        else if (from === "core") context.report({ node, messageId: "dynamic", data: { from } });
      },
    };
  },
};

/** What would make two runs on the same seeds differ: clock, chance, locale, time zone. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date']:not([arguments.length=1])",
    message: "The core reads no clock and no time zone: parse a full ISO date instead.",
  },
  { selector: "CallExpression[callee.name='Date']", message: "The core reads no clock." },
  {
    selector:
      "MemberExpression[property.name=/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]",
    message: "This depends on the machine's time zone: use the UTC form.",
  },
  {
    selector: "MemberExpression[property.name=/^(toLocale|localeCompare)/]",
    message: "This depends on the machine's locale: compare code units, or give fixed rules.",
  },
  {
    selector:
      ":matches(NewExpression, CallExpression)[callee.object.name='Intl']:not([arguments.0.type='Literal'])",
    message: "Name the locale: the default one is the machine's.",
  },
];

export default defineConfig(
  globalIgnores(["dist/", "node_modules/", ".astro/", ".cache/"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  astro.configs["flat/recommended"],
  astro.configs["flat/jsx-a11y-recommended"],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { papershelf: { rules: { layers: layerRule } }, "import-x": importX },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js", ".mjs"] })],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
    },
    rules: {
      // TypeScript knows every name that exists; this rule knows only some.
      "no-undef": "off",
      "papershelf/layers": "error",
      "import-x/no-cycle": "error",
      "import-x/no-duplicates": "error",
      "import-x/no-extraneous-dependencies": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // Spreading a string gives its code points, which is what text code here means by it.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
    },
  },
  // Astro files are type-checked by `astro check`; the rules that need types cannot read them here.
  {
    files: ["**/*.astro", "**/*.astro/*.{js,ts}", "**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ["src/core/**"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": ["error", ...impure],
      "no-restricted-globals": [
        "error",
        ...[
          "process",
          "console",
          "performance",
          "navigator",
          "window",
          "document",
          "fetch",
          "crypto",
        ],
        ...["setTimeout", "setInterval", "Buffer", "globalThis", "require"],
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The core reads no clock." },
        { object: "Math", property: "random", message: "The core throws no dice." },
        { object: "Temporal", property: "Now", message: "The core reads no clock." },
      ],
    },
  },
  {
    files: ["src/**", "papershelf.config.ts"],
    ignores: ["src/queries.ts", "src/content.config.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "astro:content",
              allowImportNames: ["render"],
              message: "Only src/queries.ts asks the collections: the call copies them each time.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/client/**"],
    ignores: ["src/client/rich-text.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write"].map((property) => ({
          property,
          message: "Build nodes: seed text is never trusted as HTML.",
        })),
      ],
    },
  },
  {
    files: ["src/**/*.astro"],
    ignores: ["src/components/RichText.astro"],
    rules: { "astro/no-set-html-directive": "error" },
  },
);
