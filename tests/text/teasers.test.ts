import { expect, test } from "vitest";
import { loadLanguage } from "../../src/text/languages/index.ts";

test.each([
  ["To learn more about pinning, see here.", true],
  ["Please see the installation guide.", true],
  ["See Uninstalling.", true],
  ["For a simple scheme, see this example.", true],
  ["You can read the reference for more.", true],
  ["Hover over a reaction to see who reacted with that emoji.", false],
  ["A silent mention allows you to refer to a user without a notification.", false],
  ["The client will be able to read the session data by examining the cookie's value.", false],
  ["Keepers can visit the other island on Sundays.", false],
])("%s points elsewhere: %s", async (sentence, points) => {
  expect((await loadLanguage("en")).teasers?.().test(sentence)).toBe(points);
});
