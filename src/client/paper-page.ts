/** What a paper's page has beside what every page has. */
import "./copy-block.ts";
import "./reading-on.ts";
import "./shelf-notes.ts";
