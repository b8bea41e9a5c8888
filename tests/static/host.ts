import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** What a host is asked to do besides. */
export interface HostOptions {
  /** Path that the folder is served below, with slashes at both ends. */
  readonly base?: string;
  /** Headers of every response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Content in the place of a file's, by its path below the base. */
  readonly instead?: (path: string) => string | undefined;
}

/** A host of static files, as plain as they come. */
export interface Host {
  /** Address of the folder, with a slash at the end. */
  readonly url: string;
  /** Paths below the base that were asked for. */
  readonly requested: string[];
  stop(): Promise<void>;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Serves a folder on a free port. */
export async function startHost(
  folder: string,
  { base = "/", headers = {}, instead }: HostOptions = {},
): Promise<Host> {
  const requested: string[] = [];
  const server = createServer(async ({ url = "", headers: asked }, response) => {
    const path = decodeURIComponent(new URL(url, "http://host").pathname);
    const file = path.startsWith(base) ? normalize(path.slice(base.length)) : "..";
    requested.push(file);
    try {
      if (file.startsWith("..")) throw new Error("outside");
      const named = file === "." || file.endsWith("/") ? join(file, "index.html") : file;
      // As hosts do: the page of a folder is at an address with a slash at the end.
      if (instead?.(named) === undefined && (await isFolder(join(folder, named)))) {
        response.writeHead(301, { Location: `${path}/` }).end();
        return;
      }
      const content = instead?.(named) ?? (await readFile(join(folder, named)));
      const type = types[extname(named)];
      // As hosts do: text is compressed, and nothing else.
      const isPacked = type !== undefined && /\bgzip\b/.test(String(asked["accept-encoding"] ?? ""));
      response.writeHead(200, {
        "Content-Type": type ?? "application/octet-stream",
        ...(isPacked && { "Content-Encoding": "gzip", Vary: "Accept-Encoding" }),
        ...headers,
      });
      response.end(isPacked ? gzipSync(content) : content);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("nothing here");
    }
  }).listen(0, "127.0.0.1");
  // A client on a busy machine may ask again over a connection that was just closed as idle.
  server.keepAliveTimeout = 60_000;
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    requested,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
