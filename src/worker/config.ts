import * as z from "zod/mini";
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

const originSchema = z.string().check(
  z.refine((text) => text === "*" || URL.parse(text)?.origin === text, {
    error: ({ input }) =>
      `${JSON.stringify(input)} is not an origin; write scheme, host and any port alone, such as https://example.org, or *`,
  }),
);

const originsSchema = z.pipe(
  z.pipe(
    z._default(z.string(), "*"),
    z.transform((list) =>
      list
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
  ),
  z.array(originSchema).check(z.minLength(1, "is empty; list origins, or write * to allow all")),
);

const secretSchema = (length: number) => {
  const message = `is missing or short; set at least ${length} characters with npx wrangler secret put`;
  return z.string(message).check(z.minLength(length, message));
};

const daysMessage = "is not a whole number of days from 1 to 3650";
const retentionSchema = () =>
  z.pipe(
    z.pipe(z._default(z.string(), "30"), z.transform(Number)),
    z.int(daysMessage).check(z.minimum(1, daysMessage), z.maximum(3650, daysMessage)),
  );

const policySchema = z.optional(
  z.pipe(
    z
      .string()
      .check(
        z.regex(
          /^[1-9]\d{0,8}\/(?:10|60)$/,
          "is not a policy; write limit and period of [[ratelimits]], such as 300/60",
        ),
      ),
    z.transform((text): RateLimitPolicy => {
      const [quota, window] = text.split("/").map(Number);
      return { quota: quota ?? 0, window: window ?? 0 };
    }),
  ),
);

const publicSchema = z.object({ ALLOWED_ORIGINS: originsSchema, RATE_LIMIT_POLICY: policySchema });

// Schemas are slow to build, and most Workers need none of these.
const insightsSchema = () =>
  z.object({
    SIGNING_KEY: secretSchema(32),
    INSIGHTS_TOKEN: secretSchema(16),
    RETENTION_DAYS: retentionSchema(),
  });

const domainMessage = "is not a team's domain; write it as example.cloudflareaccess.com";
const audienceMessage = "is not an audience tag; copy its 64 characters from the application in Access";
const accessSchema = () =>
  z.object({
    ACCESS_TEAM_DOMAIN: z
      .string(domainMessage)
      .check(z.regex(/^[a-z0-9-]+\.cloudflareaccess\.com$/, domainMessage)),
    ACCESS_AUDIENCE: z.string(audienceMessage).check(z.regex(/^[0-9a-f]{64}$/, audienceMessage)),
  });

/** Cache: an environment does not change during its isolate's life. */
const known = new WeakMap<Env, Configuration>();

/** Validates the variables of an environment. @throws ConfigurationError that lists all faults */
export function readConfiguration(env: Env): Configuration {
  const configuration = known.get(env) ?? read(env);
  known.set(env, configuration);
  return configuration;
}

function read(env: Env): Configuration {
  const errors: string[] = [];
  const check = <Schema extends z.ZodMiniType>(schema: Schema): z.output<Schema> | undefined => {
    const result = schema.safeParse(env);
    if (result.success) return result.data;
    errors.push(...result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`));
    return undefined;
  };
  const common = check(publicSchema);
  const recording = env.INSIGHTS && check(insightsSchema());
  const guarded = env.ACCESS_TEAM_DOMAIN !== undefined || env.ACCESS_AUDIENCE !== undefined;
  const access = guarded ? check(accessSchema()) : undefined;
  if (common === undefined || errors.length > 0) {
    throw new ConfigurationError(`Correct the variables and secrets of the Worker. ${errors.join(". ")}.`);
  }
  const { ALLOWED_ORIGINS: origins, RATE_LIMIT_POLICY: rateLimitPolicy } = common;
  return {
    allowedOrigins: origins.includes("*") ? "*" : origins,
    ...(rateLimitPolicy && { rateLimitPolicy }),
    ...(env.INSIGHTS &&
      recording && {
        insights: {
          database: env.INSIGHTS,
          signingKey: recording.SIGNING_KEY,
          token: recording.INSIGHTS_TOKEN,
          retentionDays: recording.RETENTION_DAYS,
          ...(access && {
            access: { issuer: `https://${access.ACCESS_TEAM_DOMAIN}`, audience: access.ACCESS_AUDIENCE },
          }),
        },
      }),
  };
}
