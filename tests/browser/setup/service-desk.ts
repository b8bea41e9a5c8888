import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import type { D1Database } from "../../../src/shared/bindings.ts";
import { type Service, startService } from "./start-service.ts";

/** A service that a test asks for. */
export interface Wanted {
  /** Path of its configuration. */
  readonly config: string;
  /** A database that it is bound to, by its name, and the folder of its migrations. */
  readonly database?: { readonly binding: string; readonly migrations: string };
}

/** Starts services for tests, which run in other processes; each once, and all in one process that has loaded wrangler. */
export interface ServiceDesk {
  /** Where tests ask. */
  readonly url: string;
  /** Has every service take what was built meanwhile. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

async function start({ config, database }: Wanted): Promise<Service> {
  const service = await startService(config);
  if (database === undefined) return service;
  const bound = (await service.binding(database.binding)) as D1Database;
  for (const { queries } of await readD1Migrations(database.migrations)) {
    for (const query of queries) await bound.prepare(query).all();
  }
  return service;
}

/** Opens the desk. It answers a POST of what is wanted with the service's address. */
export async function openServiceDesk(): Promise<ServiceDesk> {
  const started = new Map<string, Promise<Service>>();
  const serve = async (wanted: string): Promise<string> => {
    const service = started.get(wanted) ?? start(JSON.parse(wanted));
    started.set(wanted, service);
    return (await service).url;
  };
  const server = createServer(async (request, response) => {
    try {
      response.end(await serve(await text(request)));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.stack : String(error));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  const all = () => Promise.all(started.values());
  return {
    url: `http://127.0.0.1:${address.port}`,
    reload: async () => {
      for (const service of await all()) await service.reload();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      for (const service of await all()) await service.stop();
    },
  };
}
