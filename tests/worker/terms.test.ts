import { expect, test } from "vitest";
import expected from "../text/terms.json" with { type: "json" };
import { termsOfSamples } from "../text/terms-of-samples.ts";

test("workerd finds the terms that Node finds, in every language", async () => {
  expect(await termsOfSamples()).toEqual(expected);
});
