import type { AddressInfo } from "node:net";
import { serve as listen } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { footnote } from "../worker/mount.ts";
import { openService } from "./open-service.ts";

/** Variables by the names of wrangler.toml, such as ALLOWED_ORIGINS. */
type Variables = Readonly<Record<string, unknown>>;

/** What to serve, and where. */
export interface ServeOptions {
  /** Folder of a build; `dist` unless told otherwise. */
  readonly built?: string;
  /** Port; 8787 unless told otherwise, and any free one for 0. */
  readonly port?: number;
  /** Address to listen at; all of the machine's unless told otherwise. */
  readonly hostname?: string;
  /** Variables by the names of wrangler.toml, such as ALLOWED_ORIGINS; those of the process unless told otherwise. */
  readonly variables?: Variables;
}

/** A server that listens. */
export interface Server {
  readonly url: string;
  /** Ends it, once the requests that are being answered have their answers. */
  stop(): Promise<void>;
}

/** Variables of the process that the service reads. */
const variablesOf = ({ ALLOWED_ORIGINS }: NodeJS.ProcessEnv): Variables =>
  ALLOWED_ORIGINS === undefined ? {} : { ALLOWED_ORIGINS };

/** A Hono app that serves a build, compressed, at the path that it was made for. @throws as `openService` */
export async function createNodeApp(
  built: string | undefined,
  variables: Variables = variablesOf(process.env),
): Promise<Hono> {
  const service = await openService(built);
  const app = new Hono();
  app.use(compress());
  const served = footnote(service, { variables });
  // At the root nothing else is served: what is not there is for the service to say, where an app that it is a route of would.
  if (service.base === "") app.all("*", ({ req, env }) => served.fetch(req.raw, env));
  else app.route(service.base, served);
  return app;
}

/** Serves a build over HTTP. @throws as `openService`, and when the port is taken */
export async function serve({ built, port = 8787, hostname, variables }: ServeOptions = {}): Promise<Server> {
  return listenTo(await createNodeApp(built, variables), { port, hostname });
}

/**
 * Bytes that the head of a request may have. Node takes 16 kB, which the longest question is over by itself: each of its 2,000 characters
 * may be nine in an address.
 */
const maxHeaderSize = 40 * 1024;

/** Serves an app over HTTP. @throws when the port is taken */
export function listenTo(
  { fetch }: Hono,
  { port, hostname }: { readonly port: number; readonly hostname: string | undefined },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const settings = { fetch, port, serverOptions: { maxHeaderSize }, ...(hostname && { hostname }) };
    const server = listen(settings, (address: AddressInfo) => {
      resolve({
        url: `http://${hostname ?? "localhost"}:${address.port}`,
        stop: () => new Promise((ended) => server.close(() => ended())),
      });
    });
    server.on("error", reject);
  });
}
