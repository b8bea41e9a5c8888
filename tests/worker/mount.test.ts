import { Hono } from "hono";
import { describe, expect, test, vi } from "vitest";
import english from "../../src/text/languages/en.ts";
import type { BuiltService } from "../../src/worker/built-service.ts";
import { createWorker } from "../../src/worker/create-worker.ts";
import { type Engine, staticEngine } from "../../src/worker/engines/engine.ts";
import { footnote, type MountOptions } from "../../src/worker/mount.ts";
import { type Assets, type Platform, server } from "../../src/worker/platform.ts";
import { agents } from "./agent.ts";
import { answerer, environment, json } from "./fixture.ts";
import { problemOf } from "./problems.ts";

/** Files of a build: a page, a redirect as a platform makes it, and nothing else. */
function filesOf(asked: string[] = []): Assets {
  return {
    async fetch(input) {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      asked.push(pathname);
      if (pathname === "/articles/bees/")
        return new Response("Bees", { headers: { "Content-Type": "text/html" } });
      if (pathname === "/articles/bees")
        return new Response(null, { status: 307, headers: { Location: `/articles/bees/${search}` } });
      return new Response("nothing", { status: 404 });
    },
  };
}

/** A service as a build for `/help` makes it, and the platforms that it was opened for. */
function serviceOf(more: Partial<BuiltService> = {}, opened: Platform[] = []): BuiltService {
  return {
    base: "/help",
    languages: [english],
    agents,
    openEngine(platform): Engine {
      opened.push(platform);
      return staticEngine(async () => answerer, platform);
    },
    ...more,
  };
}

/** An app of somebody with a service below a path. */
function appWith(service: BuiltService, options: MountOptions = {}, path = "/help") {
  return new Hono().get("/", (context) => context.text("around")).route(path, footnote(service, options));
}

describe("a service in another app", () => {
  test("answers below its path, and nothing outside of it", async () => {
    const app = appWith(serviceOf({ assets: filesOf() }));
    expect((await app.request("/help/api/ask?q=why")).status).toBe(200);
    expect((await app.request("/help/api/ask", json({ question: "why" }))).status).toBe(200);
    expect(await (await app.request("/")).text()).toBe("around");
    const outside = await app.request("/api/ask?q=why");
    expect(outside.headers.get("Content-Type")).not.toContain("problem");
    await problemOf(await app.request("/help/nothing/here"), 404);
    expect((await problemOf(await app.request("/help/api/ask/"), 404)).detail).toContain("/help/api/ask/");
  });

  test("serves the files of its build below its path, and redirects there", async () => {
    const asked: string[] = [];
    const app = appWith(serviceOf({ assets: filesOf(asked) }));
    const page = await app.request("/help/articles/bees/");
    expect(await page.text()).toBe("Bees");
    expect(page.headers.get("Vary")).toContain("Accept");
    const moved = await app.request("/help/articles/bees?a=b");
    expect(moved.status).toBe(307);
    expect(moved.headers.get("Location")).toBe("/help/articles/bees/?a=b");
    const home = await app.request("/help?a=b");
    expect(home.headers.get("Location")).toBe("/help/?a=b");
    await app.request("/help/articles/bees/", { headers: { Accept: "text/markdown" } });
    expect(asked).toEqual(["/articles/bees/", "/articles/bees", "/articles/bees/index.md"]);
    expect((await app.request("/help/articles/bees/", { method: "POST" })).status).not.toBe(200);
    expect(asked).toHaveLength(3);
  });

  test("serves files with a slash at the end of their address, and the service without", async () => {
    const asked: string[] = [];
    const app = appWith(serviceOf({ assets: filesOf(asked) }));
    const files = ["/apiary/", "/articles/api/", "/articles/insights/", "/healthzy/"];
    for (const path of files) await app.request(`/help${path}`);
    expect(asked).toEqual(files);
    for (const path of ["/api/", "/api/ask/", "/mcp/", "/insights/", "/healthz/"]) {
      const { detail } = await problemOf(await app.request(`/help${path}`), 404);
      expect(detail).toBe(`Nothing is at /help${path}. Leave out the slash at the end.`);
    }
    expect(asked).toHaveLength(files.length);
    await app.request("/help/");
    expect(asked).toEqual([...files, "/"]);
  });

  test("lets other origins read all but what is its owner's", async () => {
    const app = appWith(serviceOf({ assets: filesOf() }));
    const originsOf = async (path: string): Promise<string | null> =>
      (await app.request(`/help${path}`)).headers.get("Access-Control-Allow-Origin");
    expect(await originsOf("/insights")).toBeNull();
    expect(await originsOf("/insights/more")).toBeNull();
    expect(await originsOf("/articles/insights")).toBe("*");
    expect(await originsOf("/insightsful")).toBe("*");
    expect(await originsOf("/api/ask?q=why")).toBe("*");
  });

  test("says that it was built for another path", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const app = appWith(serviceOf({ assets: filesOf() }), {}, "/elsewhere");
    await problemOf(await app.request("/elsewhere/api/ask?q=why"), 500);
    expect(String(log.mock.calls[0]?.[0])).toContain("built for /help and is mounted at /elsewhere");
    log.mockRestore();
  });

  test("takes its files from where it is told, then from its build, then from the app around", async () => {
    const told: string[] = [];
    const own: string[] = [];
    const around: string[] = [];
    const request = (options: MountOptions, service: Partial<BuiltService>) =>
      appWith(serviceOf(service), options).request("/help/articles/bees/", {}, { ASSETS: filesOf(around) });
    await request({ assets: () => filesOf(told) }, { assets: filesOf(own) });
    expect([told, own, around].map(({ length }) => length)).toEqual([1, 0, 0]);
    await request({}, { assets: filesOf(own) });
    expect([told, own, around].map(({ length }) => length)).toEqual([1, 1, 0]);
    await request({}, {});
    expect([told, own, around].map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  test("says where its files could come from when there are none", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await problemOf(await appWith(serviceOf()).request("/help/articles/bees/"), 500);
    expect(String(log.mock.calls[0]?.[0])).toContain("bind ASSETS");
    log.mockRestore();
  });

  test("has the variables that it is given before those of the app around, each app its own", async () => {
    const allowed = async (options: MountOptions, around: object) => {
      const app = appWith(serviceOf({ assets: filesOf() }), options);
      const init = { headers: { Origin: "https://a.org" } };
      const { headers } = await app.request("/help/api/ask?q=why", init, around);
      return headers.get("Access-Control-Allow-Origin");
    };
    expect(await allowed({}, {})).toBe("*");
    expect(await allowed({}, { ALLOWED_ORIGINS: "https://a.org" })).toBe("https://a.org");
    expect(
      await allowed(
        { variables: { ALLOWED_ORIGINS: "https://b.org" } },
        { ALLOWED_ORIGINS: "https://a.org" },
      ),
    ).toBeNull();
  });

  test("works its environment out once for each that is around", async () => {
    const assets = vi.fn(() => filesOf());
    const app = appWith(serviceOf(), { assets });
    const around = {};
    await app.request("/help/api/ask?q=why", {}, around);
    await app.request("/help/api/ask?q=how", {}, around);
    expect(assets).toHaveBeenCalledOnce();
    await app.request("/help/api/ask?q=how", {}, {});
    expect(assets).toHaveBeenCalledTimes(2);
  });

  test("lets work end by what the app knows, or by itself", () => {
    const opened: Platform[] = [];
    const waitUntil = vi.fn();
    footnote(serviceOf({}, opened), { waitUntil });
    footnote(serviceOf({}, opened));
    const work = Promise.resolve();
    opened[0]?.waitUntil(work);
    expect(waitUntil).toHaveBeenCalledExactlyOnceWith(work);
    expect(opened[1]).toBe(server);
    expect(server.waitUntil(work)).toBeUndefined();
  });
});

describe("a Worker", () => {
  const context = {
    waitUntil: () => {},
    passThroughOnException: () => {},
    props: {},
  } as unknown as ExecutionContext;
  const get = (worker: ReturnType<typeof createWorker>, path: string, files = filesOf()) =>
    worker.fetch(
      new Request(`https://a.example${path}`),
      environment({ ASSETS: files as unknown as Fetcher }),
      context,
    );
  const parts = { engine: staticEngine(async () => answerer), languages: [english], agents };

  test("at the root of a host leaves files to the platform, and logs what is asked", async () => {
    const log = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const worker = createWorker(parts);
    expect((await get(worker, "/api/ask?q=why")).status).toBe(200);
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({ route: "/api/ask", status: 200 });
    expect((await get(worker, "/articles/bees/")).status).toBe(404);
    log.mockRestore();
  });

  test("below a path serves files too, and answers for nothing else", async () => {
    const log = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const worker = createWorker({ ...parts, base: "/help" });
    expect((await get(worker, "/help/api/ask?q=why")).status).toBe(200);
    expect(await (await get(worker, "/help/articles/bees/")).text()).toBe("Bees");
    expect((await get(worker, "/api/ask?q=why")).status).toBe(404);
    log.mockRestore();
  });

  test("deletes nothing where nothing is recorded", async () => {
    const worker = createWorker(parts);
    const controller = { scheduledTime: 0, cron: "", noRetry: () => {} } as unknown as ScheduledController;
    await expect(worker.scheduled(controller, environment({}))).resolves.toBeUndefined();
  });
});
