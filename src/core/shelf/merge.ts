/** Bringing shelves together: an imported file, a shared link, a paper that was renamed. */
import {
  entryOf,
  isKept,
  isPaperId,
  isRecord,
  readEntry,
  type Shelf,
  type ShelfFields,
  withChange,
} from "./shelf.ts";

/** Between two notes that were written apart. */
const divider = "\n\n—\n\n";

/**
 * Both shelves in one. Of a field that both have, the one changed later wins; a note that loses is kept
 * below the one that wins, unless that has its words already or was emptied on purpose. Papers and
 * fields that this version does not know stay. Merging the same file again changes nothing more.
 */
export function mergeShelves(shelf: Shelf, other: Shelf): Shelf {
  const papers: Record<string, unknown> = { ...shelf.papers };
  for (const [id, theirs] of Object.entries(other.papers)) {
    if (!isPaperId(id) || !isRecord(theirs)) continue;
    const ours = papers[id];
    papers[id] = isRecord(ours) ? mergeEntries(ours, theirs) : theirs;
  }
  return { ...other, ...shelf, papers };
}

type RawEntry = Readonly<Record<string, unknown>>;

function mergeEntries(ours: RawEntry, theirs: RawEntry): RawEntry {
  const here = readEntry(ours);
  const there = readEntry(theirs);
  const untouched = readEntry(null);
  /** Whether their value of a field is the one to take. */
  const isLater = (field: keyof ShelfFields): boolean => {
    const { [field]: since } = here.changed;
    if (since === undefined && here[field] === untouched[field]) return true;
    return (there.changed[field] ?? "") > (since ?? "");
  };
  const pick = <Field extends keyof ShelfFields>(field: Field): ShelfFields[Field] =>
    (isLater(field) ? there : here)[field];
  const [newer, older] = isLater("note") ? [there.note, here.note] : [here.note, there.note];
  const dates = Object.entries(there.changed).filter(([field]) =>
    isLater(field as keyof ShelfFields),
  );
  return {
    ...theirs,
    ...ours,
    starred: pick("starred"),
    state: pick("state"),
    note: newer === "" || newer.includes(older) ? newer : newer + divider + older,
    changed: { ...there.changed, ...here.changed, ...Object.fromEntries(dates) },
  };
}

/** The shelf with the papers of a shared link on it: starred, where the reader has not kept them yet. */
export function addShared(shelf: Shelf, ids: readonly string[], at: string): Shelf {
  return ids.reduce(
    (grown, id) =>
      isKept(entryOf(grown, id)) ? grown : withChange(grown, id, { starred: true }, at),
    shelf,
  );
}

/**
 * The shelf with papers under the ids they have now. What the reader kept under both ids is brought
 * together.
 *
 * @param renamed id of today by former id.
 */
export function followRenames(shelf: Shelf, renamed: ReadonlyMap<string, string>): Shelf {
  return Object.keys(shelf.papers).reduce((followed, former) => {
    const id = renamed.get(former);
    if (id === undefined || id === former) return followed;
    const { [former]: entry, ...papers } = followed.papers;
    return mergeShelves({ ...followed, papers }, { ...followed, papers: { [id]: entry } });
  }, shelf);
}
