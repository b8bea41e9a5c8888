import { describe, expect, test } from "vitest";
import { ConfigurationError, readConfiguration } from "../../src/worker/config.ts";
import { environment } from "./fixture.ts";

describe("ALLOWED_ORIGINS", () => {
  test.each([
    [undefined, "*"],
    ["*", "*"],
    ["https://a.org", ["https://a.org"]],
    [" https://a.org ,http://localhost:8787, ", ["https://a.org", "http://localhost:8787"]],
  ])("%j allows %j", (list, allowedOrigins) => {
    const variables = list === undefined ? {} : { ALLOWED_ORIGINS: list };
    expect(readConfiguration(environment(variables))).toEqual({ allowedOrigins });
  });

  test.each([
    "",
    " , ",
    "a.org",
    "https://a.org/",
    "https://A.org",
    "https://a.org:443",
    "null",
    "https://*.a.org/x",
  ])("%j is refused by name", (list) => {
    expect(() => readConfiguration(environment({ ALLOWED_ORIGINS: list }))).toThrow(ConfigurationError);
    expect(() => readConfiguration(environment({ ALLOWED_ORIGINS: list }))).toThrow(/ALLOWED_ORIGINS/);
  });

  test("all wrong origins are told at once", () => {
    const read = () => readConfiguration(environment({ ALLOWED_ORIGINS: "a.org,https://b.org,c.org" }));
    expect(read).toThrow(/"a\.org" is not an origin.*"c\.org" is not an origin/);
    expect(read).not.toThrow(/b\.org/);
  });
});
