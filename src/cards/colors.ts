/** The colors of the site's light theme, for images: styles/tokens.css says the same for pages. */

/** Paper, ink and accent. */
export const colors = {
  paper: "#faf8f3",
  ink: "#221d16",
  inkSoft: "#5f574b",
  accent: "#8a3324",
} as const;

/** Hue of each family of techniques, in degrees of OKLCH. */
export const hues: Readonly<Record<string, number>> = {
  "policy-optimization": 255,
  "reward-and-preference": 20,
  "distillation-and-fine-tuning": 150,
  reasoning: 305,
  "agents-and-tools": 75,
  architectures: 205,
};

/** A family's text, ground and line: the same lightness and chroma as `--family-ink` and so on. */
export function familyColors(family: string): Readonly<Record<"ink" | "tint" | "line", string>> {
  const hue = hues[family] ?? 60;
  return {
    ink: hexOfOklch(0.42, 0.09, hue),
    tint: hexOfOklch(0.945, 0.025, hue),
    line: hexOfOklch(0.6, 0.1, hue),
  };
}

/** sRGB of an OKLCH color: https://www.w3.org/TR/css-color-4/#color-conversion-code. */
export function hexOfOklch(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((channel) => hexByte(gamma(channel))).join("")}`;
}

const gamma = (linear: number): number =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;

function hexByte(channel: number): string {
  const byte = Math.round(255 * Math.min(1, Math.max(0, channel)));
  return byte.toString(16).padStart(2, "0");
}
