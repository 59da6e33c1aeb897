/** Diagnostics for people, for GitHub Actions, and for programs. */
import type { Ledger } from "../core/corpus.ts";
import { type Diagnostic, type Severity } from "../core/diagnostics.ts";
import { compareText } from "../core/order.ts";
import type { SourceText } from "../core/source.ts";

/** How a report is written. */
export interface ReportOptions {
  readonly sources: readonly SourceText[];
  /** Show every diagnostic; else notes are only counted and a rule shows its first ones. */
  readonly verbose: boolean;
  readonly color: boolean;
}

/** Diagnostics of one rule that a report shows unless it is asked for all. */
const shownPerRule = 10;
/** Characters of a source line around the place that a code frame shows. */
const frameWidth = 96;

/** `file:line:column  severity  rule  message`, each with a code frame and a hint. */
export function textReport(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const paint = options.color ? colored : plain;
  const shown = new Map<string, number>();
  const hidden = new Map<string, number>();
  const blocks: string[] = [];
  for (const diagnostic of diagnostics) {
    const count = shown.get(diagnostic.rule) ?? 0;
    const isNote = diagnostic.severity === "info";
    if (!options.verbose && (isNote || count >= shownPerRule)) {
      hidden.set(diagnostic.rule, (hidden.get(diagnostic.rule) ?? 0) + 1);
      continue;
    }
    shown.set(diagnostic.rule, count + 1);
    blocks.push(textBlock(diagnostic, options.sources, paint));
  }
  if (hidden.size > 0) {
    const counts = [...hidden]
      .sort(([a], [b]) => compareText(a, b))
      .map(([rule, count]) => `${rule} ×${String(count)}`);
    blocks.push(`Not shown: ${counts.join(", ")}. Run with --verbose to see them.\n`);
  }
  return blocks.join("\n");
}

function textBlock(
  diagnostic: Diagnostic,
  sources: readonly SourceText[],
  paint: (severity: Severity, text: string) => string,
): string {
  const { file, line, column, severity, rule, message, hint } = diagnostic;
  const place = `${file}:${String(line)}:${String(column)}`;
  const head = `${place}  ${paint(severity, severity)}  ${rule}  ${printable(message)}`;
  const text = sourceLine(file, line, sources);
  const frame = text === null || text.trim() === "" ? [] : codeFrame(text, line, column);
  return `${[head, ...frame, `  hint: ${hint}`].join("\n")}\n`;
}

function codeFrame(text: string, line: number, column: number): readonly string[] {
  const from = Math.max(0, Math.min(column - 1 - frameWidth / 3, text.length - frameWidth));
  const start = Math.floor(from);
  const excerpt = printable(text.slice(start, start + frameWidth));
  const before = start > 0 ? "…" : "";
  const after = start + frameWidth < text.length ? "…" : "";
  const gutter = String(line);
  const caret = " ".repeat(Math.max(0, column - 1 - start) + before.length);
  return [
    `  ${gutter} | ${before}${excerpt}${after}`,
    `  ${" ".repeat(gutter.length)} | ${caret}^`,
  ];
}

/** Seed text is untrusted, and a terminal obeys control characters. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what must not reach the terminal
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, " ");
}

/** Only what was read as input is shown: a path in a message may lead anywhere. */
function sourceLine(file: string, line: number, sources: readonly SourceText[]): string | null {
  const source = sources.find((candidate) => candidate.file === file);
  return source?.lines[line - 1]?.text ?? null;
}

/** Workflow commands, which GitHub shows at the line of the pull request. */
export function githubReport(diagnostics: readonly Diagnostic[]): string {
  const commands = { error: "error", warning: "warning", info: "notice" } as const;
  const escapeData = (text: string): string =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const escapeProperty = (text: string): string =>
    escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return diagnostics
    .map(({ file, line, column, severity, rule, message, hint }) => {
      const properties = [
        `file=${escapeProperty(file)}`,
        `line=${String(line)}`,
        `col=${String(column)}`,
        `title=${escapeProperty(rule)}`,
      ].join(",");
      return `::${commands[severity]} ${properties}::${escapeData(`${message} ${hint}`)}\n`;
    })
    .join("");
}

/** One JSON object: the ledger and every diagnostic. */
export function jsonReport(diagnostics: readonly Diagnostic[], ledger: Ledger): string {
  return `${JSON.stringify({ ledger, diagnostics }, null, 2)}\n`;
}

/** The ledger in a line or two: what went in, what came out, and whether any line was lost. */
export function ledgerReport(ledger: Ledger): string {
  const { lists, entries, papers, merged, techniques, techniquesUsed, lines } = ledger;
  const count = (value: number, one: string, many = `${one}s`): string =>
    `${String(value)} ${value === 1 ? one : many}`;
  return (
    `${count(lists, "list")}, ${count(entries, "entry", "entries")}, ${count(papers, "paper")}, ` +
    `${String(merged)} merged; ${String(techniquesUsed)} of ${count(techniques, "technique")} in use\n` +
    `lines: ${String(lines.field)} in fields, ${String(lines.furniture)} page furniture, ` +
    `${String(lines.diagnostic)} reported, ${String(lines.unaccounted)} unaccounted\n`
  );
}

const colors = { error: 31, warning: 33, info: 36 } as const;

function colored(severity: Severity, text: string): string {
  return `\u001B[${String(colors[severity])}m${text}\u001B[0m`;
}

function plain(_severity: Severity, text: string): string {
  return text;
}
