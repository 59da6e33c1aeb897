/** Colours that the design names in its style sheet and others need by value: manifest, icons, head. */

/** One colour of the design in its two themes, as CSS writes colours. */
export interface ThemeColour {
  readonly light: string;
  readonly dark: string;
}

/**
 * The value of a custom property that is written `--name: light-dark(<light>, <dark>)`.
 *
 * @throws {Error} when the style sheet has no such property.
 */
export function themeColour(css: string, name: string): ThemeColour {
  const colour = /[^\s(),]+(?:\([^()]*\))?/.source;
  const declaration = new RegExp(
    `${name}:\\s*light-dark\\(\\s*(${colour})\\s*,\\s*(${colour})\\s*\\)`,
  );
  const [, light, dark] = declaration.exec(css) ?? [];
  if (light === undefined || dark === undefined) {
    throw new Error(`The style sheet has no “${name}: light-dark(<light>, <dark>)”.`);
  }
  return { light, dark };
}
