import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { offlineBundle } from "./src/integrations/offline-bundle.ts";
import { searchIndex } from "./src/integrations/search-index.ts";
import { sitemap } from "./src/integrations/sitemap.ts";
import { techniqueIds } from "./src/io/corpus.ts";
import { cacheFolder, currentSettings } from "./src/io/settings.ts";
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
  markdown: markdown({ base: settings.base, techniqueIds: techniqueIds() }),
  integrations: [
    mdx(),
    sitemap(),
    searchIndex(),
    ...(settings.offlineBundle ? [offlineBundle()] : []),
  ],
  devToolbar: { enabled: false },
  vite: {
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
