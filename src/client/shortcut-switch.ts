/** The reader's switch for keyboard shortcuts, kept by the browser. */

const switchKey = "papershelf:shortcuts";

/** Whether the reader wants shortcuts. */
export function shortcutsAreOn(): boolean {
  try {
    return localStorage.getItem(switchKey) !== "off";
  } catch {
    return true;
  }
}

/** Switches them off or on, for good where the browser keeps anything; whether it does. */
export function switchShortcuts(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(switchKey);
    else localStorage.setItem(switchKey, "off");
    return true;
  } catch {
    return false;
  }
}
