import type * as z from "zod/mini";
import type { ProblemDocument } from "../model/index.ts";
import type { operations } from "./operations.ts";
import { type OperationId, routes } from "./routes.ts";

type Operations = typeof operations;
type Input<Schema> = Schema extends z.ZodMiniType ? z.input<Schema> : never;
/** The fields of the query or the body, where an operation has one. */
type Fields<Id extends OperationId, Part extends "query" | "body"> =
  Operations[Id] extends Readonly<Record<Part, infer Schema>> ? Input<Schema> : unknown;

/** The input of an operation in one object: path parameters, query and body fields. */
export type Request<Id extends OperationId> = {
  readonly [Name in keyof Operations[Id]["parameters"]]: string;
} & Fields<Id, "query"> &
  Fields<Id, "body">;

/** The response body of an operation. */
export type Response<Id extends OperationId> =
  Operations[Id] extends Readonly<Record<"response", infer Schema extends z.ZodMiniType>>
    ? z.output<Schema>
    : undefined;

/** A function for each operation of the API. They reject with `ServiceError`, or as `fetch` does. */
export type Client = { readonly [Id in OperationId]: (request: Request<Id>) => Promise<Response<Id>> };

/** Thrown when the service answers with a problem document. */
export class ServiceError extends Error {
  override name = "ServiceError";
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Called in place of the global `fetch`: to add headers or time limits, or to call the service without a network. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<globalThis.Response>;
}

/** @param baseUrl where the service is, such as `https://answers.example.org`. */
export function createClient(baseUrl: string, { fetch = globalThis.fetch }: ClientOptions = {}): Client {
  const call = async (id: OperationId, request: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const { url, init } = httpRequest(baseUrl, id, request);
    const response = await fetch(url, init);
    if (response.status === 204) return undefined;
    if (response.ok) return response.json();
    throw new ServiceError(await readProblem(response));
  };
  const ids = Object.keys(routes) as OperationId[];
  // Types come from the schemas that the service validates with and is tested against.
  return Object.fromEntries(
    ids.map((id) => [id, (request: Readonly<Record<string, unknown>>) => call(id, request)]),
  ) as unknown as Client;
}

function httpRequest(
  baseUrl: string,
  id: OperationId,
  request: Readonly<Record<string, unknown>>,
): { url: string; init: RequestInit } {
  const [method, template] = routes[id];
  const others = new Map(Object.entries(request).filter(([, value]) => value !== undefined));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(others.get(name)));
    others.delete(name);
    return value;
  });
  const url = baseUrl.replace(/\/$/, "") + path;
  if (method === "POST") {
    const headers = { "Content-Type": "application/json" };
    return { url, init: { method, headers, body: JSON.stringify(Object.fromEntries(others)) } };
  }
  const query = new URLSearchParams([...others].map(([name, value]) => [name, String(value)]));
  return { url: others.size === 0 ? url : `${url}?${query}`, init: { method } };
}

/** The problem document of a response, or a substitute when a proxy answered instead of the service. */
async function readProblem(response: globalThis.Response): Promise<ProblemDocument> {
  if (response.headers.get("Content-Type") === "application/problem+json") return response.json();
  const { status, statusText: title } = response;
  return {
    type: "about:blank",
    title,
    status,
    detail: "The answer came from something else than the service.",
  };
}
