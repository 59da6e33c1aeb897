/** YAML written by hand beside the seeds: read with positions, so that a mistake can be pointed at. */
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { type Diagnostic, diagnose, type RuleId } from "./diagnostics.ts";
import type { Position } from "./position.ts";

/** A file's content as text. */
export interface TextFile {
  /** Path as diagnostics print it. */
  readonly path: string;
  readonly text: string;
}

/** The checked content, or `null` when it has none that can be used, and what was wrong. */
export interface YamlContent<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a part of the content stands: `at(["lists", 0, "file"])`. */
  readonly at: (path: readonly PropertyKey[]) => Position;
}

/**
 * Reads a YAML file by a schema. Never throws: syntax errors are `yaml-syntax` diagnostics, content
 * that the schema refuses is reported by the rule given.
 */
export function readYaml<T>(
  file: TextFile,
  schema: z.ZodType<T>,
  shapeRule: RuleId,
): YamlContent<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter, prettyErrors: false });
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const at = (path: readonly PropertyKey[]): Position => positionOf(offsetOf(document, path));
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map((error) =>
      diagnose("yaml-syntax", file.path, positionOf(error.pos[0]), error.message),
    );
    return { value: null, diagnostics, at };
  }
  let content: unknown;
  try {
    // An alias can stand for far more text than the file has; the library's limit holds.
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : "An alias cannot be resolved.";
    return { value: null, diagnostics: [diagnose("yaml-syntax", file.path, at([]), message)], at };
  }
  // A file of comments says nothing, and that is no mistake.
  if (content === null) return { value: null, diagnostics: [], at };
  const result = schema.safeParse(content);
  if (result.success) return { value: result.data, diagnostics: [], at };
  const diagnostics = result.error.issues.map((issue) => {
    const where = issue.path.map(String).join(".");
    const message = where === "" ? issue.message : `${where}: ${issue.message}`;
    return diagnose(shapeRule, file.path, at(issue.path), message);
  });
  return { value: null, diagnostics, at };
}

/** Start of the deepest node that the path leads to. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
