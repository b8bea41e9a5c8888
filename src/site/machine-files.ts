import { markdownLink, markdownName, pageHeaders } from "../api/headers.ts";
import { type ArticleMetadata, originPlaceholder } from "../model/index.ts";
import { newestFirst } from "./article-list.ts";
import { absoluteUrl, type Site } from "./shell.ts";

/** Maximum number of URLs in a sitemap (https://www.sitemaps.org/protocol.html). */
const longestSitemap = 50_000;

/** Escapes text for XML, attributes included. */
function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The site with an absolute base URL: a placeholder for its host where that is unknown, which the service fills in. */
function withHost(site: Site): Site {
  const { baseUrl } = site;
  return baseUrl === "" || baseUrl.startsWith("/") ? { ...site, baseUrl: originPlaceholder + baseUrl } : site;
}

function sitemap(site: Site, own: readonly ArticleMetadata[]): string {
  const pages = ["/", "/articles/"].map((path) => ({ url: path, updated: undefined, published: undefined }));
  const entries = [...pages, ...(site.noindex === true ? [] : newestFirst(own))]
    .slice(0, longestSitemap)
    .map(({ url, updated, published }) => {
      const date = updated ?? published;
      const modified = date === undefined ? "" : `<lastmod>${escapeXml(date)}</lastmod>`;
      return `<url><loc>${escapeXml(absoluteUrl(site, url))}</loc>${modified}</url>\n`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("")}</urlset>
`;
}

function openSearch(site: Site): string {
  const address = (path: string): string => escapeXml(absoluteUrl(site, path));
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(site.title.slice(0, 16))}</ShortName>
<Description>Ask the articles of ${escapeXml(site.title)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image type="image/svg+xml">${address("/favicon.svg")}</Image>
<Url type="text/html" template="${address("/?ask=")}{searchTerms}"/>
</OpenSearchDescription>
`;
}

/** A text of an article on one line of Markdown, in which nothing is a link, code, markup or a tag. */
function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]()<>#!~|]/g, "\\$&");
}

/** https://llmstxt.org/ */
function llms(site: Site, articles: readonly ArticleMetadata[], marked: readonly ArticleMetadata[]): string {
  const paged = new Set(marked.map(({ url }) => url));
  const lines = newestFirst(articles).map(
    ({ title, url, summary }) =>
      `- [${plainMarkdown(title)}](${absoluteUrl(site, url)}${paged.has(url) ? markdownName : ""})${summary === undefined ? "" : `: ${plainMarkdown(summary)}`}\n`,
  );
  return `# ${plainMarkdown(site.title)}

> Ask these articles at ${absoluteUrl(site, "/api/ask?q=")} followed by a question, percent-encoded. The answer is JSON: quotes from the articles, word for word, and passages, each with a citation. Agents that speak MCP find the same at ${absoluteUrl(site, "/mcp")}.

## Articles

${lines.join("")}`;
}

/** What llms.txt tells agents to ask is theirs to ask; the rest of the API is no page to be found. */
function robots(site: Site): string {
  const { base } = site;
  return `User-agent: *\nAllow: ${base}/api/ask?\nDisallow: ${base}/api/\n\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}

/** A page of text with a note's number above its end. */
const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#a23018"/><path d="M7 13h9M7 19h18M7 25h13" stroke="#fff" stroke-width="2.6" stroke-linecap="round" opacity=".8"/><path d="M20.5 8.5 24 6v9" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;

/** An SVG opened as a page could run scripts: it may only draw. */
const imagePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Headers of the static files. Any page may load the widget. Names of files below /static/ change with their content. */
const headersOf = (hasMarkdown: boolean): string => `/*
${Object.entries(pageHeaders)
  .map(([name, value]) => `  ${name}: ${value}\n`)
  .join("")}${hasMarkdown ? `/articles/*\n  Link: ${markdownLink}\n` : ""}/static/*
  Cache-Control: public, max-age=31536000, immutable
/static/images/*
  ! Content-Security-Policy
  Content-Security-Policy: ${imagePolicy}
/openapi.json
  Access-Control-Allow-Origin: *
/labels/*
  Access-Control-Allow-Origin: *
  Cache-Control: public, max-age=3600
  Cross-Origin-Resource-Policy: cross-origin
/widget*
  Access-Control-Allow-Origin: *
  Cache-Control: public, max-age=3600
  Cross-Origin-Resource-Policy: cross-origin
`;

/** Files for programs that list articles, by their paths. `own` are the articles whose pages are on this site, `marked` those with Markdown beside it. */
export function machineListFiles(
  site: Site,
  articles: readonly ArticleMetadata[],
  own: readonly ArticleMetadata[],
  marked: readonly ArticleMetadata[],
): [path: string, content: string][] {
  const based = withHost(site);
  return [
    ["sitemap.xml", sitemap(based, own)],
    [`articles/${markdownName}`, llms(based, articles, marked)],
    ["llms.txt", llms(based, articles, marked)],
  ];
}

/** The other files for programs, by their paths. */
export function machineFiles(site: Site, hasMarkdown: boolean): [path: string, content: string][] {
  const based = withHost(site);
  return [
    ["opensearch.xml", openSearch(based)],
    ["robots.txt", robots(based)],
    ["favicon.svg", favicon],
    ["_headers", headersOf(hasMarkdown)],
  ];
}
