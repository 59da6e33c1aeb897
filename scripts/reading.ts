/** What the commands that read seeds have in common: arguments, settings, the reading, its report. */
import process from "node:process";
import { parseArgs, styleText, type ParseArgsOptionsConfig } from "node:util";
import type { CorpusResult } from "../src/core/corpus.ts";
import { corpusOfFolder } from "../src/io/corpus.ts";
import { githubReport, jsonReport, ledgerReport, textReport } from "../src/io/report.ts";
import { currentSettings } from "../src/io/settings.ts";
import { ServeError } from "../src/io/static-server.ts";
import { type CheckedSettings, SettingsError } from "../src/settings.ts";

/** The flags that were given, by name; one that was not is absent. */
export type Flags = Readonly<Record<string, unknown>>;

/** A command's flags beside the common ones (`--verbose`, `--strict`, `--help`). */
export interface CommandSpec {
  readonly usage: string;
  readonly options?: ParseArgsOptionsConfig;
}

/** What a command runs with. */
export interface CommandContext {
  readonly settings: CheckedSettings;
  readonly flags: Flags;
  /** Whether an error in the seeds ends the run: asked for, or under continuous integration. */
  readonly strict: boolean;
}

/**
 * Runs a command: checks arguments and settings first, and ends the process with its exit code.
 * Wrong arguments and settings are a sentence and exit code 2, a site that cannot be served is one
 * and exit code 1; none is a stack trace.
 */
export async function command(
  spec: CommandSpec,
  run: (context: CommandContext) => Promise<number>,
): Promise<void> {
  try {
    const { values: flags } = parseArgs({
      options: {
        verbose: { type: "boolean" },
        strict: { type: "boolean" },
        help: { type: "boolean" },
        ...spec.options,
      },
      allowNegative: true,
    });
    if (flags["help"] === true) {
      process.stdout.write(`Usage: ${spec.usage}\n`);
      return;
    }
    const strict =
      typeof flags["strict"] === "boolean" ? flags["strict"] : isContinuousIntegration();
    process.exitCode = await run({ settings: currentSettings(), flags, strict });
  } catch (error) {
    const isUsage =
      error instanceof TypeError &&
      "code" in error &&
      String(error.code).startsWith("ERR_PARSE_ARGS");
    const isFailure = error instanceof ServeError;
    if (!isUsage && !isFailure && !(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n${isUsage ? `Usage: ${spec.usage}\n` : ""}`);
    process.exitCode = isFailure ? 1 : 2;
  }
}

function isContinuousIntegration(): boolean {
  const value = process.env["CI"];
  return value !== undefined && value !== "" && value !== "false";
}

/** Reads the seeds that the settings name. */
export function readCorpus(settings: CheckedSettings): CorpusResult {
  return corpusOfFolder(settings.seeds);
}

/**
 * Reports a reading, in the form that the flags or the surroundings ask for; diagnostics go to
 * standard error, the ledger and JSON to standard output.
 *
 * @returns the number of errors.
 */
export function reportReading(result: CorpusResult, flags: Flags): number {
  const { diagnostics, ledger, sources } = result;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (flags["json"] === true) {
    process.stdout.write(jsonReport(diagnostics, ledger));
    return errors;
  }
  const isGithub = flags["github"] === true || process.env["GITHUB_ACTIONS"] === "true";
  const report = isGithub
    ? githubReport(diagnostics)
    : textReport(diagnostics, {
        sources,
        verbose: flags["verbose"] === true,
        // `styleText` knows NO_COLOR, FORCE_COLOR and what the terminal can show.
        color: styleText("red", "x", { stream: process.stderr }) !== "x",
      });
  // Workflow commands are read from standard output.
  (isGithub ? process.stdout : process.stderr).write(report === "" ? "" : `${report}\n`);
  process.stdout.write(ledgerReport(ledger));
  return errors;
}
