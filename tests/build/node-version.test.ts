import { expect, test } from "vitest";
import { tooOld } from "../../src/build/node-version.ts";

test.each(["20.19.5", "22.17.9", "v18.0.0", "8.0.0"])("Node %s is too old, which is said", (version) => {
  expect(tooOld(version, ">=22.18")).toContain(`this is Node ${version}`);
});

test.each(["22.18.0", "22.20.1", "24.0.0", "100.1.0"])("Node %s will do", (version) => {
  expect(tooOld(version, ">=22.18")).toBeUndefined();
});
