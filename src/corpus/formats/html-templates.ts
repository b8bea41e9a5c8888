import { markdownHtml } from "./markdown/index.ts";

/** Tags of Liquid, Nunjucks and Handlebars; what comments hide is gone for good. */
const templateTags =
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{#[\s\S]*?#\}|\{%[^{}]*(?:\{[^{}]*\}[^{}]*)*%\}|\{\{[^{}]*\}\}/g;

/** Code that a generator highlights, or shows as it is written. */
const highlighted = /\{%-?\s*(highlight|raw)\b[^%]*%\}([\s\S]*?)\{%-?\s*end\1\s*-?%\}/g;

/** What a template keeps under a name, or says to be Markdown. */
const kept =
  /\{%-?\s*(capture|set|markdown|markdownify|md|filter|apply)\b\s*([^%=]*?)\s*-?%\}([\s\S]*?)\{%-?\s*end\1\s*-?%\}/g;

/** How a whole page begins. What a piece of one says about `<html>` makes it none. */
const wholePage = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body)\b/i;

const escaped = (code: string): string => code.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Whether what a tag keeps is Markdown: it is called so, is shown as that, or is several lines none of which opens an element. */
function isMarkdown(tag: string, name: string, inner: string, page: string): boolean {
  if (/^(?:markdown|md)/.test(tag)) return true;
  if (tag === "filter" || tag === "apply") return /^(?:markdown|md)/.test(name);
  if (!/^\w+$/.test(name)) return false;
  if (/markdown|^md$|_md$/i.test(name) || new RegExp(`\\{\\{-?\\s*${name}\\s*\\|\\s*markdown`).test(page))
    return true;
  return /\S[^\n]*\n\s*\S/.test(inner) && !/^\s*<[a-z!/]/im.test(inner);
}

/** What a page keeps as Markdown as the HTML that it makes, where it is kept: it is shown but for few lines further down. */
const withMarkdown = (text: string): string =>
  text.replace(kept, (whole, tag: string, name: string, inner: string) =>
    isMarkdown(tag, name.replace(/^["']|["']$/g, ""), inner, text)
      ? `<div>${markdownHtml(inner)}</div>`
      : whole,
  );

/** A piece of a page that a generator fills in, without what it fills in: a whole page has been. */
export const withoutTemplateTags = (text: string): string =>
  wholePage.test(text) || !/\{[%{#]/.test(text)
    ? text
    : withMarkdown(text)
        .replace(highlighted, (_, name: string, code: string) => {
          // What is filled in there is not known.
          const isFilled = code.replace(templateTags, "").trim() === "";
          return name === "raw" ? code : isFilled ? "" : `<pre><code>${escaped(code)}</code></pre>`;
        })
        .replace(templateTags, "");
