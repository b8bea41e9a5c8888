import * as z from "zod/mini";
import type { Env } from "./env.ts";

export interface Configuration {
  /** Origins as browsers send them, or `*` for all. */
  readonly allowedOrigins: "*" | string[];
  /** Absent when questions are not recorded. */
  readonly insights?: {
    readonly database: D1Database;
    readonly signingKey: string;
    readonly token: string;
    readonly retentionDays: number;
  };
}

/** Thrown when variables are wrong. `message` names all that are, what is wrong and what to do; it is safe to log. */
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
const retentionSchema = z.pipe(
  z.pipe(z._default(z.string(), "30"), z.transform(Number)),
  z.int(daysMessage).check(z.minimum(1, daysMessage), z.maximum(3650, daysMessage)),
);

const publicSchema = z.object({ ALLOWED_ORIGINS: originsSchema });
const insightsSchema = z.extend(publicSchema, {
  SIGNING_KEY: secretSchema(32),
  INSIGHTS_TOKEN: secretSchema(16),
  RETENTION_DAYS: retentionSchema,
});

/** What was read from an environment that does not change. */
const read = new WeakMap<Env, Configuration>();

/** Checks the variables of an environment. @throws ConfigurationError with everything that is wrong with them */
export function readConfiguration(env: Env): Configuration {
  const known = read.get(env);
  if (known !== undefined) return known;
  const { INSIGHTS: database } = env;
  const configuration: Configuration =
    database === undefined
      ? common(check(publicSchema, env))
      : withInsights(check(insightsSchema, env), database);
  read.set(env, configuration);
  return configuration;
}

function common({ ALLOWED_ORIGINS: origins }: z.output<typeof publicSchema>): Configuration {
  return { allowedOrigins: origins.includes("*") ? "*" : origins };
}

function withInsights(variables: z.output<typeof insightsSchema>, database: D1Database): Configuration {
  const { SIGNING_KEY: signingKey, INSIGHTS_TOKEN: token, RETENTION_DAYS: retentionDays } = variables;
  return { ...common(variables), insights: { database, signingKey, token, retentionDays } };
}

function check<Schema extends z.ZodMiniType>(schema: Schema, env: Env): z.output<Schema> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  throw new ConfigurationError(`Correct the variables and secrets of the Worker. ${errors.join(". ")}.`);
}
