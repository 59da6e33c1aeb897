import { readFileSync } from "node:fs";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, inject, it } from "vitest";
import { templates } from "../setup/templates.ts";

const { underBase } = inject("sites");
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A paper's page is named after the paper, however long its title is.
    "long-title": "off",
    // The Content-Security-Policy forbids them all.
    "no-inline-style": ["error", { allowedProperties: [] }],
  },
});

describe("markup is valid", () => {
  it.each(templates(underBase))("%s", async (_name, address) => {
    const name = address === "" || address.endsWith("/") ? `${address}index.html` : address;
    const report = await validator.validateString(
      readFileSync(path.join(underBase.dir, name), "utf8"),
    );
    const found = report.results
      .flatMap(({ messages }) => messages)
      .map(({ line, column, ruleId, message }) =>
        [line, column, ruleId, message].map(String).join(" "),
      );
    expect([...new Set(found)]).toEqual([]);
  });
});
