import path from "node:path";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { appIconFiles } from "./src/integrations/app-icons.ts";
import { offlineBundle } from "./src/integrations/offline-bundle.ts";
import { searchIndex } from "./src/integrations/search-index.ts";
import { serviceWorker } from "./src/integrations/service-worker.ts";
import { sharedCards } from "./src/integrations/shared-cards.ts";
import { sitemap } from "./src/integrations/sitemap.ts";
import { techniqueIds } from "./src/io/corpus.ts";
import { cacheFolder, currentSettings, root } from "./src/io/settings.ts";
import { contentSecurityPolicy } from "./src/content-security-policy.ts";
import { markdown } from "./src/markdown/processor.ts";

// Settings belong into papershelf.config.ts; what stands here is how the site is built.
const settings = currentSettings();

export default defineConfig({
  site: settings.site,
  base: settings.base,
  outDir: settings.out,
  cacheDir: cacheFolder(settings),
  trailingSlash: "always",
  build: { format: "directory" },
  security: { csp: contentSecurityPolicy },
  markdown: {
    ...markdown({ base: settings.base, techniqueIds: techniqueIds() }),
    // Astro warns that Shiki's inline styles break the policy above; ours writes classes, in MDX.
    syntaxHighlight: false,
  },
  integrations: [
    mdx({ syntaxHighlight: "shiki" }),
    sitemap(),
    appIconFiles(),
    searchIndex(),
    sharedCards(settings, path.join(root, ".cache/cards")),
    ...(settings.offlineBundle ? [offlineBundle()] : []),
    // Keeps what all the others have written.
    serviceWorker(),
  ],
  devToolbar: { enabled: false },
  vite: {
    plugins: [
      {
        name: "papershelf:no-module-preload",
        // Preloading what a dynamic import needs would fail where the site is opened from a disk. Astro
        // has its own setting for the whole build, so this one has to come later.
        configEnvironment: () => ({
          build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } },
        }),
      },
    ],
    build: {
      rolldownOptions: {
        onLog(level, log, report) {
          // Astro's own marker in every MDX module; it says nothing about this project.
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
        },
      },
    },
    define: {
      "import.meta.env.PAPERSHELF_TITLE": JSON.stringify(settings.title),
      "import.meta.env.PAPERSHELF_TAGLINE": JSON.stringify(settings.tagline),
      "import.meta.env.PAPERSHELF_OFFLINE_BUNDLE": JSON.stringify(settings.offlineBundle),
      "import.meta.env.PAPERSHELF_REPOSITORY": JSON.stringify(settings.repository),
    },
  },
});
