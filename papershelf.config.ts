/**
 * Every setting of the site, in one place. Each can be overridden for one run by an environment variable;
 * README, "Settings", says what each means and which variable names it.
 */
import type { Settings } from "./src/settings.ts";

const settings: Settings = {
  title: "Papershelf",
  tagline: "A reading list of machine-learning papers, sorted by technique, with proof.",
  site: "https://papershelf.github.io",
  base: "/",
  repository: "https://github.com/papershelf/papershelf",
  seeds: "seeds",
  out: "dist",
  offlineBundle: true,
};

export default settings;
