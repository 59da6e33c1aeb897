/** The web app manifest: what a browser shows of the site once it is installed. */

/** A PNG made from the site's mark, by its file below the base path. */
export interface AppIcon {
  readonly file: string;
  /** Width and height in pixels. */
  readonly size: number;
  /** `maskable`: the mark stays inside the inner circle, so that a system may cut any shape. */
  readonly purpose: "any" | "maskable";
}

/** The icons that the manifest names; a build makes them from `favicon.svg`. */
export const appIcons: readonly AppIcon[] = [
  { file: "icons/192.png", size: 192, purpose: "any" },
  { file: "icons/512.png", size: 512, purpose: "any" },
  { file: "icons/maskable-512.png", size: 512, purpose: "maskable" },
];

/** The icon of a phone's home screen that does not read the manifest; full to its edges. */
export const touchIcon: AppIcon = {
  file: "icons/apple-touch-icon.png",
  size: 180,
  purpose: "maskable",
};

/** What the manifest says of a site. */
export interface AppDescription {
  readonly name: string;
  readonly description: string;
  /** Root-relative address of the home page, base path included; also the app's identity. */
  readonly home: string;
  /** Colour behind everything, as CSS writes it. */
  readonly colour: string;
}

/** The manifest as it is written; https://www.w3.org/TR/appmanifest/ */
export function webManifest({ name, description, home, colour }: AppDescription): object {
  return {
    id: home,
    name,
    short_name: name,
    description,
    lang: "en",
    start_url: home,
    scope: home,
    display: "standalone",
    background_color: colour,
    theme_color: colour,
    icons: [
      { src: `${home}favicon.svg`, sizes: "any", type: "image/svg+xml", purpose: "any" },
      ...appIcons.map(({ file, size, purpose }) => ({
        src: home + file,
        sizes: `${String(size)}x${String(size)}`,
        type: "image/png",
        purpose,
      })),
    ],
  };
}
