/** What the search page says when the index cannot be read. */
import { element } from "./element.ts";

/** The reason, as far as the browser knows it, and a button to try again. */
export function failureNodes(retry: () => void): (Node | string)[] {
  const button = element("button", "quiet-button", "Try again");
  button.type = "button";
  button.addEventListener("click", retry);
  if (import.meta.env.DEV) return ["Search index not built; run npm run build. ", button];
  const reason = navigator.onLine
    ? "The search index could not be loaded. Check the connection, then try again. "
    : "You are offline, and this browser has not kept the search index: it could not be loaded. Pages that you have opened before may still open. ";
  return [reason, button];
}
