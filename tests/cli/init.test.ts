import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generators } from "../../src/build/init/generators.ts";
import { footnote } from "./command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const init = (...parameters: string[]) => footnote(folder, "init", ["--yes", ...parameters]);

test.each(generators)("a site of $name is known", async ({ name, packages, files, outputs }) => {
  const manifest = {
    name: "docs",
    dependencies: Object.fromEntries((packages ?? []).map((one) => [one, "*"])),
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, undefined, "\t")}\n`);
  const [file] = files ?? [];
  if (file !== undefined) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), "");
  }
  const { code, stdout } = await init("--url", "https://docs.example/");
  expect(code).toBe(0);
  expect(stdout).toContain(`This is a site of ${name}.`);
  expect(stdout).toContain('<footnote-ask src="/footnote/"></footnote-ask>');
  expect(JSON.parse(read("package.json")).scripts.postbuild).toBe(
    `footnote-ask build --site ${outputs[0]} --static`,
  );
  expect(read("package.json")).toMatch(/^\t"name"/m);
  expect(read("corpus.yaml")).toContain("title: docs\n");
  expect(read("corpus.yaml")).toContain("baseUrl: https://docs.example\n");
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
    '{"scripts":{"postbuild":"echo mine"},"dependencies":{"next":"*"}}',
  );
  writeFileSync(join(folder, "corpus.yaml"), "title: Mine\n");
  const { stdout } = await init();
  expect(read("corpus.yaml")).toBe("title: Mine\n");
  expect(JSON.parse(read("package.json")).scripts.postbuild).toBe("echo mine");
  expect(stdout).toContain('is there already: add "footnote-ask build --site out --static" to it');
});
