import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from "jose";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
// The test runner compiles it on its first import, which takes longer than a request may.
import "../../src/worker/insights/access.ts";
import { type Fetch, serve } from "./fixture.ts";
import { asOwner, recording } from "./insights.ts";
import { problemOf } from "./problems.ts";

const audience = "0a".repeat(32);
const minutes = 60;

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;
let first: KeyPair;
let second: KeyPair;

beforeAll(async () => {
  const options = { extractable: true };
  [first, second] = await Promise.all([generateKeyPair("RS256", options), generateKeyPair("RS256", options)]);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What a team publishes: each key under a name, as Access does. */
async function published(keys: Readonly<Record<string, KeyPair>>, alg?: string): Promise<Response> {
  const entries = Object.entries(keys).map(async ([kid, { publicKey }]) => {
    return { ...(await exportJWK(publicKey)), kid, ...(alg !== undefined && { alg }), use: "sig" };
  });
  return Response.json({ keys: await Promise.all(entries), public_certs: [] });
}

let teams = 0;

/** The service behind Access of a team of its own, whose keys are read through `certificates`. */
async function behindAccess(certificates: () => Promise<Response>) {
  const domain = `team-${++teams}.cloudflareaccess.com`;
  const asked = vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
    expect(String(input)).toBe(`https://${domain}/cdn-cgi/access/certs`);
    return certificates();
  });
  const variables = { ...(await recording()), ACCESS_TEAM_DOMAIN: domain, ACCESS_AUDIENCE: audience };
  return { fetch: serve(variables), issuer: `https://${domain}`, asked };
}

const now = () => Math.floor(Date.now() / 1000);

/** A token as Access makes it, with other claims where given. */
function tokenOf(issuer: string, claims: JWTPayload = {}, header: { kid?: string; alg?: string } = {}) {
  const usual = { iss: issuer, aud: [audience], email: "owner@example.org", iat: now(), nbf: now() };
  return new SignJWT({ ...usual, exp: now() + 10 * minutes, ...claims }).setProtectedHeader({
    alg: "RS256",
    kid: "first",
    ...header,
  });
}

const read = (fetch: Fetch, token: string) =>
  fetch("/insights/report.json", { headers: { "Cf-Access-Jwt-Assertion": token } });

const base64Url = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

describe("an owner who passed Cloudflare Access", () => {
  test("reads the report; the keys are read once", async () => {
    const { fetch, issuer, asked } = await behindAccess(() => published({ first }, "RS256"));
    const token = await tokenOf(issuer).sign(first.privateKey);
    for (let count = 0; count < 3; count++) expect((await read(fetch, token)).status).toBe(200);
    expect(asked).toHaveBeenCalledOnce();
  });

  test("may send the token of the service as before", async () => {
    const { fetch, asked } = await behindAccess(() => published({ first }, "RS256"));
    expect((await fetch("/insights/report.json", asOwner)).status).toBe(200);
    expect(asked).not.toHaveBeenCalled();
  });

  test("is known by the next key of the team, and by the one before while it is published", async () => {
    vi.setSystemTime(new Date("2026-11-24T12:00:00Z"));
    let keys: Record<string, KeyPair> = { first };
    const { fetch, issuer, asked } = await behindAccess(() => published(keys, "RS256"));
    expect((await read(fetch, await tokenOf(issuer).sign(first.privateKey))).status).toBe(200);
    keys = { first, second };
    vi.setSystemTime(new Date("2026-11-24T12:01:00Z"));
    const next = await tokenOf(issuer, {}, { kid: "second" }).sign(second.privateKey);
    expect((await read(fetch, next)).status).toBe(200);
    expect((await read(fetch, await tokenOf(issuer).sign(first.privateKey))).status).toBe(200);
    expect(asked).toHaveBeenCalledTimes(2);
    keys = { second };
    vi.setSystemTime(new Date("2026-11-24T12:30:00Z"));
    await problemOf(await read(fetch, await tokenOf(issuer).sign(first.privateKey)), 401);
  });
});

describe("a token that Access did not issue for this application, or that does not hold now", () => {
  const wrong: Record<string, (issuer: string) => Promise<string>> = {
    "for another application": (issuer) => tokenOf(issuer, { aud: ["0b".repeat(32)] }).sign(first.privateKey),
    "for no application": (issuer) => tokenOf(issuer, { aud: [] }).sign(first.privateKey),
    "of another team": () => tokenOf("https://other.cloudflareaccess.com").sign(first.privateKey),
    "of a longer name": (issuer) => tokenOf(`${issuer}.example.org`).sign(first.privateKey),
    expired: (issuer) => tokenOf(issuer, { exp: now() - 1 }).sign(first.privateKey),
    "without an end": (issuer) =>
      new SignJWT({ iss: issuer, aud: audience })
        .setProtectedHeader({ alg: "RS256", kid: "first" })
        .sign(first.privateKey),
    "not valid yet": (issuer) => tokenOf(issuer, { nbf: now() + minutes }).sign(first.privateKey),
    "signed by another key": (issuer) => tokenOf(issuer).sign(second.privateKey),
    "of an unknown key": (issuer) => tokenOf(issuer, {}, { kid: "third" }).sign(second.privateKey),
    "that brings its own key": async (issuer) =>
      new SignJWT({ iss: issuer, aud: audience, exp: now() + minutes })
        .setProtectedHeader({ alg: "RS256", jwk: await exportJWK(second.publicKey) })
        .sign(second.privateKey),
    "without a signature": async (issuer) => {
      const claims = { iss: issuer, aud: audience, exp: now() + minutes };
      return `${base64Url({ alg: "none", kid: "first" })}.${base64Url(claims)}.`;
    },
    "signed with the public key as a secret": async (issuer) => {
      const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(first.publicKey)));
      return tokenOf(issuer, {}, { alg: "HS256" }).sign(secret);
    },
    "with a changed claim": async (issuer) => {
      const [header, , signature] = (await tokenOf(issuer).sign(first.privateKey)).split(".");
      return `${header}.${base64Url({ iss: issuer, aud: audience, exp: now() + 999 })}.${signature}`;
    },
    "that is none": async () => "..",
    empty: async () => "",
  };

  test.each(Object.entries(wrong))("%s is 401 and leaks nothing", async (_, make) => {
    const { fetch, issuer } = await behindAccess(() => published({ first }, "RS256"));
    const response = await read(fetch, await make(issuer));
    const problem = await problemOf(response, 401);
    const without = await problemOf(await fetch("/insights/report.json"), 401);
    expect(problem).toEqual(without);
    expect(JSON.stringify([problem, ...response.headers])).not.toMatch(/cloudflareaccess|0a0a|owner@/);
  });

  test.each(["RS384", "RS512", "PS256"])(
    "signed by %s is 401, though the key is right and names no algorithm",
    async (alg) => {
      const { fetch, issuer } = await behindAccess(() => published({ first }));
      const jwk = await exportJWK(first.privateKey);
      const key = await importJWK(jwk, alg);
      const own = await tokenOf(issuer).sign(first.privateKey);
      expect((await read(fetch, own)).status).toBe(200);
      await problemOf(await read(fetch, await tokenOf(issuer, {}, { alg }).sign(key)), 401);
    },
  );

  test("makes the keys be read no more than once in 30 seconds", async () => {
    const { fetch, issuer, asked } = await behindAccess(() => published({ first }, "RS256"));
    for (let count = 0; count < 5; count++) {
      const token = await tokenOf(issuer, {}, { kid: `made-up-${count}` }).sign(second.privateKey);
      expect((await read(fetch, token)).status).toBe(401);
    }
    expect(asked).toHaveBeenCalledOnce();
  });

  test("by a key that the team does not have, or that is one of several, is no fault of the keys", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { fetch, issuer } = await behindAccess(() => published({ first, second }, "RS256"));
    await problemOf(
      await read(fetch, await tokenOf(issuer, {}, { kid: "third" }).sign(first.privateKey)),
      401,
    );
    const unnamed = new SignJWT({ iss: issuer, aud: [audience], exp: now() + minutes });
    const token = await unnamed.setProtectedHeader({ alg: "RS256" }).sign(first.privateKey);
    await problemOf(await read(fetch, token), 401);
    expect(log).not.toHaveBeenCalled();
  });

  test("is any where Access is not set up", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    const token = await tokenOf("https://team.cloudflareaccess.com").sign(first.privateKey);
    await problemOf(await read(serve(await recording()), token), 401);
    expect(asked).not.toHaveBeenCalled();
  });
});

test("while the keys of the team hang, nobody passes, and it is said before the deadline", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { fetch, issuer } = await behindAccess(() => new Promise(() => undefined));
  const asked = vi.mocked(globalThis.fetch);
  asked.mockImplementation((_input, init) => {
    return new Promise((_, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });
  });
  const token = await tokenOf(issuer).sign(first.privateKey);
  await problemOf(await read(fetch, token), 401);
  expect(JSON.stringify(log.mock.calls)).toContain("could not be read");
});

test.each<[string, () => Promise<Response>]>([
  ["fail", () => Promise.reject(new TypeError("network"))],
  ["answer 500", async () => new Response("oops", { status: 500 })],
  ["are no keys", async () => Response.json({ keys: "none" })],
])("while the keys of the team %s, nobody passes, and the log says why", async (_, certificates) => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { fetch, issuer } = await behindAccess(certificates);
  await problemOf(await read(fetch, await tokenOf(issuer).sign(first.privateKey)), 401);
  expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
    { level: "error", error: "AccessKeys", message: `the keys of ${issuer} could not be read` },
  ]);
  expect((await fetch("/insights/report.json", asOwner)).status).toBe(200);
});
