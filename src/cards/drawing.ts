/** Draws a card as SVG: what it says, and where. All measures are pixels of the image. */
import { cardSize } from "../core/shared-cards.ts";
import { colors, familyColors } from "./colors.ts";
import { fitLines, type Measure } from "./lines.ts";

/** A technique beside a paper. */
export interface Chip {
  readonly label: string;
  readonly family: string;
}

/** What a card says; plain text throughout. */
export interface Card {
  /** Name of the site; on the card of the site itself it is the title. */
  readonly site: string;
  /** What kind of page: "Technique"; `null` for a paper. */
  readonly kind: string | null;
  readonly title: string;
  /** Below the title: a definition, a line about the site; `null` for a paper. */
  readonly text: string | null;
  readonly authors: readonly string[];
  /** At the foot: numbers, or a date. */
  readonly note: string | null;
  readonly chips: readonly Chip[];
  /** Family of techniques that gives the card its hue. */
  readonly family: string | null;
}

/** A typeface that may come in several files. */
export interface Face {
  readonly width: Measure;
  /** The text without the characters that it does not have. */
  readonly settable: (text: string) => string;
  /** The text in stretches of one file each, and how the file is named. */
  readonly runs: (
    text: string,
  ) => readonly { readonly text: string; readonly family: string; readonly weight: number }[];
}

/** The typefaces of the cards. */
export interface Type {
  readonly serif: Face;
  readonly sans: Face;
  readonly sansBold: Face;
}

const left = 88;
const room = cardSize.width - 2 * left;
/** Kerning is not measured, so lines are set a little short. */
const line = room * 0.98;

/** The card as an SVG document. */
export function drawCard(card: Card, type: Type): string {
  const hue = card.family === null ? null : familyColors(card.family);
  const parts: string[] = [
    `<rect width="${String(cardSize.width)}" height="${String(cardSize.height)}" fill="${colors.paper}"/>`,
    `<rect width="20" height="${String(cardSize.height)}" fill="${hue?.line ?? colors.accent}"/>`,
    mark(left, 56),
    text(card.site, type.serif, { x: left + 56, y: 92, size: 34 }),
  ];
  if (card.kind !== null) {
    const width = type.sans.width(card.kind, 28);
    const x = cardSize.width - left - width;
    parts.push(text(card.kind, type.sans, { x, y: 90, size: 28, fill: colors.inkSoft }));
  }

  const title = fitLines(
    type.serif.settable(card.title),
    {
      width: line,
      sizes: [
        { size: 68, most: 2 },
        { size: 60, most: 3 },
        { size: 52, most: 4 },
        { size: 46, most: 5 },
        { size: 40, most: 5 },
      ],
    },
    type.serif.width,
  );
  let y = 140;
  for (const each of title.lines) {
    y += title.size * 1.18;
    const fill = hue !== null && card.kind !== null ? hue.ink : colors.ink;
    parts.push(text(each, type.serif, { x: left, y, size: title.size, fill }));
  }

  const below =
    card.text === null
      ? fitNames(card, type)
      : fitLines(
          type.sans.settable(card.text),
          { width: line, sizes: [{ size: 32, most: 4 }] },
          type.sans.width,
        ).lines;
  const size = card.text === null ? 29 : 32;
  y += size * 0.7;
  for (const each of below) {
    y += size * 1.36;
    parts.push(text(each, type.sans, { x: left, y, size, fill: colors.inkSoft }));
  }

  parts.push(...foot(card, type));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(cardSize.width)}" ` +
    `height="${String(cardSize.height)}">${parts.join("")}</svg>`
  );
}

/** As many names as two lines hold, and how many more there are. */
function fitNames({ authors }: Card, type: Type): readonly string[] {
  const names = authors.map(type.sans.settable).filter((name) => name.trim() !== "");
  const fitted = (shown: number): readonly string[] => {
    const rest = authors.length - shown;
    const more = `${String(rest)} ${shown === 0 ? "" : "more "}author${rest === 1 ? "" : "s"}`;
    const all = [...names.slice(0, shown), ...(rest === 0 ? [] : [more])].join(", ");
    return fitLines(all, { width: line, sizes: [{ size: 29, most: 99 }] }, type.sans.width).lines;
  };
  let shown = names.length;
  while (shown > 0 && fitted(shown).length > 2) shown -= 1;
  return fitted(shown);
}

/** The techniques from the left, as many as one line holds; else the note. */
function foot({ chips, note }: Card, type: Type): string[] {
  const top = 532;
  const size = 25;
  const parts: string[] = [];
  let x = left;
  const end = left + room - (note === null ? 0 : type.sans.width(note, 27) + 32);
  for (const { label, family } of chips) {
    const width = type.sansBold.width(label, size) + 36;
    if (x + width > end) break;
    const { ink, tint } = familyColors(family);
    parts.push(
      `<rect x="${fixed(x)}" y="${String(top)}" width="${fixed(width)}" height="48" rx="10" fill="${tint}"/>`,
      text(label, type.sansBold, { x: x + 18, y: top + 33, size, fill: ink }),
    );
    x += width + 14;
  }
  if (note !== null) {
    const at = chips.length === 0 ? left : cardSize.width - left - type.sans.width(note, 27);
    parts.push(text(note, type.sans, { x: at, y: top + 33, size: 27, fill: colors.inkSoft }));
  }
  return parts;
}

/** The site's mark, as in favicon.svg, 40 pixels wide. */
function mark(x: number, y: number): string {
  return (
    `<g transform="translate(${String(x)} ${String(y)}) scale(1.25)">` +
    `<path fill="${colors.ink}" d="M3 26h26v3H3z"/>` +
    `<path fill="${colors.accent}" d="M6 7h5v19H6zM12.5 4h4v22h-4zM18.6 8.3l4.6-1.3 5 18-4.6 1.3z"/></g>`
  );
}

interface TextPlace {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly size: number;
  readonly fill?: string;
}

/**
 * Each stretch has a place of its own: the painter takes one file for all that follows a place, and
 * one that has the missing letter for the others, too.
 */
function text(content: string, face: Face, { x, y, size, fill = colors.ink }: TextPlace): string {
  let at = x;
  const runs = face.runs(content).map(({ text: run, family, weight }) => {
    const font = `font-family="${family}" font-weight="${String(weight)}"`;
    const written = `<tspan x="${fixed(at)}" ${font}>${escaped(run)}</tspan>`;
    at += face.width(run, size);
    return written;
  });
  return (
    `<text xml:space="preserve" x="${fixed(x)}" y="${fixed(y)}" font-size="${String(size)}" ` +
    `fill="${fill}">${runs.join("")}</text>`
  );
}

const fixed = (value: number): string => value.toFixed(1);

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
