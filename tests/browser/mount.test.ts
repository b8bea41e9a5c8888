import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assetFolder } from "../../src/build/output.ts";
import { fixtureCorpus, testOutput } from "../setup/output.ts";
import { ask, open, useBrowser, widget } from "./fixture.ts";
import { serviceOf } from "./setup/services.ts";

useBrowser();

const question = "Why was the R2 model delayed?";
const built = join(testOutput, "help");

/** A Worker of somebody, which has Footnote below a path. */
const worker = `import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { footnote } from ${JSON.stringify(resolve("src/worker/mount.ts"))};
import service from "./help/service.ts";

const app = new Hono();
app.get("/", (context) => context.text("the app around"));
app.get("/healthz", (context) => context.text("ready"));
app.route("/help", footnote(service, { waitUntil, variables: { ALLOWED_ORIGINS: "https://allowed.example" } }));
app.route("/wrong", footnote(service, { waitUntil }));
export default app;
`;

beforeAll(() => {
  const parameters = ["src/cli/footnote.ts", "build", fixtureCorpus, "--out", built, "--base", "help/"];
  execFileSync(process.execPath, parameters, { stdio: ["ignore", "inherit", "pipe"] });
}, 120_000);

/** A service somewhere, and how to stop it. */
interface Running {
  readonly url: string;
  stop(): Promise<unknown>;
}

async function startWorker(): Promise<Running> {
  const main = resolve(testOutput, "host-worker.ts");
  writeFileSync(main, worker);
  const config = join(testOutput, "wrangler-host.json");
  const assets = { directory: resolve(assetFolder(built)), binding: "ASSETS", run_worker_first: true };
  writeFileSync(
    config,
    JSON.stringify({ name: "host", main, compatibility_date: "2026-11-01", assets }, undefined, 2),
  );
  return { url: await serviceOf({ config }), stop: async () => {} };
}

async function startNode(): Promise<Running> {
  const child = spawn(process.execPath, ["tests/setup/serve-built.ts", built], {
    env: { ...process.env, ALLOWED_ORIGINS: "https://allowed.example" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return {
    url: String(line).trim(),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

describe.each([
  ["in a Worker", startWorker],
  ["in Node", startNode],
] as const)("a service below a path, %s", (_, start) => {
  let service: Running;
  beforeAll(async () => {
    service = await start();
  }, 120_000);
  afterAll(() => service.stop());
  const get = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(service.url + path, { redirect: "manual", ...init });

  test("answers, with links to its own pages below the path", async () => {
    const response = await get(`/help/api/ask?q=${encodeURIComponent(question)}`);
    const { answered, answer } = await response.json();
    expect(answered).toBe(true);
    expect(answer[0].link).toMatch(/^\/help\/articles\/r2-delay\/#:~:text=/);
    const tag = response.headers.get("ETag") ?? "";
    const again = await get(`/help/api/ask?q=${encodeURIComponent(question)}`, {
      headers: { "If-None-Match": tag },
    });
    expect(again.status).toBe(304);
  });

  test("a reader asks on its page, and follows a citation to the sentence", async () => {
    const page = await open(`${service.url}/help/`);
    await ask(page, question);
    const { input, part } = widget(page);
    await part("citation").first().click();
    await page.waitForURL(/\/help\/articles\/r2-delay\//);
    expect(await page.locator("h1").textContent()).toContain("R2");
    await page.goto(`${service.url}/help/`);
    await input.pressSequentially("Why Deep");
    await part("suggestion").first().waitFor();
  });

  test("no page leads out of the path", async () => {
    for (const path of [
      "/help/",
      "/help/articles/",
      "/help/articles/r2-delay/",
      "/help/docs/",
      "/help/embed/",
    ]) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("Content-Security-Policy"), path).toContain("script-src 'self'");
      const addresses = [...(await response.text()).matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(
        ([, address = ""]) => address,
      );
      expect(addresses.length, path).toBeGreaterThan(5);
      expect(addresses.filter((address) => !address.startsWith("/help/"))).toEqual([]);
    }
    const files = [...(await (await get("/help/")).text()).matchAll(/ (?:href|src)="(\/help\/[^"]*\.\w+)"/g)];
    for (const [, file = ""] of files) expect((await get(file)).status, file).toBe(200);
  });

  test("redirects below the path", async () => {
    for (const [path, to] of [
      ["/help", "/help/"],
      ["/help/articles", "/help/articles/"],
      ["/help/articles/r2-delay?a=b", "/help/articles/r2-delay/?a=b"],
      ["/help/articles/r2-delay/index.html", "/help/articles/r2-delay/"],
    ] as const) {
      const response = await get(path);
      expect(response.status, path).toBe(307);
      expect(new URL(response.headers.get("Location") ?? "", service.url).href).toBe(service.url + to);
    }
  });

  test("describes itself, and lists its pages for programs, below the path", async () => {
    const { servers } = await (await get("/help/openapi.json")).json();
    expect(servers).toEqual([{ url: "/help/" }]);
    const origin = service.url;
    expect(await (await get("/help/llms.txt")).text()).toContain(`${origin}/help/api/ask?q=`);
    expect(await (await get("/help/sitemap.xml")).text()).toContain(
      `<loc>${origin}/help/articles/r2-delay/</loc>`,
    );
    expect(await (await get("/help/opensearch.xml")).text()).toContain(`${origin}/help/?ask=`);
    expect(await (await get("/help/robots.txt")).text()).toContain(`${origin}/help/sitemap.xml`);
  });

  test("an agent that takes Markdown gets a page as such, from where the page leads to it too", async () => {
    const page = await get("/help/articles/r2-delay/");
    expect(page.headers.get("Vary")).toContain("Accept");
    expect(page.headers.get("Link")).toBe('<index.md>; rel="alternate"; type="text/markdown"');
    const markdown = await get("/help/articles/r2-delay/", { headers: { Accept: "text/markdown, */*" } });
    expect(markdown.headers.get("Content-Type")).toContain("text/markdown");
    const text = await markdown.text();
    expect(text).toMatch(/^# Why DeepSeek's R2 was delayed\n/);
    expect(await (await get("/help/articles/r2-delay/index.md")).text()).toBe(text);
    expect(await (await get("/help/llms.txt")).text()).toContain("/help/articles/r2-delay/index.md");
    expect(await (await get("/help/llms-full.txt")).text()).toContain(text);
    const catalogue = await (await get("/help/.well-known/mcp/catalog.json")).json();
    expect(catalogue.entries[0].url).toBe(`${service.url}/help/mcp/server-card`);
  });

  test("an agent asks, and gets absolute links", async () => {
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StreamableHTTPClientTransport(new URL("/help/mcp", service.url)));
    const { structuredContent } = await client.callTool({ name: "ask", arguments: { question } });
    expect(JSON.stringify(structuredContent)).toContain(`${service.url}/help/articles/r2-delay/#:~:text=`);
    await client.close();
  });

  test("says what is not there in a problem document, and lets the allowed origin alone read", async () => {
    for (const path of ["/help/nothing", "/help/api/nothing", "/help/_headers", "/help/..%2fmanifest.json"]) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(response.headers.get("Content-Type"), path).toBe("application/problem+json");
    }
    const allowed = await get("/help/healthz", { headers: { Origin: "https://allowed.example" } });
    expect(allowed.headers.get("Access-Control-Allow-Origin")).toBe("https://allowed.example");
    const other = await get("/help/healthz", { headers: { Origin: "https://other.example" } });
    expect(other.headers.get("Access-Control-Allow-Origin")).toBeNull();
    const wrong = await get("/help/api/ask", { method: "DELETE" });
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, expect.stringContaining("GET")]);
  });
});

describe("around it", () => {
  let service: Running;
  beforeAll(async () => {
    service = await startWorker();
  }, 120_000);
  afterAll(() => service.stop());

  test("the app answers for itself", async () => {
    expect(await (await fetch(service.url)).text()).toBe("the app around");
    expect((await fetch(`${service.url}/nothing`)).headers.get("Content-Type")).toContain("text/plain");
  });

  test("a path that it was not built for is a fault of the owner", async () => {
    const response = await fetch(`${service.url}/wrong/api/ask?q=why`);
    expect(response.status).toBe(500);
  });
});
