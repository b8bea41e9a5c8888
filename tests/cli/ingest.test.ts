import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject } from "../../bench/copy-project.ts";
import { sqliteDatabase } from "../../src/build/d1/sqlite-database.ts";
import { readFile } from "../../src/index/d1/files.ts";
import { suggestionFile } from "../../src/index/suggestions.ts";
import { account, type D1Api, databaseId, startD1Api, token } from "../build/d1/d1-api.ts";
import { openStore } from "../index/d1/corpus.ts";

const run = promisify(execFile);
const configuration = (binding: string): string => `
name = "test"
compatibility_date = "2026-11-01"
[[d1_databases]]
binding = "${binding}"
database_name = "footnote-corpus"
database_id = "${databaseId}"
migrations_dir = "migrations/corpus"
`;

/** A copy of the project with a corpus of its own, so that its build and its database touch nobody else's. */
let project: string;
const database = sqliteDatabase();
let api: D1Api;

function writeArticle(id: string, text: string): void {
  writeFileSync(join(project, `corpus/${id}.md`), text);
}

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "footnote-ingest-"));
  copyProject(project, "migrations");
  mkdirSync(join(project, "corpus"));
  writeFileSync(join(project, "corpus/corpus.yaml"), "title: Test\nlang: en\nengine: d1\n");
  writeFileSync(join(project, "wrangler.toml"), configuration("CORPUS"));
  writeFileSync(join(project, "other.toml"), configuration("OTHER"));
  writeArticle("r2", "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in May 2025.\n");
  writeArticle("gone", "# Gone\n\nThis article goes.\n");
  api = await startD1Api(database);
});

afterAll(async () => {
  await api.stop();
  rmSync(project, { recursive: true, force: true });
});

async function command(name: string, parameters: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const remote = { CLOUDFLARE_ACCOUNT_ID: account, CLOUDFLARE_API_BASE_URL: api.baseUrl };
  const { stdout, stderr } = await run(process.execPath, [`src/cli/${name}.ts`, ...parameters], {
    cwd: project,
    env: {
      ...process.env,
      ...remote,
      CLOUDFLARE_API_TOKEN: token,
      WRANGLER_SEND_METRICS: "false",
      NO_COLOR: "1",
      CORPUS_DIR: "corpus",
      ...env,
    },
  });
  return stdout + stderr;
}

const ingest = (...parameters: string[]): Promise<string> => command("ingest", parameters);

describe("npm run ingest -- --remote", () => {
  test("stores what the corpus holds and says what changed", async () => {
    expect(await ingest("--remote")).toContain("2 articles, 2 passages: 2 added, 0 changed, 0 removed");
    expect(await ingest("--remote")).toContain("2 articles, 2 passages: the database has them all already");
    rmSync(join(project, "corpus/gone.md"));
    writeArticle("r2", "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in June 2025.\n");
    writeArticle("new", "# New\n\nThis article is new.\n");
    expect(await ingest("--remote")).toContain("2 articles, 2 passages: 1 added, 1 changed, 1 removed");
    const store = await openStore(database);
    expect((await store.article("r2"))?.text).toContain("June 2025");
    expect(await store.article("gone")).toBeUndefined();
    expect(store.info).toMatchObject({ title: "Test", languages: ["en"] });
  });

  test("stores the pages, without the names of styles that a deploy changes", async () => {
    await ingest("--remote");
    const page = await readFile(database, "articles/r2/index.html");
    expect(page?.content).toContain("R2 was due in June 2025.");
    expect(page?.content).toContain('href="/static/{site.css}"');
    expect((await readFile(database, "articles/index.html"))?.content).toContain("/articles/new/");
    expect((await readFile(database, "sitemap.xml"))?.content).toContain("/articles/r2/");
    expect((await readFile(database, "llms.txt"))?.content).toContain("[New]");
    expect((await readFile(database, suggestionFile))?.content).toContain("New");
    expect(await readFile(database, "articles/gone/index.html")).toBeUndefined();
  });

  test("leaves the database as it is when an article is wrong", async () => {
    const before = (await openStore(database)).info.version;
    writeArticle("wrong", "---\ndraft: perhaps\n---\nWrong.\n");
    await expect(ingest("--remote")).rejects.toThrow("the database stays as it is");
    rmSync(join(project, "corpus/wrong.md"));
    expect((await openStore(database)).info.version).toBe(before);
  });

  test.each<[what: string, says: string, parameters: string[], env: NodeJS.ProcessEnv]>([
    ["neither target", "usage: npm run ingest", [], {}],
    ["both targets", "usage: npm run ingest", ["--local", "--remote"], {}],
    ["an unknown option", "--lokal", ["--lokal"], {}],
    ["no token", "set CLOUDFLARE_API_TOKEN", ["--remote"], { CLOUDFLARE_API_TOKEN: undefined }],
    ["a wrong token", "D1 answered 401", ["--remote"], { CLOUDFLARE_API_TOKEN: "wrong" }],
    [
      "a configuration without the database",
      "binds no D1 database as CORPUS",
      ["--remote", "--config", "other.toml"],
      {},
    ],
  ])("says what to do about %s", async (_, says, parameters, env) => {
    await expect(command("ingest", parameters, env)).rejects.toThrow(says);
  });
});

describe("npm run ingest -- --local", () => {
  const wrangler = join(process.cwd(), "node_modules/.bin/wrangler");
  const question = "Who founded DeepSeek?";
  /** What a command that is to fail says, and with which status it ends. */
  const failure = async (name: string, parameters: string[]) => {
    const error: unknown = await command(name, parameters).catch((error: unknown) => error);
    if (!(error instanceof Error && "code" in error && "stderr" in error)) throw error;
    return { code: error.code, said: String(error.stderr) };
  };
  beforeAll(async () => {
    expect(await command("build", [])).toContain("articles come from D1");
  });

  test("ask says in one line that no database is bound", async () => {
    writeFileSync(join(project, "wrangler.toml"), configuration("OTHER"));
    const { code, said } = await failure("ask", [question]);
    writeFileSync(join(project, "wrangler.toml"), configuration("CORPUS"));
    expect(code).toBe(2);
    expect(said).toMatch(/^wrangler\.toml binds no D1 database as CORPUS; .*\n$/);
  });

  test("both say how to make the tables", async () => {
    const migrate = "npx wrangler d1 migrations apply footnote-corpus";
    expect((await failure("ingest", ["--local"])).said).toContain(migrate);
    expect(await failure("ask", [question])).toEqual({ code: 2, said: expect.stringContaining(migrate) });
  });

  test("ask says how to fill the tables", async () => {
    await run(wrangler, ["d1", "migrations", "apply", "footnote-corpus", "--local"], { cwd: project });
    const said = "the database holds no corpus: run npm run ingest -- --local\n";
    expect(await failure("ask", [question])).toEqual({ code: 2, said });
  });

  test("ask answers from what was stored", async () => {
    expect(await ingest("--local")).toContain("readers see them now");
    expect(await command("ask", [question])).toContain("“Liang Wenfeng founded DeepSeek.” [1]");
  });
});
