/** The dialog with the keyboard shortcuts and the switch for them; loaded when it is asked for. */
import { keyCaps, shortcuts } from "../core/keyboard.ts";
import { element } from "./element.ts";
import { shortcutsAreOn, switchShortcuts } from "./shortcut-switch.ts";

let dialog: HTMLDialogElement | null = null;

/** Opens the dialog. */
export function showShortcuts(): void {
  dialog ??= build();
  if (!dialog.open) dialog.showModal();
}

function build(): HTMLDialogElement {
  const heading = element("h2", "", "Keyboard shortcuts");
  heading.id = "shortcuts-heading";
  const rows = shortcuts.map(({ keys, does }) => {
    const caps = keys.flatMap((key, index) => [
      ...(index === 0 ? [] : [" or "]),
      ...keyCaps(key).flatMap((cap, part) => [
        ...(part === 0 ? [] : ["+"]),
        element("kbd", "", cap),
      ]),
    ]);
    return element("div", "", element("dt", "", ...caps), element("dd", "", does));
  });
  const input = element("input", "");
  input.type = "checkbox";
  input.setAttribute("role", "switch");
  input.checked = shortcutsAreOn();
  const status = element("p", "quiet");
  status.role = "status";
  input.addEventListener("change", () => {
    const isKept = switchShortcuts(input.checked);
    status.textContent = isKept
      ? `Shortcuts are ${input.checked ? "on" : "off"} in this browser.`
      : "This browser keeps no settings for the site, so they stay on.";
    if (!isKept) input.checked = true;
  });
  const close = element("button", "", "Close");
  close.type = "button";
  const made = element(
    "dialog",
    "dialog",
    heading,
    element("dl", "shortcuts", ...rows),
    element("p", "quiet", "They are off while you type. On a Mac, use Cmd for Ctrl."),
    element("label", "switch", input, element("span", "", "Use these shortcuts")),
    status,
    element("p", "dialog-actions", close),
  );
  made.setAttribute("aria-labelledby", heading.id);
  close.addEventListener("click", () => {
    made.close();
  });
  document.body.append(made);
  return made;
}
