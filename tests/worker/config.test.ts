import { env } from "cloudflare:test";
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

describe("RATE_LIMIT_POLICY", () => {
  test("is a limit and a period", () => {
    const { rateLimitPolicy } = readConfiguration(environment({ RATE_LIMIT_POLICY: "300/60" }));
    expect(rateLimitPolicy).toEqual({ quota: 300, window: 60 });
  });

  test.each([
    ["1/10", { quota: 1, window: 10 }],
    ["999999999/60", { quota: 999_999_999, window: 60 }],
  ])("%s is the least, or the most", (text, policy) => {
    const { rateLimitPolicy } = readConfiguration(environment({ RATE_LIMIT_POLICY: text }));
    expect(rateLimitPolicy).toEqual(policy);
  });

  test.each(["", "300", "0/60", "300/30", "-1/10", "1e3/60", "300/60 ", " 300/60", "1000000000/60"])(
    "%j is refused by name",
    (text) => {
      const variables = { RATE_LIMIT_POLICY: text };
      expect(() => readConfiguration(environment(variables))).toThrow(/RATE_LIMIT_POLICY: is not a policy/);
    },
  );
});

describe("recording questions", () => {
  const database = { INSIGHTS: env.INSIGHTS };
  const secrets = { SIGNING_KEY: "k".repeat(32), INSIGHTS_TOKEN: "t".repeat(16) };

  test("needs a database and two secrets", () => {
    expect(readConfiguration(environment(secrets)).insights).toBeUndefined();
    expect(readConfiguration(environment({ ...database, ...secrets })).insights).toMatchObject({
      signingKey: secrets.SIGNING_KEY,
      token: secrets.INSIGHTS_TOKEN,
      retentionDays: 30,
    });
  });

  test.each(["0", "3651", "1.5", "a month", "-1", "Infinity"])("for %s days is refused", (days) => {
    const variables = { ...database, ...secrets, RETENTION_DAYS: days };
    expect(() => readConfiguration(environment(variables))).toThrow(/RETENTION_DAYS: is not a whole number/);
  });

  test.each([
    ["1", 1],
    ["3650", 3650],
  ])("for %s days is the least, or the most", (days, retentionDays) => {
    const variables = { ...database, ...secrets, RETENTION_DAYS: days };
    expect(readConfiguration(environment(variables)).insights).toMatchObject({ retentionDays });
  });

  test.each([
    ["SIGNING_KEY", 31],
    ["INSIGHTS_TOKEN", 15],
  ])("with %s of %d characters is refused", (name, length) => {
    const variables = { ...database, ...secrets, [name]: "x".repeat(length) };
    expect(() => readConfiguration(environment(variables))).toThrow(`${name}: is missing or short`);
  });

  test("behind Cloudflare Access needs the team and the application", () => {
    const access = { ACCESS_TEAM_DOMAIN: "example.cloudflareaccess.com", ACCESS_AUDIENCE: "0a".repeat(32) };
    const { insights } = readConfiguration(environment({ ...database, ...secrets, ...access }));
    expect(insights?.access).toEqual({
      issuer: "https://example.cloudflareaccess.com",
      audience: access.ACCESS_AUDIENCE,
    });
  });

  test.each([
    [{ ACCESS_AUDIENCE: "0a".repeat(32) }, /ACCESS_TEAM_DOMAIN: is not a team's domain/],
    [{ ACCESS_TEAM_DOMAIN: "example.cloudflareaccess.com" }, /ACCESS_AUDIENCE: is not an audience tag/],
    [
      { ACCESS_TEAM_DOMAIN: "https://example.cloudflareaccess.com", ACCESS_AUDIENCE: "" },
      /ACCESS_TEAM_D.*ACCESS_A/,
    ],
    [
      { ACCESS_TEAM_DOMAIN: "evil.example/.cloudflareaccess.com", ACCESS_AUDIENCE: "0A" },
      /ACCESS_TEAM_D.*ACCESS_A/,
    ],
    [
      {
        ACCESS_TEAM_DOMAIN: "example.cloudflareaccess.com.evil.example",
        ACCESS_AUDIENCE: `${"0a".repeat(32)}0`,
      },
      /ACCESS_TEAM_D.*ACCESS_A/,
    ],
    [
      { ACCESS_TEAM_DOMAIN: "examplecloudflareaccess.com", ACCESS_AUDIENCE: `g${"0a".repeat(32)}` },
      /ACCESS_TEAM_D.*ACCESS_A/,
    ],
  ])("behind half of Access, or what looks like it, is refused: %j", (access, message) => {
    expect(() => readConfiguration(environment({ ...database, ...secrets, ...access }))).toThrow(message);
  });

  test("an environment is read once", () => {
    const variables = environment({ ...database, ...secrets });
    expect(readConfiguration(variables)).toBe(readConfiguration(variables));
  });

  test("all that is wrong is told at once, and no secret", () => {
    const short = {
      ...database,
      ALLOWED_ORIGINS: "a.org",
      RATE_LIMIT_POLICY: "often",
      INSIGHTS_TOKEN: "hunter2",
      RETENTION_DAYS: "0",
      ACCESS_AUDIENCE: "all",
    };
    const read = () => readConfiguration(environment(short));
    expect(read).toThrow(
      /ALLOWED_ORIGINS.*RATE_LIMIT_POLICY.*SIGNING_KEY.*INSIGHTS_TOKEN.*RETENTION_DAYS.*ACCESS_T.*ACCESS_A/s,
    );
    expect(read).not.toThrow(/hunter2/);
  });
});
