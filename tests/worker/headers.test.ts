import { describe, expect, test } from "vitest";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { answerer, environment, json, partsOf, serve } from "./fixture.ts";

const from = (origin: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, Origin: origin },
});

const preflight = (origin: string): RequestInit => ({
  method: "OPTIONS",
  headers: {
    Origin: origin,
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type",
  },
});

describe("security headers", () => {
  test.each([
    ["an answer", "/api/ask?q=why", undefined],
    ["a posted answer", "/api/ask", json({ question: "why" })],
    ["health", "/healthz", undefined],
    ["a bad request", "/api/ask", undefined],
    ["an unknown route", "/api/nothing", undefined],
    ["a wrong method", "/api/ask", { method: "PUT" }],
  ])("are on %s", async (_, path, init) => {
    const { headers } = await serve()(path, init);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });
});

test("headers of a response that a binding made, which cannot be changed, are changed in a copy", async () => {
  const app = createApp(partsOf(staticEngine(async () => answerer)));
  const assets = { fetch: async () => Response.redirect("https://a.example/sitemap.xml", 302) };
  const response = await app.request(
    "/sitemap.xml",
    {},
    environment({ ASSETS: assets as unknown as Fetcher }),
  );
  expect(response.status).toBe(302);
  expect(response.headers.get("Location")).toBe("https://a.example/sitemap.xml");
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
});

describe("with every origin allowed", () => {
  test.each([{}, { ALLOWED_ORIGINS: "*" }, { ALLOWED_ORIGINS: "https://a.org, *" }])(
    "by %j",
    async (variables) => {
      const { headers } = await serve(variables)("/api/ask?q=why", from("https://anyone.org"));
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(headers.get("Access-Control-Expose-Headers")).toBe(
        "Allow,ETag,RateLimit,RateLimit-Policy,Retry-After,Footnote-Answer-Id,x-d1-bookmark,Server-Timing",
      );
      expect(headers.has("Vary")).toBe(false);
    },
  );

  test("a page may read errors too", async () => {
    for (const path of ["/api/ask", "/api/nothing"]) {
      const { headers } = await serve()(path, from("https://anyone.org"));
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    }
  });

  test("a preflight request is answered", async () => {
    const response = await serve()("/api/ask", preflight("https://anyone.org"));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Access-Control-Allow-Methods")).toBe("GET,HEAD,POST");
    expect(response.headers.get("Access-Control-Allow-Headers")).toBe(
      "Content-Type,If-None-Match,MCP-Protocol-Version,Mcp-Method,Mcp-Name,x-d1-bookmark",
    );
    expect(response.headers.get("Access-Control-Max-Age")).toBe("86400");
  });
});

describe("with a list of origins", () => {
  const fetch = serve({ ALLOWED_ORIGINS: "https://a.org, http://localhost:8787" });

  test.each(["https://a.org", "http://localhost:8787"])("%s may read", async (origin) => {
    for (const path of ["/api/ask?q=why", "/api/ask", "/api/nothing"]) {
      const { headers } = await fetch(path, from(origin));
      expect(headers.get("Access-Control-Allow-Origin")).toBe(origin);
      expect(headers.get("Vary")).toBe("Origin");
    }
    const { headers } = await fetch("/api/ask", preflight(origin));
    expect(headers.get("Access-Control-Allow-Origin")).toBe(origin);
    expect(headers.get("Vary")).toMatch(/\bOrigin\b/);
  });

  test.each(["https://b.org", "http://a.org", "https://a.org.evil.org", "null"])(
    "%s may not",
    async (origin) => {
      for (const init of [from(origin), preflight(origin)]) {
        const { headers } = await fetch("/api/ask?q=why", init);
        expect(headers.has("Access-Control-Allow-Origin")).toBe(false);
        expect(headers.get("Vary")).toMatch(/\bOrigin\b/);
      }
    },
  );

  test("a request from no page varies too, for caches hold one response for all", async () => {
    expect((await fetch("/api/ask?q=why")).headers.get("Vary")).toBe("Origin");
  });
});
