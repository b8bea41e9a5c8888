import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { folderName } from "./element.ts";

/** What a development server passes to a middleware: Node's request and response, as far as they are used. */
interface Request {
  readonly url?: string | undefined;
}
interface Response {
  statusCode: number;
  setHeader(name: string, value: string): void;
  end(content?: Uint8Array | string): void;
}

const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".json": "application/json" };

/**
 * A middleware that answers from the last whole build while a site is developed: a development server makes no pages that
 * could be indexed.
 *
 * @param site folder of that build
 * @param base path that the development server serves the site below, with slashes at both ends
 */
export function lastBuild(site: string, base: string) {
  const prefix = `${base}${folderName}/`;
  return async (request: Request, response: Response, next: () => void): Promise<void> => {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    if (!path.startsWith(prefix)) return next();
    const file = normalize(decodeURIComponent(path.slice(prefix.length)));
    const content = file.startsWith("..")
      ? undefined
      : await readFile(join(site, folderName, file)).catch(() => undefined);
    response.statusCode = content === undefined ? 404 : 200;
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
    response.end(content ?? "Build the site once, so that there is something to ask.");
  };
}
