/** What `astro.config.mjs` defines for the pages, from the settings of this run. */
interface ImportMetaEnv {
  readonly PAPERSHELF_TITLE: string;
  readonly PAPERSHELF_TAGLINE: string;
  readonly PAPERSHELF_REPOSITORY: string;
  readonly PAPERSHELF_OFFLINE_BUNDLE: boolean;
}
