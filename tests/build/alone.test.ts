import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { build } from "../../src/build/build.ts";
import { BuildCache } from "../../src/build/build-cache.ts";
import { engines } from "../../src/build/engines/index.ts";
import { filesBelow } from "../../src/build/files-below.ts";
import { OutputError } from "../../src/build/folders.ts";
import { openBuilt } from "../../src/build/open.ts";
import { readBuilt } from "../../src/build/worker-entry.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-alone-"));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const at = (...parts: string[]): string => join(folder, ...parts);

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

async function buildOf(corpus: string, output: string): Promise<boolean> {
  const cache = new BuildCache(at(`${corpus.replaceAll("/", "-")}.db`));
  try {
    return await build({ corpus: at(corpus), output: at(output), cache });
  } finally {
    cache.close();
  }
}

const contentOf = (output: string): Map<string, string> =>
  new Map(filesBelow(at(output)).map((path) => [relative(at(output), path), readFileSync(path, "latin1")]));

/** Names of the files of the index that are not there, though the manifest leads to them. */
function missingIn(output: string): string[] {
  const built = readBuilt(at(output));
  if (built === undefined) throw new Error(`nothing was built into ${output}`);
  return engines[built.engine]
    .indexFiles(built.settings)
    .filter((name) => !existsSync(at(output, "assets", name)));
}

/** Lines that were told to the owner. */
const told = (): string[] => vi.mocked(console.error).mock.calls.map(([line]) => String(line));

describe("two builds into one folder at once", () => {
  test("are made one after the other, and lose no file", async () => {
    for (let number = 0; number < 60; number++) {
      write(
        `one/a-${number}.md`,
        `# Bread ${number}\n\nThe baker of town ${number} bakes bread in the morning.\n`,
      );
      write(
        `two/b-${number}.md`,
        `# Trees ${number}\n\nThe oak of garden ${number} has leaves, roots and bark.\n`,
      );
    }
    for (let round = 0; round < 4; round++) {
      expect(await Promise.all([buildOf("one", "dist"), buildOf("two", "dist")])).toEqual([true, true]);
      expect(missingIn("dist")).toEqual([]);
      const { answerer, close } = await openBuilt(at("dist"));
      const { passages } = await answerer.ask({ question: "oak leaves, baker of town 7", limit: 20 });
      await close();
      expect(passages.length).toBeGreaterThan(10);
      const pages = filesBelow(at("dist/assets/articles")).filter((path) => path.endsWith(".html"));
      expect(pages).toHaveLength(60 + 1);
    }
    expect(told().some((line) => line.includes(`waiting for another build`))).toBe(true);
    expect(told().some((line) => line.includes(`process ${process.pid}`))).toBe(true);
  });
});

describe("what its owner wrote", () => {
  const article = "# A\n\nMy only copy of this article.\n";

  test.each(["dist/assets/mine", "dist/assets", "dist"])(
    "is not removed when the articles are in %s",
    async (corpus) => {
      write(`${corpus}/a.md`, article);
      const before = contentOf(".");
      await expect(buildOf(corpus, "dist")).rejects.toThrow(OutputError);
      expect(contentOf(".").get(`${corpus}/a.md`)).toBe(before.get(`${corpus}/a.md`));
      expect(filesBelow(at("dist"))).toHaveLength(1);
    },
  );

  test("is not removed when a symbolic link hides that the articles are in the output", async () => {
    write("dist/assets/mine/a.md", article);
    symlinkSync(at("dist/assets/mine"), at("articles"));
    await expect(buildOf("articles", "dist")).rejects.toThrow(/move the articles out of it/);
    expect(existsSync(at("dist/assets/mine/a.md"))).toBe(true);
  });

  test("is not removed when it is where the assets would be", async () => {
    write("corpus/a.md", article);
    write("site/assets/logo.svg", "<svg/>");
    await expect(buildOf("corpus", "site")).rejects.toThrow(/no build wrote/);
    expect(filesBelow(at("site")).map((path) => relative(at("site"), path))).toEqual(["assets/logo.svg"]);
  });

  test("is not mixed with what is built: an output within the articles is refused, but for a hidden one", async () => {
    write("a.md", article);
    await expect(buildOf(".", "dist")).rejects.toThrow(/read as articles/);
    expect(existsSync(at("dist"))).toBe(false);
    expect(await buildOf(".", ".footnote/service")).toBe(true);
    expect(missingIn(".footnote/service")).toEqual([]);
  });
});

describe("a build that cannot be written", () => {
  test("leaves the one before as it was, says why in a line, and no litter", async () => {
    write("corpus/a.md", "# A\n\nThe first article of this test.\n");
    expect(await buildOf("corpus", "dist")).toBe(true);
    const before = contentOf("dist");
    // The longest path that a system takes, to which a page of the build adds folders.
    const folders = at("corpus").length + 1;
    const deep = "d/".repeat((4_080 - folders) / 2);
    write(`corpus/${deep}b.md`, "# B\n\nThe second article of this test.\n");
    const failure = await buildOf("corpus", "dist").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutputError);
    expect(String(failure)).toMatch(
      /^[^\n]*index\.html: its name is too long; the last good build stays in place$/,
    );
    expect(contentOf("dist")).toEqual(before);
    expect(existsSync(at("dist/.next"))).toBe(false);
  });

  test("says so where the folder is a file", async () => {
    write("corpus/a.md", "# A\n\nThe first article of this test.\n");
    write("dist", "a file");
    await expect(buildOf("corpus", "dist")).rejects.toThrow(/a file stands where a folder is needed/);
    expect(readFileSync(at("dist"), "utf8")).toBe("a file");
  });

  test("and was killed is cleared away by the next", async () => {
    write("corpus/a.md", "# A\n\nThe first article of this test.\n");
    write("dist/.next/assets/index/pages/half.bin", "half");
    expect(await buildOf("corpus", "dist")).toBe(true);
    const clean = await buildOf("corpus", "clean");
    expect(clean).toBe(true);
    expect(contentOf("dist")).toEqual(contentOf("clean"));
  });
});

test("pages follow their articles: one with a backslash is there, and no empty folder is left of one that is gone", async () => {
  write("corpus/deep/er/a.md", "# A\n\nThe first article of this test.\n");
  write("corpus/b\\c.md", "# B\n\nThe second article of this test.\n");
  await buildOf("corpus", "dist");
  const pages = (): string[] =>
    filesBelow(at("dist/assets/articles")).map((path) => relative(at("dist/assets/articles"), path));
  expect(pages().filter((page) => /(?:a\/|\\).*\.html$/.test(page))).toHaveLength(2);
  rmSync(at("corpus/deep"), { recursive: true });
  await buildOf("corpus", "dist");
  expect(existsSync(at("dist/assets/articles/deep"))).toBe(false);
});
