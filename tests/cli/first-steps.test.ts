import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { footnote } from "./command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-first-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, content: string): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content);
};
/** As who has just installed it: nothing says where the articles are. */
const run = (command: string, ...parameters: string[]) =>
  footnote(folder, command, parameters, { CORPUS_DIR: undefined });

describe("who names no folder", () => {
  test.each(["build", "dev", "test", "doctor"])("is told by %s of one that is there", async (command) => {
    write("docs/tea.md", "# Tea\n");
    const { code, stdout, stderr } = await run(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^No folder of articles was named, and there is no corpus here\..*\bdocs\n$/);
    expect(stderr).toContain(command);
  });

  test("may have CORPUS_DIR set to nothing, as a workflow without a value for it has", async () => {
    write("docs/tea.md", "# Tea\n");
    const { code, stderr } = await footnote(folder, "test", [], { CORPUS_DIR: "" });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^No folder of articles was named, and there is no corpus here\./);
  });

  test("is told to name one where none is known", async () => {
    expect((await run("build")).stderr).toContain("FOLDER");
  });
});

test.each(["build", "dev", "test", "doctor"])("%s says that a folder is not there", async (command) => {
  const { code, stderr } = await run(command, "nowhere");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "There is no folder nowhere. Name that of your articles.\n",
  });
});

describe("a site that is to answer without a server", () => {
  const page = "<title>Tea</title><main><h1>Tea</h1><p>Green tea is brewed at 80 degrees.</p></main>";

  test("is built first", async () => {
    const { code, stderr } = await run("build", "--site", "dist");
    expect(code).toBe(2);
    expect(stderr).toContain("There is no folder dist: build the site first");
  });

  test("is examined as such, and no service is missed", async () => {
    write("dist/tea/index.html", page);
    expect((await run("build", "--site", "dist")).code).toBe(0);
    const { code, stdout } = await run("doctor", "dist");
    expect(code).toBe(0);
    expect(stdout).toContain("✓ dist/footnote: answers beside the site, without a server\n");
    expect(stdout).not.toContain(".footnote/service");
    expect(stdout).not.toContain("baseUrl");
    expect((await run("doctor")).stderr).toContain("doctor -- dist\n");
  });

  test("is examined as a service as well where one is built", async () => {
    write("dist/tea/index.html", page);
    await run("build", "--site", "dist");
    await run("build", "dist", "--out", ".footnote/service");
    expect((await run("doctor", "dist")).stdout).toContain("✓ .footnote/service: a build of this version");
  });
});
