/**
 * The site's keyboard shortcuts: the one listener for them all, and what each of them does. None fires
 * while something is typed or chosen with letters, and a reader can switch them off.
 */
import { type Shortcut, shortcuts } from "../core/keyboard.ts";
import { shortcutsAreOn } from "./shortcut-switch.ts";

/** What a shortcut does; `false` when there is nothing to do here, and the key is the browser's. */
type Action = () => boolean;

const actions = new Map<Shortcut["id"], Action>([
  ["search", focusSearch],
  ["next", () => step(1)],
  ["previous", () => step(-1)],
  ["open", open],
  ["star", star],
  ["help", help],
]);

/** Where letters mean something already. */
const typing =
  "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=option]";

/** The links that `j` and `k` lead through. */
const stops = "main :is(.card-title, .technique-entry :is(h2, h3)) a, main .related-title";

/** Starts listening; called once on every page. */
export function listenForShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    const shortcut = shortcutOf(event);
    if (shortcut === undefined || !shortcutsAreOn()) return;
    if (actions.get(shortcut.id)?.() === true) event.preventDefault();
  });
  for (const link of document.querySelectorAll("[data-shortcuts]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      help();
    });
  }
}

function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const { target, key } = event;
  if (event.defaultPrevented || event.isComposing || event.altKey) return undefined;
  if (target instanceof Element && target.closest(typing) !== null) return undefined;
  if (document.querySelector("dialog[open]") !== null) return undefined;
  const name = event.ctrlKey || event.metaKey ? `Mod+${key.toUpperCase()}` : key;
  return shortcuts.find(({ keys }) => keys.includes(name));
}

function focusSearch(): boolean {
  const input = document.querySelector<HTMLInputElement>("form[role=search] input[name=q]");
  input?.focus();
  input?.select();
  return input !== null;
}

function step(by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(stops)].filter((link) =>
    link.checkVisibility(),
  );
  const here = current();
  const place = all.findIndex((link) => link === here);
  // Nothing chosen yet: begin with what is on the screen.
  const inView = all.findIndex((link) => link.getBoundingClientRect().top >= 0);
  const next = place === -1 ? all[Math.max(inView, 0)] : all[place + by];
  next?.focus();
  return all.length > 0;
}

/** The link of the item in which the focus is. */
function current(): HTMLElement | null {
  const item = document.activeElement?.closest(".card, .technique-entry, .related li");
  return item?.querySelector<HTMLElement>(stops) ?? null;
}

function open(): boolean {
  const link = current();
  link?.click();
  return link !== null;
}

function star(): boolean {
  const card = document.activeElement?.closest(".card");
  const button = (card ?? document.querySelector(".paper"))?.querySelector<HTMLElement>(".star");
  button?.click();
  return button != null;
}

function help(): boolean {
  void import("./shortcut-help.ts").then(({ showShortcuts }) => {
    showShortcuts();
  });
  return true;
}
