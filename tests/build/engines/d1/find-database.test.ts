import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openRemoteDatabase } from "../../../../src/build/engines/d1/remote.ts";
import { readVersion } from "../../../../src/index/d1/version.ts";

let folder: string;
let api: Server;
let asked: string[];
let names: string[];
let status: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "footnote-d1-"));
  [asked, names, status] = [[], ["footnote-corpus-old", "footnote-corpus"], 200];
  api = createServer(({ url = "" }, response) => {
    asked.push(url);
    const result = names.map((name, index) => ({ name, uuid: `id-${index}` }));
    response
      .writeHead(status, { "Content-Type": "application/json" })
      .end(JSON.stringify({ success: true, result }));
  }).listen(0, "127.0.0.1");
  await once(api, "listening");
});
afterEach(() => {
  api.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(binding: string, env: NodeJS.ProcessEnv = {}, head = "") {
  const path = join(folder, "wrangler.toml");
  writeFileSync(
    path,
    `${head}name = "bakery"\ncompatibility_date = "2026-11-01"\n[[d1_databases]]\nbinding = "CORPUS"\n${binding}`,
  );
  const address = api.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return openRemoteDatabase(path, {
    CLOUDFLARE_API_TOKEN: "token",
    CLOUDFLARE_ACCOUNT_ID: "account",
    CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${port}`,
    ...env,
  });
}

test("a database without an id is found by its very name", async () => {
  const { database } = await open('database_name = "footnote-corpus"\n');
  expect(asked).toEqual(["/accounts/account/d1/database?name=footnote-corpus"]);
  await readVersion(database).catch(() => undefined);
  expect(asked[1]).toBe("/accounts/account/d1/database/id-1/query");
});

test("one without a name has the name that wrangler gave it", async () => {
  names = ["bakery-corpus"];
  await open("");
  expect(asked).toEqual(["/accounts/account/d1/database?name=bakery-corpus"]);
});

test("says what to do where there is none, or the token may not look", async () => {
  names = ["footnote-corpus-old"];
  await expect(open('database_name = "footnote-corpus"\n')).rejects.toThrow("deploy once, which creates it");
  status = 403;
  await expect(open('database_name = "footnote-corpus"\n')).rejects.toThrow("D1 Edit");
});

test.each(["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"])(
  "%s is missing where it is empty, as a secret is that a repository lacks",
  async (name) => {
    await expect(open("", { [name]: "" })).rejects.toThrow("set CLOUDFLARE_API_TOKEN");
    expect(asked).toEqual([]);
  },
);

test("the account of the configuration is taken where the environment has an empty one", async () => {
  await open('database_name = "footnote-corpus"\n', { CLOUDFLARE_ACCOUNT_ID: "" }, 'account_id = "owner"\n');
  expect(asked).toEqual(["/accounts/owner/d1/database?name=footnote-corpus"]);
});
