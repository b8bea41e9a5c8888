import { expect, test } from "vitest";
import { termsOfSamples } from "./terms-of-samples.ts";

/**
 * tests/worker/terms.test.ts compares the same file, so that Node, which builds the index, and workerd, which reads it, agree.
 * A change that is meant wants a new `analyserVersion` and `vitest run --project node tests/text/terms.test.ts -u`.
 */
test("the terms of every language are those of the fixture", async () => {
  await expect(`${JSON.stringify(await termsOfSamples(), undefined, 2)}\n`).toMatchFileSnapshot("terms.json");
});
