import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { getMimeType, mimes } from "hono/utils/mime";
import { percentDecoded } from "../shared/percent-decoded.ts";
import type { Assets } from "../worker/platform.ts";
import { applyHeaderRules, readHeaderRules } from "./header-rules.ts";

/** Media types by extension, with those that Hono has not. */
const types: Record<string, string> = { ...mimes, md: "text/markdown" };

/** Files for the platform, which it serves to nobody, by their names in the folder. */
const hidden = new Set(["_headers", "_redirects"]);

/**
 * The files of a build's folder as Cloudflare serves them: a page is at its path without `.html`, that of a folder with a
 * slash at the end, and `_headers` says what is sent with each.
 *
 * @param folder of the files
 */
export function folderAssets(folder: string): Assets {
  const root = resolve(folder);
  const headersFile = join(root, "_headers");
  const rules = existsSync(headersFile) ? readHeaderRules(readFileSync(headersFile, "utf8")) : [];
  const read = (path: string): Promise<Buffer | undefined> => {
    const file = join(root, path);
    // Asked of the file, since many paths lead to it: `//_headers`, `/x/..%2f_headers`.
    if (!file.startsWith(root + sep) || hidden.has(relative(root, file))) return Promise.resolve(undefined);
    return readFile(file).catch(() => undefined);
  };

  async function respond(path: string, content: Buffer, request: Request): Promise<Response> {
    const headers = new Headers({
      "Content-Type": getMimeType(path, types) ?? "application/octet-stream",
      "Cache-Control": "public, max-age=0, must-revalidate",
      ETag: `"${createHash("sha256").update(content).digest("hex").slice(0, 32)}"`,
    });
    applyHeaderRules(rules, path.replace(/(?:index)?\.html$/, ""), headers);
    // Whatever compresses the response makes its tag a weak one.
    const known = request.headers
      .get("If-None-Match")
      ?.split(",")
      .map((tag) => tag.trim().replace(/^W\//, ""));
    if (known?.includes(headers.get("ETag") ?? "")) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(request.method === "HEAD" ? null : new Uint8Array(content), { headers });
  }

  return {
    async fetch(input) {
      const request = input instanceof Request ? input : new Request(input);
      const { pathname, search } = new URL(request.url);
      const path = decoded(pathname);
      if (path === undefined) return new Response("not found", { status: 404 });
      const redirect = (to: string): Response =>
        new Response(null, { status: 307, headers: { Location: to + search } });
      if (path.endsWith("/index.html")) return redirect(pathname.slice(0, -"index.html".length));
      if (path.endsWith(".html")) return redirect(pathname.slice(0, -".html".length));
      const candidates = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
      for (const candidate of candidates) {
        const content = await read(candidate);
        if (content !== undefined) return respond(candidate, content, request);
      }
      const isFolder = !path.endsWith("/") && (await read(`${path}/index.html`)) !== undefined;
      return isFolder ? redirect(`${pathname}/`) : new Response("not found", { status: 404 });
    },
  };
}

/** A path without percent-encoding, in NFC as the build names files; undefined when it is malformed. */
const decoded = (path: string): string | undefined => percentDecoded(path)?.normalize("NFC");
