import { env } from "cloudflare:test";
import { languages, openEngine } from "footnote:fixture";
import fc from "fast-check";
import { expect, test } from "vitest";
import { articleListSchema } from "../../src/model/index.ts";
import { createApp } from "../../src/worker/app.ts";
import { agents } from "./agent.ts";
import { checkDescribed } from "./description.ts";
import { requests } from "./fuzz-requests.ts";

const service = createApp({ engine: openEngine(), languages, agents });
/** All requests come from one place, faster than the service would take them. */
const unlimited = { ASSETS: env.ASSETS };

/** How many requests, and from which seed: the same ones each time. */
const run = { numRuns: 5_000, seed: 20_261_124 } as const;

test(`${run.numRuns} requests, right and wrong, get an answer that is described and never 500`, async () => {
  const list = articleListSchema.parse(await (await service.request("/api/articles", {}, unlimited)).json());
  const known = list.articles.map(({ id }) => id);
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests(known), async ({ path, ...init }) => {
      const response = await service.request(path, init, unlimited);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      expect(response.status).not.toBe(500);
      await checkDescribed(init.method, path, response);
    }),
    run,
  );
  console.log(Object.fromEntries(statuses));
  // The run is of use only if it gets past the checks and is held by them, each often.
  for (const status of [200, 304, 400, 404, 405, 413, 415]) {
    expect([status, (statuses.get(status) ?? 0) > 10]).toEqual([status, true]);
  }
}, 300_000);
