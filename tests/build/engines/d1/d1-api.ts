import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import * as z from "zod/mini";
import type { Database } from "../../../../src/index/d1/database.ts";

const bodySchema = z.strictObject({
  batch: z.array(z.strictObject({ sql: z.string(), params: z.array(z.string()) })),
});

export const account = "a".repeat(32);
export const databaseId = "00000000-0000-4000-8000-000000000000";
export const token = "an API token";

/** Stands in for Cloudflare's API of D1: runs the same SQL over another database. */
export interface D1Api {
  readonly baseUrl: string;
  /** Called before each request is looked at; it may answer it. */
  intercept: (request: number, response: ServerResponse) => void;
  readonly requests: () => number;
  stop(): Promise<void>;
}

export async function startD1Api(database: Database): Promise<D1Api> {
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, body: object): void => {
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    };
    const failure = (message: string) => ({
      result: null,
      success: false,
      errors: [{ code: 7500, message }],
      messages: [],
    });
    const body = await text(request);
    api.intercept(requests++, response);
    if (response.writableEnded || response.destroyed) return;
    if (request.headers.authorization !== `Bearer ${token}`) {
      return send(401, failure("Authentication error"));
    }
    if (request.method !== "POST" || request.url !== `/accounts/${account}/d1/database/${databaseId}/query`) {
      return send(404, failure("no such database"));
    }
    const { batch } = bodySchema.parse(JSON.parse(body));
    try {
      const results = await database.run(batch.map(({ sql, params }) => ({ sql, parameters: params })));
      const result = results.map((rows) => ({ results: rows, success: true, meta: {} }));
      send(200, { result, success: true, errors: [], messages: [] });
    } catch (error) {
      send(400, failure(error instanceof Error ? error.message : String(error)));
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const api: D1Api = {
    baseUrl: `http://127.0.0.1:${port}`,
    intercept: () => {},
    requests: () => requests,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return api;
}
