import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { z } from "zod";

const configuration = z.object({
  ratelimits: z.array(z.object({ simple: z.object({ limit: z.int().positive(), period: z.int() }) })),
  vars: z.object({ RATE_LIMIT_POLICY: z.string() }),
});

test("clients are told the rate limit that is bound", () => {
  const { ratelimits, vars } = configuration.parse(parse(readFileSync("wrangler.toml", "utf8")));
  expect(ratelimits.map(({ simple: { limit, period } }) => `${limit}/${period}`)).toEqual([
    vars.RATE_LIMIT_POLICY,
  ]);
});
