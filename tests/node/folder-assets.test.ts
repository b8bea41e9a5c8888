import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { folderAssets } from "../../src/node/folder-assets.ts";

const folder = mkdtempSync(join(tmpdir(), "footnote-assets-"));
const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};
write("secret.txt", "secret");
write("assets-beside/secret.txt", "secret");
write("assets/_headers", "/*\n  X-All: yes\n  X-Gone: yes\n\n/a/*\n  ! X-Gone\n  X-A: yes\n");
write("assets/_redirects", "secret");
write("assets/index.html", "home");
write("assets/a/index.html", "a");
write("assets/b.html", "b");
write("assets/caf\u00e9/index.md", "# Caf\u00e9");
write("assets/x.unknown", "x");
afterAll(() => rmSync(folder, { recursive: true }));

const assets = folderAssets(join(folder, "assets"));
const get = (path: string, init?: RequestInit) => assets.fetch(new Request(`https://a.example${path}`, init));

describe("files of a folder", () => {
  test.each([
    ["/", "home", "text/html; charset=utf-8"],
    ["/a/", "a", "text/html; charset=utf-8"],
    ["/b", "b", "text/html; charset=utf-8"],
    ["/cafe%CC%81/index.md", "# Caf\u00e9", "text/markdown"],
    ["/x.unknown", "x", "application/octet-stream"],
  ])("are at their paths: %s", async (path, text, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get("Content-Type")).toBe(type);
  });

  test.each([
    ["/index.html", "/"],
    ["/a/index.html?q=1", "/a/?q=1"],
    ["/a?q=1", "/a/?q=1"],
    ["/b.html", "/b"],
  ])("are led to: %s", async (path, location) => {
    const response = await get(path);
    expect([response.status, response.headers.get("Location")]).toEqual([307, location]);
  });

  test.each([
    "/_headers",
    "//_headers",
    "///_redirects",
    "/a/..%2f_headers",
    "/a%2f..%2f_redirects",
    "/./_headers",
    "/..%2fsecret.txt",
    "/..%2f..%2f..%2fetc%2fpasswd",
    "/..%2fassets-beside%2fsecret.txt",
    "/a/..%2f..%2fsecret.txt",
    "/%00",
    "/a%00b",
    "/%ff",
    "/_headers/",
    "/nothing",
  ])("are nothing outside of it, nor what is for the platform: %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret");
  });

  test("are not sent again to who has them, and have the headers of their paths", async () => {
    const response = await get("/a/");
    const tag = response.headers.get("ETag") ?? "";
    expect(Object.fromEntries(response.headers)).toMatchObject({ "x-all": "yes", "x-a": "yes" });
    expect(response.headers.has("X-Gone")).toBe(false);
    expect((await get("/")).headers.get("X-Gone")).toBe("yes");
    for (const condition of [tag, `W/${tag}`, `"0", ${tag}`]) {
      expect((await get("/a/", { headers: { "If-None-Match": condition } })).status).toBe(304);
    }
    expect((await get("/a/", { headers: { "If-None-Match": '"0"' } })).status).toBe(200);
    const head = await get("/a/", { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("ETag")]).toEqual([200, "", tag]);
  });
});
