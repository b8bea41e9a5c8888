import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkConfiguration } from "../../../src/build/doctor/configuration.ts";
import { wranglerConfiguration } from "../../../src/build/wrangler-configuration.ts";

describe("a configuration", () => {
  let folder: string;
  const before = process.cwd();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "footnote-doctor-"));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  const made = (change: (configuration: ReturnType<typeof wranglerConfiguration>) => object) => {
    const out = join(".footnote", "service");
    const configuration = wranglerConfiguration({ name: "x", out, folder: ".", corpus: "docs", build: "x" });
    writeFileSync("wrangler.jsonc", JSON.stringify(change(configuration)));
    return checkConfiguration(out, "compiled");
  };

  test("that was made is fine", async () => {
    expect(await made((configuration) => configuration)).toMatchObject([{ state: "fine" }]);
  });

  test.each([
    [
      "another folder",
      (c: object) => ({ ...c, main: "dist/worker.ts" }),
      /main is dist\/worker\.ts, and the build/,
    ],
    ["no assets", ({ assets: _, ...c }: { assets?: object }) => c, /assets\.directory is missing/],
    [
      "a path that no Worker sees",
      (c: { assets?: object }) => ({ ...c, assets: { ...c.assets, run_worker_first: ["/api/*"] } }),
      /run_worker_first lacks .*\/api, \/mcp/,
    ],
    [
      "an origin with a path",
      (c: object) => ({ ...c, vars: { ALLOWED_ORIGINS: "https://a.example/docs" } }),
      /ALLOWED_ORIGINS has "https:\/\/a\.example\/docs", which is no origin/,
    ],
    [
      "a limit that clients are not told",
      (c: object) => ({ ...c, vars: { RATE_LIMIT_POLICY: "10/60" } }),
      /tells clients 10\/60, and the limit is 300\/60/,
    ],
  ])("with %s is told", async (_, change, told) => {
    const findings = await made(change);
    expect(findings.filter(({ state }) => state === "fault").map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringMatching(told)]),
    );
  });

  test("of D1 needs its database", async () => {
    mkdirSync("docs");
    const out = join(".footnote", "service");
    const configuration = wranglerConfiguration({ name: "x", out, folder: ".", corpus: "docs", build: "x" });
    writeFileSync("wrangler.jsonc", JSON.stringify(configuration));
    const findings = await checkConfiguration(out, "d1");
    expect(findings.map(({ message }) => message)).toContain(
      "engine: d1 needs a D1 database bound as CORPUS",
    );
  });

  test("that is no configuration is told", async () => {
    writeFileSync("wrangler.jsonc", "{");
    expect(await checkConfiguration("dist", "compiled")).toMatchObject([{ state: "fault" }]);
    expect(readFileSync("wrangler.jsonc", "utf8")).toBe("{");
  });
});
