/**
 * Lets a browser add the site's search to its own (OpenSearch 1.1,
 * https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md).
 */
import type { APIRoute } from "astro";
import { absolute, tagline, title, to } from "../site.ts";

/** Longest name of a search that the format allows, in characters. */
const longestName = 16;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export const GET: APIRoute = () => {
  const template = `${absolute(to.search())}?q={searchTerms}`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escaped([...title].slice(0, longestName).join(""))}</ShortName>`,
    `  <Description>${escaped(`Search the papers of ${title}: ${tagline}`)}</Description>`,
    "  <InputEncoding>UTF-8</InputEncoding>",
    `  <Image width="32" height="32" type="image/svg+xml">${escaped(absolute(to.file("favicon.svg")))}</Image>`,
    `  <Url type="text/html" method="get" template="${escaped(template)}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${escaped(absolute(to.file("opensearch.xml")))}"/>`,
    "</OpenSearchDescription>",
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "Content-Type": "application/opensearchdescription+xml; charset=utf-8" },
  });
};
