/**
 * A reader's own shelf: which papers are starred, to be read, being read or read, and what they noted.
 * Pure: dates are given by the caller. The same JSON stands in the browser's storage and in exported
 * files:
 *
 *     { "format": "papershelf-library", "version": 1, "papers": { "<paper id>": {
 *         "starred": true, "state": "reading", "note": "…", "title": "…",
 *         "changed": { "starred": "2026-01-30T12:00:00.000Z", … } } } }
 *
 * Whatever else is in it is kept as it is: another version of the site may have written it.
 */

/** What a reader does with a paper. */
export type ReadingState = "none" | "to-read" | "reading" | "read";

/** What the reader can change of a paper. */
export interface ShelfFields {
  readonly starred: boolean;
  readonly state: ReadingState;
  /** Private; plain text. */
  readonly note: string;
}

/** One paper on the shelf. */
export interface ShelfEntry extends ShelfFields {
  /** The paper's title when it was put here, for the day on which the site no longer has it. */
  readonly title: string;
  /** When each field was changed last, as ISO 8601 instants; absent for a field never changed. */
  readonly changed: Readonly<Partial<Record<keyof ShelfFields, string>>>;
}

/** The shelf as it is stored: entries by paper id, in whatever shape they came. */
export interface Shelf {
  readonly papers: Readonly<Record<string, unknown>>;
  readonly [other: string]: unknown;
}

/** Says what a file is. */
const format = "papershelf-library";
/** Raised when a field changes its meaning; a field more is no reason. */
const version = 1;

const states: readonly string[] = ["none", "to-read", "reading", "read"];
const fields = ["starred", "state", "note"] as const;

/** Whether a text has the shape of a paper's id; anything else in its place comes from no site of ours. */
export function isPaperId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** A shelf with nothing on it. */
export const emptyShelf: Shelf = { format, version, papers: {} };

/** Reads a stored or exported shelf; `null` when the text is none. */
export function parseShelf(text: string): Shelf | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || !isRecord(value["papers"])) return null;
    return { ...emptyShelf, ...value, papers: value["papers"] };
  } catch {
    return null;
  }
}

/** What is known of a paper; nothing, for one that never stood here. */
export function entryOf(shelf: Shelf, id: string): ShelfEntry {
  return readEntry(Object.hasOwn(shelf.papers, id) ? shelf.papers[id] : null);
}

/** An entry as it is stored; fields of another shape than ours read as untouched. */
export function readEntry(raw: unknown): ShelfEntry {
  const { starred, state, note, title, changed } = isRecord(raw) ? raw : {};
  return {
    starred: starred === true,
    state: isState(state) ? state : "none",
    note: typeof note === "string" ? note : "",
    title: typeof title === "string" ? title : "",
    changed: isRecord(changed)
      ? Object.fromEntries(fields.flatMap((field) => dated(field, changed[field])))
      : {},
  };
}

/** Whether the reader has put the paper here, and not taken it away again. */
export function isKept({ starred, state, note }: ShelfFields): boolean {
  return starred || state !== "none" || note !== "";
}

/** The papers that are kept, in the order in which they came. */
export function keptPapers(shelf: Shelf): readonly (readonly [id: string, entry: ShelfEntry])[] {
  return Object.keys(shelf.papers).flatMap((id) => {
    const entry = entryOf(shelf, id);
    return isPaperId(id) && isKept(entry) ? [[id, entry] as const] : [];
  });
}

/**
 * The shelf with some fields of a paper changed at a time (ISO 8601). What is taken away leaves its
 * date behind, so that an older file does not bring it back.
 */
export function withChange(
  shelf: Shelf,
  id: string,
  change: Partial<ShelfFields>,
  at: string,
  title = "",
): Shelf {
  const raw = shelf.papers[id];
  const known = isRecord(raw) ? raw : {};
  const changed = isRecord(known["changed"]) ? known["changed"] : {};
  const dates = Object.fromEntries(Object.keys(change).map((field) => [field, at]));
  const entry = {
    ...known,
    ...change,
    ...(title === "" ? {} : { title }),
    changed: { ...changed, ...dates },
  };
  return { ...shelf, papers: { ...shelf.papers, [id]: entry } };
}

function dated(field: string, value: unknown): readonly [string, string][] {
  return typeof value === "string" ? [[field, value]] : [];
}

function isState(value: unknown): value is ReadingState {
  return typeof value === "string" && states.includes(value);
}

/** Whether a value is an object with fields, and no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
