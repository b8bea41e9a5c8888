import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { build } from "../../src/build/build.ts";
import { BuildCache } from "../../src/build/build-cache.ts";
import { filesBelow } from "../../src/build/files-below.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-build-"));
  mkdirSync(join(folder, "corpus"));
  writeArticle("r2", "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in May 2025.\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

function writeArticle(id: string, text: string): void {
  writeFileSync(join(folder, `corpus/${id}.md`), text);
}

/** Builds with a cache that knows nothing yet. */
async function buildInto(output: string): Promise<boolean> {
  const cache = new BuildCache(join(folder, `${output}.db`));
  try {
    return await build({ corpus: join(folder, "corpus"), output: join(folder, output), cache });
  } finally {
    cache.close();
  }
}

/** All that was built, by the paths of its files. */
const builtIn = (output: string): Map<string, string> =>
  new Map(
    filesBelow(join(folder, output)).map((path) => [
      relative(join(folder, output), path),
      readFileSync(path, "latin1"),
    ]),
  );

test("the same articles are built to the same bytes, in whatever folder", async () => {
  expect(await buildInto("first")).toBe(true);
  expect(await buildInto("second")).toBe(true);
  const first = builtIn("first");
  expect([...first.keys()]).toContain("worker.ts");
  expect(builtIn("second")).toEqual(first);
});

test("a build with errors lists all of them and leaves the last good one in place", async () => {
  await buildInto("kept");
  const before = builtIn("kept");
  writeArticle("bad-draft", "---\ndraft: perhaps\n---\n\n# Bad\n\nText.\n");
  writeArticle("empty", "");
  expect(await buildInto("kept")).toBe(false);
  rmSync(join(folder, "corpus/bad-draft.md"));
  rmSync(join(folder, "corpus/empty.md"));
  const said = vi.mocked(console.error).mock.calls.map(([line]) => String(line));
  expect(said.some((line) => line.includes("bad-draft.md:2: draft must be true or false"))).toBe(true);
  expect(said.some((line) => line.includes("empty.md:1: warning: "))).toBe(true);
  expect(builtIn("kept")).toEqual(before);
});
