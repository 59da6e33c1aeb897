/** The page that draws the packed ones; see `client/page.ts`. */

/**
 * Its HTML. The script writes the wanted page into the place where it stands, so that what follows it
 * here is only for readers without scripts. `script`: path from the root.
 */
export function drawingPageHtml(script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <script src="${script}"></script>
    <title>This page needs JavaScript</title>
  </head>
  <body>
    <noscript>
      <main>
        <h1>This page needs JavaScript</h1>
        <p>
          The pages of a large library are packed, so that all of them fit into one small zip, and
          drawn by a script of this folder. Allow scripts for it, or read the published site.
          <a href="index.html">Home</a>
        </p>
      </main>
    </noscript>
  </body>
</html>
`;
}
