import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assetFolder, OutputFolder } from "../../src/build/output.ts";
import { switchTo } from "../../src/build/staging.ts";

let output = "";
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), "footnote-output-"));
});
afterEach(() => rmSync(output, { recursive: true }));

/** Builds some files over what is there. @returns how many of them were staged */
function buildOf(files: readonly (readonly [string, string])[]): number {
  const staging = join(output, ".next");
  const assets = new OutputFolder(assetFolder(staging), assetFolder(output));
  // The manifest is always staged.
  new OutputFolder(staging).write("manifest.json", "{}");
  for (const [path, content] of files) assets.write(path, content);
  const staged = files.filter(([path]) => existsSync(join(assetFolder(staging), path))).length;
  switchTo(staging, output, new Set(), assets.unchanged);
  rmSync(staging, { recursive: true });
  return staged;
}

const read = (path: string): string => readFileSync(join(assetFolder(output), path), "utf8");

test("What the last build has is not written again, and stays", () => {
  expect(
    buildOf([
      ["a/x.html", "one"],
      ["b.txt", "two"],
    ]),
  ).toBe(2);
  const before = statSync(join(assetFolder(output), "b.txt")).ino;
  expect(
    buildOf([
      ["a/x.html", "1"],
      ["b.txt", "two"],
    ]),
  ).toBe(1);
  expect([read("a/x.html"), read("b.txt")]).toEqual(["1", "two"]);
  expect(statSync(join(assetFolder(output), "b.txt")).ino).toBe(before);
});

test("What is not built any more is removed with its folder", () => {
  buildOf([
    ["a/x.html", "one"],
    ["b.txt", "two"],
  ]);
  buildOf([["b.txt", "two"]]);
  expect(existsSync(join(assetFolder(output), "a"))).toBe(false);
  expect(read("b.txt")).toBe("two");
});

test("Of a file that is written twice, the second content counts", () => {
  buildOf([["a.txt", "old"]]);
  buildOf([
    ["a.txt", "new"],
    ["a.txt", "old"],
  ]);
  expect(read("a.txt")).toBe("old");
  buildOf([
    ["a.txt", "old"],
    ["a.txt", "new"],
  ]);
  expect(read("a.txt")).toBe("new");
});
