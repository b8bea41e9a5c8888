import type { Context } from "hono";
import type { ByteCache } from "../index/cache.ts";
import { digestOfJson } from "../index/digest.ts";
import type { AppEnv } from "./env.ts";

/** For what stays the same until the next deploy: caches may keep it, and ask by its `ETag` before they use it again. */
const revalidated = "public, no-cache";

/** Memory that a text takes, at most. */
const bytesPerCharacter = 2;

/** Bytes of a hash that a tag has. */
const tagBytes = 16;

/**
 * A strong entity tag (RFC 9110, section 8.8.3). It differs whenever the response could: for another index, another
 * deployed version of the service, or another request.
 * @param request what the response depends on, checked and normalised.
 */
async function entityTag({ VERSION }: AppEnv["Bindings"], index: string, request: unknown): Promise<string> {
  return `"${await digestOfJson([VERSION?.id ?? "", index, request], tagBytes)}"`;
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
 * @param recent where the response may come from without `make`, and is kept; its tag, which changes with the index, is its name.
 */
export async function respondRevalidated<Body extends object>(
  context: Context<AppEnv>,
  index: string,
  request: unknown,
  make: () => Body | Promise<Body>,
  recent?: ByteCache<string>,
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
  recent?: ByteCache<string>,
): Promise<Response> {
  const headers = { ETag: await entityTag(context.env, index, request), "Cache-Control": revalidated };
  if (matches(context.req.header("If-None-Match"), headers.ETag)) return context.body(null, 304, headers);
  const known = recent?.get(headers.ETag);
  const text = known ?? (await make());
  if (known === undefined) recent?.keep(headers.ETag, text, bytesPerCharacter * text.length);
  return context.body(text, 200, { ...headers, "Content-Type": type });
}
