import { Hono } from "hono/tiny";
import { markdownLink, markdownName, pageHeaders } from "../../../api/headers.ts";
import { readFile } from "../../../index/d1/files.ts";
import { originPlaceholder } from "../../../model/limits.ts";
import { percentDecoded } from "../../../shared/percent-decoded.ts";
import type { AppEnv } from "../../env.ts";
import { takesMarkdown } from "../../http/accept.ts";
import { respondWithETag } from "../../http/etag.ts";
import { answerInTime } from "../../middleware/deadline.ts";
import { openSession } from "./session.ts";

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml",
};

/** The list of articles. */
const listPath = "articles/";

/** Routes of files that change with the articles: article pages, the list of articles, sitemap and llms.txt. */
const patterns = ["/articles", "/articles/*", "/sitemap.xml", "/llms.txt"];

/**
 * Serves pages out of the database, as the platform serves static ones: a page's address ends with a slash.
 *
 * @param files addresses of styles and scripts, by the names that stand for them in stored pages
 */
export function pageRoutes(files: Readonly<Record<string, string>>): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const pattern of patterns) {
    app.use(pattern, answerInTime, async (context, next) => {
      await next();
      for (const [name, value] of Object.entries(pageHeaders)) context.header(name, value);
    });
    app.get(pattern, async (context) => {
      const { origin, pathname, search } = new URL(context.req.url);
      const path = pathOf(pathname);
      const isFolder = path.endsWith("/");
      // Each article has its Markdown beside it; the list of them has none.
      const isArticle = isFolder && path !== listPath;
      const name = isFolder
        ? path + (isArticle && takesMarkdown(context) ? markdownName : "index.html")
        : path;
      const file = await readFile(openSession(context), name);
      if (file === undefined) {
        if (isFolder || path.includes(".")) return context.env.ASSETS.fetch(context.req.raw);
        return context.redirect(`${pathname}/${search}`, 307);
      }
      const extension = name.slice(name.lastIndexOf(".") + 1);
      const type = types[extension] ?? types["html"] ?? "";
      if (isArticle) {
        context.header("Vary", "Accept");
        context.header("Link", markdownLink);
      }
      return respondWithETag(context, {
        index: file.hash,
        request: [origin, path, extension],
        type,
        make: () =>
          withAddresses(
            file.content.replaceAll(originPlaceholder, () => origin),
            files,
          ),
      });
    });
  }
  return app;
}

/** The path of a stored file, from that of a request. */
function pathOf(pathname: string): string {
  const path = pathname.slice(1);
  // No stored path is malformed, so such a one will not be found.
  return percentDecoded(path)?.normalize("NFC") ?? path;
}

function withAddresses(content: string, files: Readonly<Record<string, string>>): string {
  let text = content;
  for (const [name, address] of Object.entries(files)) text = text.replaceAll(name, () => address);
  return text;
}
