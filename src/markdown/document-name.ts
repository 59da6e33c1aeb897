/** What an error calls the document it is about: the path inside the project, where there is one. */
export function documentName(url: URL | undefined): string {
  if (url === undefined) return "a Markdown text";
  const path = decodeURIComponent(url.pathname);
  const inSource = path.lastIndexOf("/src/");
  return inSource === -1 ? path : path.slice(inSource + 1);
}
