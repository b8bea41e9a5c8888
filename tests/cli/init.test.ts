import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Generator, generators } from "../../src/build/init/generators.ts";
import { footnote } from "./command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const init = (...parameters: string[]) => footnote(folder, "init", ["--yes", ...parameters]);

const withoutPlugin = generators.filter(({ plugin }) => plugin === undefined);

/** Makes the folder a project of a generator. */
function writeProject(generator: Generator, scripts?: Record<string, string>, content = ""): void {
  const { packages = [], files = [] } = generator;
  const manifest = {
    name: "docs",
    dependencies: Object.fromEntries(packages.map((one) => [one, "*"])),
    ...(scripts && { scripts }),
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, undefined, "\t")}\n`);
  const [file] = files;
  if (file === undefined) return;
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), content);
}

const scripts = (): Record<string, string> => JSON.parse(read("package.json")).scripts;

test.each(generators)("a site of $name is known", async (generator) => {
  writeProject(generator, { build: generator.command });
  const { code, stdout } = await init("--url", "https://docs.example/");
  expect(code).toBe(0);
  expect(stdout).toContain(`This is a site of ${generator.name}.`);
  expect(read("package.json")).toMatch(/^\t"name"/m);
  expect(read("corpus.yaml")).toContain("title: docs\n");
  expect(read("corpus.yaml")).toContain("baseUrl: https://docs.example\n");
  if (generator.plugin !== undefined) {
    // Its plugin builds the files, and shows the element.
    expect(stdout).toContain(`Then in ${generator.place}:\n\n${generator.plugin}\n`);
    expect(scripts()).toEqual({ build: generator.command });
  } else {
    expect(stdout).toContain('<footnote-ask src="/footnote/"></footnote-ask>');
    expect(scripts()["postbuild"]).toBe(`footnote-ask build --site ${generator.outputs[0]}`);
  }
});

test.each(withoutPlugin)(
  "the answers of $name are built by the script that builds the site",
  async (generator) => {
    writeProject(generator, { prepare: "true", "site:build": `${generator.command} --minify` });
    const { stdout } = await init();
    expect(scripts()["postsite:build"]).toBe(`footnote-ask build --site ${generator.outputs[0]}`);
    expect(stdout).toContain("Then build the site by npm run site:build");
  },
);

test.each(withoutPlugin)(
  "$name gets a script that builds the site where there is none",
  async (generator) => {
    writeProject(generator);
    const { stdout } = await init();
    const line = `footnote-ask build --site ${generator.outputs[0]}`;
    expect(scripts()).toEqual({ build: `${generator.command} && ${line}` });
    expect(stdout).toContain("Then build the site by npm run build");
  },
);

test("a built site of no known generator gets a script of its own", async () => {
  mkdirSync(join(folder, "www"));
  writeFileSync(join(folder, "package.json"), '{"scripts":{"make":"./make.sh"}}');
  expect((await init("www")).stdout).toContain("npm run footnote, after each build");
  expect(scripts()["footnote"]).toBe("footnote-ask build --site www");
});

test.each([
  ["Hugo", 'baseURL = "https://e.example/"\ntitle = "Bread, and more"\n', "title: Bread, and more\n"],
  ["MkDocs", "site_name: The 'oven' book\ntheme: none\n", "title: The 'oven' book\n"],
  ["Jekyll", "# A comment\ntitle: 'Dough'\nplugins:\n  - title\n", "title: Dough\n"],
  ["mdBook", '[book]\nauthors = []\ntitle = "Rye"\n', "title: Rye\n"],
])("a site of %s has the title that its configuration gives it", async (name, content, line) => {
  const generator = generators.find((one) => one.name === name);
  if (generator === undefined) throw new Error(`${name} is not known`);
  writeProject(generator, {}, content);
  await init();
  expect(read("corpus.yaml")).toContain(line);
});

test("a service gets a configuration that wrangler takes", async () => {
  mkdirSync(join(folder, "docs"));
  const { code, stdout } = await init("docs", "--worker", "--title", "Help: all of it");
  expect(code).toBe(0);
  expect(read("docs/corpus.yaml")).toContain('title: "Help: all of it"');
  expect(read("wrangler.jsonc")).toContain('"main": ".footnote/service/worker.ts"');
  expect(stdout).toContain("npx footnote-ask dev docs");
  writeFileSync(join(folder, "docs/bread.md"), "# Bread\n\nBread is baked in the morning.\n");
  expect(await footnote(folder, "build", ["docs"])).toMatchObject({ code: 0 });
  const { stdout: examined } = await footnote(folder, "doctor", ["docs"]);
  expect(examined).toContain("✓ wrangler.jsonc: as the service needs it");
});

test("what is there stays", async () => {
  writeFileSync(
    join(folder, "package.json"),
    '{"scripts":{"build":"next build","postbuild":"echo mine"},"dependencies":{"next":"*"}}',
  );
  writeFileSync(join(folder, "corpus.yaml"), "title: Mine\n");
  const { stdout } = await init();
  expect(read("corpus.yaml")).toBe("title: Mine\n");
  expect(JSON.parse(read("package.json")).scripts.postbuild).toBe("echo mine");
  expect(stdout).toContain('is there already: add "footnote-ask build --site out" to it');
});
