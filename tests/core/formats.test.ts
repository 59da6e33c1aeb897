/**
 * Every format against its fixtures: `tests/fixtures/<format>/<case>/` holds a seed, `input.txt`, and
 * what it must give, `expected.json`. CONTRIBUTING.md says how to add one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formats, recognise } from "../../src/core/formats/recognise.ts";
import { decode } from "../../src/core/source.ts";

const folder = new URL("../fixtures/", import.meta.url);

function outcomeOf(bytes: Uint8Array): unknown {
  const { source, diagnostics } = decode({ path: "input.txt", bytes });
  const recognised = recognise(source);
  if ("problem" in recognised) throw new Error(recognised.problem.message);
  const parsed = recognised.format.parse(source);
  return {
    format: recognised.format.id,
    savedOn: parsed.savedOn === null ? null : { ...parsed.savedOn },
    entries: parsed.entries.map((entry) =>
      Object.fromEntries(
        Object.entries(entry)
          .filter(([, value]) => value !== null)
          .map(([name, value]: [string, unknown]) => [name, compact(value)]),
      ),
    ),
    lines: parsed.ledger.counts(),
    diagnostics: [...diagnostics, ...parsed.diagnostics].map(
      ({ line, column, severity, rule }) => `${String(line)}:${String(column)} ${severity} ${rule}`,
    ),
  };
}

/** `{ text, line, column }` as `line:column text`, so that a fixture can be read. */
function compact(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("text" in value)) return value;
  const { text, line, column } = value as { text: string; line: number; column: number };
  return `${String(line)}:${String(column)} ${text}`;
}

for (const format of formats) {
  describe(format.label, () => {
    for (const name of readdirSync(new URL(`${format.id}/`, folder))) {
      it(name.replaceAll("-", " "), () => {
        const input = readFileSync(new URL(`${format.id}/${name}/input.txt`, folder));
        const expected = new URL(`${format.id}/${name}/expected.json`, folder);
        expect(outcomeOf(input)).toEqual(JSON.parse(readFileSync(expected, "utf8")));
      });
    }
  });
}
