/** Serves a build in Node, as an owner would: `node tests/setup/serve-built.ts FOLDER`. Prints where it listens. */
import { serve } from "../../src/node/index.ts";

const [built] = process.argv.slice(2);
const variables = { ALLOWED_ORIGINS: process.env["ALLOWED_ORIGINS"] ?? "*" };
const { url } = await serve({
  ...(built !== undefined && { built }),
  port: 0,
  hostname: "127.0.0.1",
  variables,
});
console.log(url);
