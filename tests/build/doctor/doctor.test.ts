import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "smol-toml";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkConfiguration } from "../../../src/build/doctor/configuration.ts";
import { isAtLeast } from "../../../src/build/doctor/installation.ts";
import { checkService } from "../../../src/build/doctor/service.ts";
import { wranglerConfiguration } from "../../../src/build/wrangler-configuration.ts";

test.each([
  ["22.18.0", ">=22.18", true],
  ["24.1.0", ">=22.18", true],
  ["22.17.9", ">=22.18", false],
  ["20.20.0", ">=22.18", false],
  ["4.156.2", "^4.100.0", true],
  ["4.99.0", "^4.100.0", false],
])("version %s is at least %s: %s", (version, range, is) => {
  expect(isAtLeast(version, range)).toBe(is);
});

test("the configuration that is made is that of this project, but for its paths", () => {
  const { build: _, ...made } = wranglerConfiguration({
    name: "footnote",
    out: "dist",
    folder: ".",
    corpus: "corpus",
    build: "npm run build",
  });
  const { build: __, ...own } = parse(readFileSync("wrangler.toml", "utf8"));
  expect(made).toEqual(own);
});

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

describe("a service", () => {
  let server: Server;
  let url: string;
  let allowed: string;
  beforeAll(async () => {
    server = createServer(({ url: path }, response) => {
      if (path === "/widget.js") response.writeHead(200, { "Content-Type": "text/javascript" }).end("");
      else if (path?.startsWith("/api/ask")) {
        response.writeHead(200, {
          "Content-Type": "application/json",
          "Access-Control-Allow-Origin": allowed,
        });
        response.end(JSON.stringify({ index: { version: "abc" } }));
      } else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const states = async (...parameters: Parameters<typeof checkService>) =>
    (await checkService(...parameters)).map(({ state }) => state);

  test("answers, from the last build or another, to the origins that may ask", async () => {
    allowed = "https://docs.example";
    expect(await states(url, "abc", "https://docs.example")).toEqual(["fine", "fine"]);
    expect(await states(url, "other", undefined)).toEqual(["note"]);
    expect(await states(url, "abc", "https://blog.example")).toEqual(["fine", "fault"]);
  });

  test("may be none", async () => {
    expect(await states(`${url}/nowhere`, "abc", undefined)).toEqual(["fault"]);
    expect(await states("http://127.0.0.1:9", "abc", undefined)).toEqual(["fault"]);
  });
});
