import { paperColour } from "../components/theme-colours.ts";
import { webManifest } from "../core/export/web-manifest.ts";
import { tagline, title, to } from "../site.ts";

/** The web app manifest. */
export function GET(): Response {
  const manifest = webManifest({
    name: title,
    description: tagline,
    home: to.home(),
    colour: paperColour.light,
  });
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`);
}
