import { defineConfig } from "vitest/config";

/** Long enough for a slow machine: a test fails on what it finds, never on the time it takes. */
const patience = { testTimeout: 120_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: { name: "core", include: ["tests/core/**/*.test.ts"], ...patience },
      },
      {
        test: { name: "property", include: ["tests/property/**/*.test.ts"], ...patience },
      },
      {
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          globalSetup: "tests/setup/built-sites.ts",
          ...patience,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/setup/built-sites.ts",
          ...patience,
        },
      },
    ],
  },
});
