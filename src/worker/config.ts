import type { D1Database } from "../shared/bindings.ts";
import type { Env } from "./env.ts";

/** How many requests one client may make in how many seconds. */
export interface RateLimitPolicy {
  readonly quota: number;
  readonly window: number;
}

export interface Configuration {
  /** Origins as browsers send them, or `*` for all. */
  readonly allowedOrigins: "*" | string[];
  /** The rate limit as the owner states it; the binding does not report it. */
  readonly rateLimitPolicy?: RateLimitPolicy;
  /** Absent when questions are not recorded. */
  readonly insights?: InsightsConfiguration;
}

/** Where questions are recorded, and who may read them. */
export interface InsightsConfiguration {
  readonly database: D1Database;
  readonly signingKey: string;
  readonly token: string;
  readonly retentionDays: number;
  /** The Cloudflare Access application whose tokens also open the owner's pages, where there is one. */
  readonly access?: AccessApplication;
}

/** A Cloudflare Access application, as identified in its tokens. */
export interface AccessApplication {
  /** The team, such as `https://example.cloudflareaccess.com`. */
  readonly issuer: string;
  readonly audience: string;
}

/** Thrown when variables are invalid. `message` lists each, what is wrong and what to do; it is safe to log. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
}

/** Variables by name, and what is wrong with those that were read. */
class Variables {
  readonly errors: string[] = [];
  readonly #env: object;

  constructor(env: object) {
    this.#env = env;
  }

  /** @returns the variable; empty when it is absent, or not what `isValid` says, which is an error with the message */
  text(name: string, isValid: (text: string) => boolean, message: string, otherwise = ""): string {
    const given: unknown = Reflect.get(this.#env, name) ?? otherwise;
    if (typeof given === "string" && isValid(given)) return given;
    this.errors.push(`${name}: ${message}`);
    return "";
  }
}

/** Cache: an environment does not change during its isolate's life. */
const known = new WeakMap<Env, Configuration>();

/** Validates the variables of an environment. @throws ConfigurationError that lists all faults */
export function readConfiguration(env: Env): Configuration {
  const configuration = known.get(env) ?? read(env);
  known.set(env, configuration);
  return configuration;
}

function read(env: Env): Configuration {
  const variables = new Variables(env);
  const allowedOrigins = readOrigins(variables);
  const rateLimitPolicy = readPolicy(env.RATE_LIMIT_POLICY, variables);
  const insights = env.INSIGHTS && readInsights(env.INSIGHTS, variables);
  const access = readAccess(env, variables);
  if (variables.errors.length > 0) {
    throw new ConfigurationError(
      `Correct the variables and secrets of the Worker. ${variables.errors.join(". ")}.`,
    );
  }
  return {
    allowedOrigins,
    ...(rateLimitPolicy && { rateLimitPolicy }),
    ...(insights && { insights: { ...insights, ...(access && { access }) } }),
  };
}

function readOrigins(variables: Variables): "*" | string[] {
  const listed = (text: string): string[] =>
    text
      .split(",")
      .map((origin) => origin.trim())
      .filter(Boolean);
  const list = variables.text(
    "ALLOWED_ORIGINS",
    (text) => listed(text).length > 0,
    "is empty; list origins, or write * to allow all",
    "*",
  );
  const origins = listed(list);
  for (const origin of origins) {
    if (origin === "*" || URL.parse(origin)?.origin === origin) continue;
    variables.errors.push(
      `ALLOWED_ORIGINS: ${JSON.stringify(origin)} is not an origin; write scheme, host and any port alone, such as https://example.org, or *`,
    );
  }
  return origins.includes("*") ? "*" : origins;
}

function readPolicy(given: unknown, variables: Variables): RateLimitPolicy | undefined {
  if (given === undefined) return undefined;
  const policy = variables.text(
    "RATE_LIMIT_POLICY",
    (text) => /^[1-9]\d{0,8}\/(?:10|60)$/.test(text),
    "is not a policy; write limit and period of [[ratelimits]], such as 300/60",
  );
  const [quota = 0, window = 0] = policy.split("/").map(Number);
  return { quota, window };
}

function readInsights(database: D1Database, variables: Variables): InsightsConfiguration {
  const secret = (name: string, least: number): string =>
    variables.text(
      name,
      ({ length }) => length >= least,
      `is missing or short; set at least ${least} characters with npx wrangler secret put`,
    );
  const isDays = (text: string): boolean => {
    const days = Number(text);
    return Number.isInteger(days) && days >= 1 && days <= 3650;
  };
  return {
    database,
    signingKey: secret("SIGNING_KEY", 32),
    token: secret("INSIGHTS_TOKEN", 16),
    retentionDays: Number(
      variables.text("RETENTION_DAYS", isDays, "is not a whole number of days from 1 to 3650", "30"),
    ),
  };
}

function readAccess(env: Env, variables: Variables): AccessApplication | undefined {
  if (env.ACCESS_TEAM_DOMAIN === undefined && env.ACCESS_AUDIENCE === undefined) return undefined;
  const domain = variables.text(
    "ACCESS_TEAM_DOMAIN",
    (text) => /^[a-z0-9-]+\.cloudflareaccess\.com$/.test(text),
    "is not a team's domain; write it as example.cloudflareaccess.com",
  );
  const audience = variables.text(
    "ACCESS_AUDIENCE",
    (text) => /^[0-9a-f]{64}$/.test(text),
    "is not an audience tag; copy its 64 characters from the application in Access",
  );
  return { issuer: `https://${domain}`, audience };
}
