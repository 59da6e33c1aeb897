/** English names of months, as people and pages write them. */

const names = [
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
]; // prettier-ignore

/** Number of a month, 1 to 12: `May`, `jun`, `Sept`, `August`, in any case; `null` for no month. */
export function monthOfName(name: string): number | null {
  const lower = name.toLowerCase();
  const at = names.findIndex(
    (long) =>
      lower === long || lower === long.slice(0, 3) || (lower === "sept" && long === "september"),
  );
  return at < 0 ? null : at + 1;
}
