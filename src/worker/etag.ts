import type { Context } from "hono";
import type { ByteCache } from "../index/cache.ts";
import { digestOf } from "../index/digest.ts";
import type { AppEnv } from "./env.ts";

/** For what stays the same until the next deploy: caches may keep it, and ask by its `ETag` before they use it again. */
const revalidated = "public, no-cache";

/** Memory that a text takes, at most. */
const bytesPerCharacter = 2;

/** Bytes of a hash that a tag has. */
const tagBytes = 16;

/** A response text with its entity tag. */
export interface TaggedText {
  readonly tag: string;
  readonly text: string;
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
  return `"${await digestOf(new TextEncoder().encode(name), tagBytes)}"`;
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
  recent?: ByteCache<TaggedText>,
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
  recent?: ByteCache<TaggedText>,
): Promise<Response> {
  const name = nameOf(context.env, index, request);
  const known = recent?.get(name);
  // Hashing takes a good part of a response from memory, so that a tag is kept with its text.
  const tag = known?.tag ?? (await entityTag(name));
  const headers = { ETag: tag, "Cache-Control": revalidated };
  if (matches(context.req.header("If-None-Match"), tag)) return context.body(null, 304, headers);
  const text = known?.text ?? (await make());
  if (known === undefined) recent?.keep(name, { tag, text }, bytesPerCharacter * (name.length + text.length));
  return context.body(text, 200, { ...headers, "Content-Type": type });
}
