import type { Context } from "hono";
import { digestOf } from "../../shared/digest.ts";
import type { LruCache } from "../../shared/lru-cache.ts";
import type { AppEnv } from "../env.ts";

/** For what stays the same until the next deploy: caches may keep it, and ask by its `ETag` before they use it again. */
const revalidated = "public, no-cache";

/** Memory that a name takes for each of its characters, at most, and what is kept takes beside its bytes, roughly. */
const bytesPerCharacter = 2;
const overhead = 300;

const encoder = new TextEncoder();
/** An encoder gives a buffer of its own, which is never a shared one. */
const encode = (text: string) => encoder.encode(text) as Uint8Array<ArrayBuffer>;

/** Bytes of a hash that a tag has. */
const tagBytes = 16;

/** A response with its entity tag. */
export interface TaggedBody {
  readonly tag: string;
  /**
   * In UTF-8, as it is sent. A string with any character beyond Latin-1 takes two bytes for each, is copied whenever the heap is
   * collected while it is new, and encoded whenever it is sent.
   */
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Names a response. The name differs whenever the response could: for another index, another deployed version of the
 * service, or another request.
 * @param request what the response depends on, checked and normalised.
 */
function nameOf({ VERSION }: AppEnv["Bindings"], index: string, request: unknown): string {
  return JSON.stringify([VERSION?.id ?? "", index, request]);
}

/** A strong entity tag for the response of a name (RFC 9110, section 8.8.3). */
async function entityTag(name: string): Promise<string> {
  return `"${await digestOf(encode(name), tagBytes)}"`;
}

/** Compares as RFC 9110, section 13.1.2, has it: weakly, and `*` is any. */
function matches(condition: string | undefined, tag: string): boolean {
  if (condition === undefined) return false;
  return condition.split(",").some((entry) => {
    const given = entry.trim().replace(/^W\//, "");
    return given === "*" || given === tag;
  });
}

/**
 * Answers with JSON that caches may keep, or with 304 when the client has it already; then `make` is not called.
 * @param index version of the index that the response is from.
 * @param request what the response depends on besides.
 * @param recent where the response may come from without `make`, and is kept.
 */
export async function respondRevalidated<Body extends object>(
  context: Context<AppEnv>,
  index: string,
  request: unknown,
  make: () => Body | Promise<Body>,
  recent?: LruCache<TaggedBody>,
): Promise<Response> {
  const makeText = async (): Promise<string> => JSON.stringify(await make());
  return respondUnlessKnown(context, index, request, "application/json", makeText, recent);
}

/** As `respondRevalidated`, with a text of any type. */
export async function respondUnlessKnown(
  context: Context<AppEnv>,
  index: string,
  request: unknown,
  type: string,
  make: () => string | Promise<string>,
  recent?: LruCache<TaggedBody>,
): Promise<Response> {
  const name = nameOf(context.env, index, request);
  const known = recent?.get(name);
  // Hashing takes a good part of a response from memory, so that a tag is kept with its text.
  const tag = known?.tag ?? (await entityTag(name));
  const headers = { ETag: tag, "Cache-Control": revalidated };
  if (matches(context.req.header("If-None-Match"), tag)) return context.body(null, 304, headers);
  const body = known?.body ?? encode(await make());
  if (known === undefined) {
    recent?.keep(name, { tag, body }, bytesPerCharacter * name.length + body.length + overhead);
  }
  return context.body(body, 200, { ...headers, "Content-Type": type });
}
