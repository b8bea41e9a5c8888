import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "smol-toml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
