/** What runs on every page; it is small, and everything larger is loaded when it is used. */
import "./offline-status.ts";
import "./shelf-button.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { leaveTrails } from "./trail.ts";

listenForShortcuts();
leaveTrails();
