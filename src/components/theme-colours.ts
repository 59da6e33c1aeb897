/** The colour of the paper, for what lies around a page: the browser's bars, the installed app. */
import { type ThemeColour, themeColour } from "../core/export/theme-colours.ts";
import tokens from "../styles/tokens.css?raw";

/** The page's background. */
export const paperColour: ThemeColour = themeColour(tokens, "--paper");
