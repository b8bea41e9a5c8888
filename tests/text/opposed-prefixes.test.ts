import { expect, test } from "vitest";
import { areOpposed } from "../../src/text/opposed-prefixes.ts";

test.each([
  ["hyperthyroidism", "hypothyroidism"],
  ["hipotiroidismo", "hipertiroidismo"],
  ["гипертония", "гипотония"],
  ["interstate", "intrastate"],
])("%s and %s are opposed", (one, other) => {
  expect(areOpposed(one, other)).toBe(true);
  expect(areOpposed(other, one)).toBe(true);
});

test.each([
  ["hypothyroidism", "hypothroidism"],
  ["hyper", "hyper"],
  ["interest", "intrest"],
])("%s and %s are not", (one, other) => {
  expect(areOpposed(one, other)).toBe(false);
});
