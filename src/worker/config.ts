import * as z from "zod/mini";
import type { Env } from "./env.ts";

export interface Configuration {
  /** Origins as browsers send them, or `*` for all. */
  readonly allowedOrigins: "*" | string[];
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

const configurationSchema = z.object({
  ALLOWED_ORIGINS: z.pipe(
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
  ),
});

/** Checks the variables of an environment. @throws ConfigurationError with everything that is wrong with them */
export function readConfiguration(env: Env): Configuration {
  const result = configurationSchema.safeParse(env);
  if (result.success) {
    const { ALLOWED_ORIGINS: origins } = result.data;
    return { allowedOrigins: origins.includes("*") ? "*" : origins };
  }
  const errors = result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  throw new ConfigurationError(`Correct the variables in wrangler.toml. ${errors.join(". ")}.`);
}
