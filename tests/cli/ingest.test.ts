import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { build } from "../../src/build/build.ts";
import { BuildCache } from "../../src/build/build-cache.ts";
import { sqliteDatabase } from "../../src/build/engines/d1/sqlite-database.ts";
import { explainEngineError } from "../../src/build/engines/index.ts";
import { ingestCorpus } from "../../src/build/ingest-corpus.ts";
import { openBuilt } from "../../src/build/open.ts";
import { serviceFolder } from "../../src/build/output.ts";
import { readFile } from "../../src/index/d1/files.ts";
import type { IngestReport } from "../../src/index/ingest-report.ts";
import { suggestionFile } from "../../src/index/suggestions.ts";
import { account, type D1Api, databaseId, startD1Api, token } from "../build/engines/d1/d1-api.ts";
import { openStore } from "../index/d1/corpus.ts";
import { footnote } from "./command.ts";

const run = promisify(execFile);
const configuration = (binding: string): string => `
name = "test"
compatibility_date = "2026-11-01"
[[d1_databases]]
binding = "${binding}"
database_name = "footnote-corpus"
database_id = "${databaseId}"
migrations_dir = "${join(process.cwd(), "migrations", "corpus")}"
`;

/** A folder of an owner, whose articles are in a database. */
let folder: string;
const database = sqliteDatabase();
let api: D1Api;

function writeArticle(id: string, text: string): void {
  writeFileSync(join(folder, `corpus/${id}.md`), text);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "footnote-ingest-"));
  mkdirSync(join(folder, "corpus"));
  writeFileSync(join(folder, "corpus/corpus.yaml"), "title: Test\nlang: en\nengine: d1\n");
  writeFileSync(join(folder, "wrangler.toml"), configuration("CORPUS"));
  writeFileSync(join(folder, "other.toml"), configuration("OTHER"));
  writeArticle("r2", "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in May 2025.\n");
  writeArticle("gone", "# Gone\n\nThis article goes.\n");
  api = await startD1Api(database);
});

afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

const remote = (): NodeJS.ProcessEnv => ({
  CLOUDFLARE_ACCOUNT_ID: account,
  CLOUDFLARE_API_BASE_URL: api.baseUrl,
  CLOUDFLARE_API_TOKEN: token,
  WRANGLER_SEND_METRICS: "false",
});

describe("npm run ingest", () => {
  test("stores what the corpus holds and says so", async () => {
    const { code, stderr } = await footnote(folder, "ingest", ["--remote"], remote());
    expect(stderr).toContain("2 articles, 2 passages: 2 added, 0 changed, 0 removed");
    expect(code).toBe(0);
  });

  test("says what to do when the articles come with the build", async () => {
    const other = mkdtempSync(join(tmpdir(), "footnote-ingest-"));
    mkdirSync(join(other, "corpus"));
    writeFileSync(join(other, "corpus/a.md"), "# A\n\nThis article is built.\n");
    const { code, stderr } = await footnote(other, "ingest", ["--local"]);
    rmSync(other, { recursive: true });
    expect(stderr).toContain("the articles of engine compiled come with the build: npm run build");
    expect(code).toBe(1);
  });

  test("says how it is used when it is told neither target", async () => {
    const { code, stderr } = await footnote(folder, "ingest", []);
    expect(stderr).toContain("--local or --remote");
    expect(code).toBe(2);
  });
});

describe("articles of a remote database", () => {
  let cache: BuildCache;
  beforeEach(() => {
    cache = new BuildCache(join(folder, "build.db"));
    vi.spyOn(console, "error").mockImplementation(() => {});
  });
  afterEach(() => {
    cache.close();
    vi.restoreAllMocks();
  });

  const ingest = (env = remote(), config = "wrangler.toml"): Promise<IngestReport | undefined> =>
    ingestCorpus({
      corpus: join(folder, "corpus"),
      cache,
      target: { isRemote: true, config: join(folder, config), env },
    });

  test("are left alone when nothing changed, and brought up to date when something did", async () => {
    expect(await ingest()).toMatchObject({ published: false, info: { articles: 2, passages: 2 } });
    rmSync(join(folder, "corpus/gone.md"));
    writeArticle("r2", "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in June 2025.\n");
    writeArticle("new", "# New\n\nThis article is new.\n");
    expect(await ingest()).toMatchObject({ published: true, added: 1, changed: 1, removed: 1 });
    const store = await openStore(database);
    expect((await store.article("r2"))?.text).toContain("June 2025");
    expect(await store.article("gone")).toBeUndefined();
    expect(store.info).toMatchObject({ title: "Test", languages: ["en"] });
  });

  test("bring their pages, without the names of styles that a deploy changes", async () => {
    const page = await readFile(database, "articles/r2/index.html");
    expect(page?.content).toContain("R2 was due in June 2025.");
    expect(page?.content).toContain('href="/static/{site.css}"');
    expect((await readFile(database, "articles/index.html"))?.content).toContain("/articles/new/");
    expect((await readFile(database, "sitemap.xml"))?.content).toContain("/articles/r2/");
    expect((await readFile(database, "llms.txt"))?.content).toContain("[New]");
    expect((await readFile(database, suggestionFile))?.content).toContain("New");
    expect(await readFile(database, "articles/gone/index.html")).toBeUndefined();
  });

  test("stay as they are when an article is wrong", async () => {
    const before = (await openStore(database)).info.version;
    writeArticle("wrong", "---\ndraft: perhaps\n---\nWrong.\n");
    expect(await ingest()).toBeUndefined();
    rmSync(join(folder, "corpus/wrong.md"));
    expect(vi.mocked(console.error).mock.calls.flat().join("\n")).toContain("the database stays as it is");
    expect((await openStore(database)).info.version).toBe(before);
  });

  test.each<[what: string, says: string, env: NodeJS.ProcessEnv, config?: string]>([
    ["no token", "set CLOUDFLARE_API_TOKEN", { CLOUDFLARE_API_TOKEN: undefined }],
    ["a wrong token", "D1 answered 401", { CLOUDFLARE_API_TOKEN: "wrong" }],
    ["a configuration without the database", "binds no D1 database as CORPUS", {}, "other.toml"],
  ])("say what to do about %s", async (_, says, env, config) => {
    const error: unknown = await ingest({ ...remote(), ...env }, config).catch((error: unknown) => error);
    expect(explainEngineError(error)).toContain(says);
  });
});

describe("articles of the local database", () => {
  const wrangler = join(process.cwd(), "node_modules/.bin/wrangler");
  const question = "Who founded DeepSeek?";
  const migrate = "npx wrangler d1 migrations apply footnote-corpus";
  const output = () => join(folder, serviceFolder);
  /** Why nothing can be asked. */
  const opened = async (config: string) => {
    const error: unknown = await openBuilt(output(), join(folder, config)).catch((error: unknown) => error);
    return explainEngineError(error) ?? (error instanceof Error ? error.message : error);
  };

  beforeAll(async () => {
    const cache = new BuildCache(join(folder, "build.db"));
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await build({ corpus: join(folder, "corpus"), output: output(), cache })).toBe(true);
    expect(log.mock.calls.flat().join("\n")).toContain("articles come from D1");
    log.mockRestore();
    cache.close();
  });

  test("cannot be asked where no database is bound", async () => {
    expect(await opened("other.toml")).toMatch(/other\.toml binds no D1 database as CORPUS; .*$/);
  });

  test("cannot be asked before there are tables", async () => {
    expect(await opened("wrangler.toml")).toContain(migrate);
  });

  test("cannot be asked before they are stored", async () => {
    await run(wrangler, ["d1", "migrations", "apply", "footnote-corpus", "--local"], { cwd: folder });
    expect(await opened("wrangler.toml")).toBe(
      "the database has no corpus; bring it there first: npm run ingest -- --local",
    );
  });

  test("are asked by the commands once they are stored", async () => {
    const { stderr } = await footnote(folder, "ingest", ["--local"], { WRANGLER_SEND_METRICS: "false" });
    expect(stderr).toContain("readers see them now");
    const { stdout } = await footnote(folder, "ask", [question], { WRANGLER_SEND_METRICS: "false" });
    expect(stdout).toContain("“Liang Wenfeng founded DeepSeek. R2 was due in June 2025.” [1]");
  });
});
