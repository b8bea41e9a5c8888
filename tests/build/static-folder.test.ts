import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { basePathOf } from "../../src/build/base-path.ts";
import { StaticFolder, StaticFolderError } from "../../src/build/static/static-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder with files of somebody else is left alone", () => {
  writeFileSync(join(folder, "index.html"), "a page");
  expect(() => new StaticFolder(folder)).toThrow(StaticFolderError);
  expect(() => new StaticFolder(folder)).toThrow(join(folder, "footnote"));
});

test("what a build left that broke off is built over", () => {
  mkdirSync(join(folder, "index", "pages"), { recursive: true });
  writeFileSync(join(folder, "index", "pages", "0123456789ab.bin"), "old");
  writeFileSync(join(folder, "widget.js"), "old");
  expect(() => new StaticFolder(folder)).not.toThrow();
});

test.each([
  ["", ""],
  ["/", ""],
  ["help", "/help"],
  ["/help/", "/help"],
  ["/a/b-c", "/a/b-c"],
])("the base path %j is %j", (text, path) => {
  expect(basePathOf(text)).toBe(path);
});

test.each(["https://example.org/help", "/a//b", "/a?b", "/a b", '/"'])("%j is no base path", (text) => {
  expect(() => basePathOf(text)).toThrow("/help");
});
