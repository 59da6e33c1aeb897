/** The site's keyboard shortcuts, as they are listed for readers and as the script knows them. */

/** One shortcut: single keys, pressed alone; `Mod+K` is Ctrl or Cmd with K. */
export interface Shortcut {
  readonly id: "search" | "next" | "previous" | "open" | "star" | "help";
  /** As `KeyboardEvent.key` names them; any of these. */
  readonly keys: readonly string[];
  /** What it does, for readers. */
  readonly does: string;
}

/** All shortcuts, in the order in which they are listed. */
export const shortcuts: readonly Shortcut[] = [
  { id: "search", keys: ["/", "Mod+K"], does: "Go to the search box" },
  { id: "next", keys: ["j"], does: "Next paper of the list" },
  { id: "previous", keys: ["k"], does: "Previous paper of the list" },
  { id: "open", keys: ["o"], does: "Open the paper; so does Enter" },
  { id: "star", keys: ["s"], does: "Star the paper, or take the star away" },
  { id: "help", keys: ["?"], does: "Show these shortcuts" },
];

/** A key as it stands on a keyboard: `Ctrl K` for `Mod+K`, `J` for `j`. */
export function keyCaps(key: string): readonly string[] {
  if (key === "Mod+K") return ["Ctrl", "K"];
  return [key.toUpperCase()];
}
