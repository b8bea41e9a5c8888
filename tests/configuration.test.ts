import { expect, test } from "vitest";
import { experimental_readRawConfig as readRawConfig } from "wrangler";

test("clients are told the rate limit that is bound", () => {
  const { ratelimits, vars = {} } = readRawConfig({ config: "wrangler.toml" }).rawConfig;
  const { limit, period } = ratelimits?.[0]?.simple ?? {};
  expect(limit).toBeGreaterThan(0);
  expect(vars["RATE_LIMIT_POLICY"]).toBe(`${limit}/${period}`);
});
