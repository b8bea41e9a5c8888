import { describe, expect, test } from "vitest";
import { urlOf } from "../../../src/corpus/front-matter/values.ts";

describe("the url of an article", () => {
  test.each([
    ["https://a.example/b?c=d#e", "https://a.example/b?c=d#e"],
    ["HTTPS://A.Example/../x", "https://a.example/x"],
    ['https://a.example/"onx=1', "https://a.example/%22onx=1"],
    ["//a.example/x", "https://a.example/x"],
    ["/a/../b", "/b"],
    ['/a"b', "/a%22b"],
    ["/caf\u00e9/", "/caf%C3%A9/"],
    ["guide/start", "/guide/start"],
  ])("%s is %s, as browsers send it", (given, normal) => {
    expect(urlOf(given)).toBe(normal);
  });

  test.each([
    "https://user:pw@a.example/",
    "https://user@a.example/",
    "//user@a.example/",
    "/%",
    "https://a.example/%zz",
    "https://a.example/ c",
    "https://a.example:99999/",
    "https://[::1",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\\evil.example",
  ])("is not %s", (given) => {
    expect(urlOf(given)).toBeUndefined();
  });
});
