import type { Context } from "hono";
import { digestOf } from "../../shared/digest.ts";
import type { LruCache } from "../../shared/lru-cache.ts";
import type { AppEnv } from "../env.ts";

/** For responses that stay the same until the next deploy: caches may store them, but revalidate by `ETag` before each use. */
const revalidated = "public, no-cache";

/** Size of a cache entry: bytes per character of its key at most, and a rough fixed overhead. */
const bytesPerCharacter = 2;
const overhead = 300;

const encoder = new TextEncoder();
/** `TextEncoder` returns a new buffer, never a SharedArrayBuffer, which its type does not say. */
const encode = (text: string) => encoder.encode(text) as Uint8Array<ArrayBuffer>;

/** Length of the hash in an entity tag, in bytes. */
const tagBytes = 16;

/** A response with its entity tag. */
export interface TaggedBody {
  readonly tag: string;
  /**
   * In UTF-8, ready to send. A string with any character beyond Latin-1 takes two bytes per character, is copied by each
   * young-generation garbage collection, and would be encoded for each response.
   */
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Cache key of a response. It differs whenever the response could: for another index, another deployed version of the
 * service, or another request.
 * @param request what the response depends on, checked and normalised.
 */
function nameOf({ VERSION }: AppEnv["Bindings"], index: string, request: unknown): string {
  return JSON.stringify([VERSION?.id ?? "", index, request]);
}

/** A strong entity tag for a cache key (RFC 9110, section 8.8.3). */
async function entityTag(name: string): Promise<string> {
  return `"${await digestOf(encode(name), tagBytes)}"`;
}

/** Whether `If-None-Match` matches a tag: weak comparison, and `*` matches any (RFC 9110, section 13.1.2). */
function matches(condition: string | undefined, tag: string): boolean {
  if (condition === undefined) return false;
  return condition.split(",").some((entry) => {
    const given = entry.trim().replace(/^W\//, "");
    return given === "*" || given === tag;
  });
}

/** A response that is the same until its index, the deployed version or the request is another. */
export interface TaggedResponse {
  /** Version of the index that the response is from. */
  readonly index: string;
  /** What the response depends on besides, checked and normalised. */
  readonly request: unknown;
  /** Media type of a text; JSON by default. */
  readonly type?: string;
  /** The body: an object, which is sent as JSON, or a text as it is. */
  make(): object | string | Promise<object | string>;
  /** Cache of responses, from which this one is served without calling `make`. */
  readonly recent?: LruCache<TaggedBody>;
}

/** Responds with what caches may store, or with 304 when the client has it already; `make` is not called then. */
export async function respondWithETag(
  context: Context<AppEnv>,
  { index, request, type = "application/json", make, recent }: TaggedResponse,
): Promise<Response> {
  const name = nameOf(context.env, index, request);
  const known = recent?.get(name);
  // Hashing is a good part of the cost of a cached response, so the tag is cached with the body.
  const tag = known?.tag ?? (await entityTag(name));
  const headers = { ETag: tag, "Cache-Control": revalidated };
  if (matches(context.req.header("If-None-Match"), tag)) return context.body(null, 304, headers);
  const body = known?.body ?? encode(textOf(await make()));
  if (known === undefined) {
    recent?.keep(name, { tag, body }, bytesPerCharacter * name.length + body.length + overhead);
  }
  return context.body(body, 200, { ...headers, "Content-Type": type });
}

const textOf = (body: object | string): string => (typeof body === "string" ? body : JSON.stringify(body));
