import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runDockerfile, serve } from "./dockerfile.ts";
import {
  binary,
  footnote,
  type Installation,
  install,
  type Outcome,
  printed,
  remove,
  runIn,
  start,
  write,
} from "./install.ts";

const project = join(import.meta.dirname, "..", "..");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

/** Names that users import. Those that are types for a framework alone need that framework. */
const entryPoints = Object.entries<string | Record<string, string>>(manifest.exports)
  .filter(([, target]) => typeof target === "object" && target["default"] !== undefined)
  .map(([path]) => path.replace(/^\./, manifest.name));

let installation: Installation;

beforeAll(async () => {
  installation = await install();
});

afterAll(() => remove(installation));

/** Bytes of all files below a folder. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);

describe("the tarball", () => {
  test("is small, and so is what is installed with it", () => {
    expect(statSync(installation.tarball).size).toBeLessThan(1_500_000);
    expect(sizeOf(join(installation.folder, "node_modules"))).toBeLessThan(60_000_000);
  });

  test("installs no wrangler, no compiler and no bundler", () => {
    const installed = readdirSync(join(installation.folder, "node_modules"));
    for (const name of ["wrangler", "workerd", "assemblyscript", "esbuild", "typescript"]) {
      expect(installed).not.toContain(name);
    }
  });

  test("has of its types what its exports say, and those that they name", () => {
    const lib = join(installation.folder, "node_modules", manifest.name, "lib");
    const types = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".d.ts"),
    );
    expect(types).toContain(join("node", "answer.d.ts"));
    // Of what an export uses and does not show, there is none.
    expect(types).not.toContain(join("corpus", "load.d.ts"));
  });

  test("holds no tests, no articles and no source", () => {
    const files = readdirSync(join(installation.folder, "node_modules", manifest.name));
    expect(files.sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "kernel",
      "lib",
      "migrations",
      "package.json",
    ]);
  });

  test("publint finds nothing", async () => {
    const tarball = new Uint8Array(readFileSync(installation.tarball)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball } });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("its types are what its modules are, for all that read ES modules", async () => {
    const tarball = createPackageFromTarballData(new Uint8Array(readFileSync(installation.tarball)));
    const { types, ...checked } = await checkPackage(tarball);
    expect(types).not.toBe(false);
    const problems = "problems" in checked ? checked.problems : undefined;
    // The package has ES modules alone, which resolutions of before Node 16 and plain require() do not know.
    const known = problems?.filter(
      (problem) =>
        !(
          problem.kind === "CJSResolvesToESM" ||
          ("resolutionKind" in problem && problem.resolutionKind === "node10")
        ),
    );
    expect(known).toEqual([]);
  });
});

describe("what it exports", () => {
  test.each(entryPoints)("%s can be imported", async (name) => {
    const script = `const all = await import("${name}"); console.log(Object.keys(all).length > 0)`;
    const { stdout, stderr } = await runIn(installation.folder, process.execPath, [
      "--input-type=module",
      "--eval",
      script,
    ]);
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe("true");
  });

  test.each(["nodenext", "bundler"])(
    "all of it type-checks where modules are resolved by %s",
    async (how) => {
      const imports = entryPoints.map((name, index) => `import * as all${index} from "${name}";`);
      const uses = entryPoints.map((_, index) => `all${index}`);
      write(installation, {
        "types.ts": `${imports.join("\n")}\nexport const all: readonly object[] = [${uses.join(", ")}];\n`,
        "tsconfig.json": JSON.stringify({
          compilerOptions: {
            module: how === "bundler" ? "esnext" : how,
            moduleResolution: how,
            target: "es2024",
            lib: ["es2024", "dom", "dom.iterable"],
            types: [],
            strict: true,
            noEmit: true,
            skipLibCheck: false,
          },
          files: ["types.ts"],
        }),
      });
      const compiler = join(project, "node_modules", "typescript", "bin", "tsc");
      const { code, stdout } = await runIn(installation.folder, process.execPath, [compiler, "-p", "."]);
      expect(stdout).toBe("");
      expect(code).toBe(0);
    },
  );
});

describe("its command", () => {
  let packagesBefore: string[];
  let built: Outcome;
  const packages = (): string[] =>
    readdirSync(join(installation.folder, "node_modules"), { recursive: true, encoding: "utf8" });

  beforeAll(async () => {
    packagesBefore = packages();
    write(installation, {
      "docs/r2.md": "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in May 2025.\n",
      "docs/tea.rst": "Tea\n===\n\nTea is served at five o'clock.\n",
      "docs/milk.adoc": "= Milk\n\nMilk is delivered by Agnes.\n",
      "docs/bread.md": "# Bread\n\nBread is baked in the morning.\n",
    });
    built = await footnote(installation, "build", "docs");
  });

  test("says its version and what it can do", async () => {
    expect((await footnote(installation, "--version")).stdout.trim()).toBe(manifest.version);
    const { code, stdout } = await footnote(installation, "--help");
    expect(code).toBe(0);
    for (const name of ["build", "dev", "ask", "deploy"])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  test("says which Node it needs where that is too old, and nothing else", async () => {
    // As in a version that knows nothing newer than this.
    const preload = `Object.defineProperty(process.versions, "node", { value: "20.11.1" });
      delete process.getBuiltinModule("node:module").enableCompileCache;
      process.getBuiltinModule("node:module").syncBuiltinESMExports();`;
    const { code, stdout, stderr } = await runIn(installation.folder, process.execPath, [
      "--import",
      `data:text/javascript,${encodeURIComponent(preload)}`,
      binary(installation),
      "--help",
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Footnote needs Node 22\.18 or newer, and this is Node 20\.11\.1\. .*\n$/);
  });

  test("builds into the user's own folder, and writes nothing beside the packages", async () => {
    expect(built).toMatchObject({ code: 0, stdout: "" });
    expect(packages()).toEqual(packagesBefore);
    expect(readdirSync(installation.folder)).not.toContain("dist");
    const service = readdirSync(join(installation.folder, ".footnote", "service"));
    expect(service).toEqual(expect.arrayContaining(["assets", "worker.ts", "manifest.json", "kernel.wasm"]));
    expect(readFileSync(join(installation.folder, ".footnote", ".gitignore"), "utf8")).toBe("*\n");
  });

  test("answers from what it built", async () => {
    const { code, stdout } = await footnote(installation, "ask", "Who founded DeepSeek?");
    expect(code).toBe(0);
    expect(stdout).toContain("“Liang Wenfeng founded DeepSeek. R2 was due in May 2025.” [1]");
  });

  test("holds answers against questions.yaml, and writes reports", async () => {
    write(installation, {
      "docs/questions.yaml": "- ask: Who founded DeepSeek?\n  from: r2.md\n  says: Liang Wenfeng\n",
    });
    const good = await footnote(
      installation,
      "test",
      "docs",
      "--junit",
      "report.xml",
      "--json",
      "before.json",
    );
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining("100.0% of 1 question passed") });
    expect(readFileSync(join(installation.folder, "report.xml"), "utf8")).toContain('tests="1" failures="0"');
    write(installation, {
      "docs/r2.md": "# R2\n\nSomebody else founded DeepSeek. R2 was due in May 2025.\n",
    });
    const flags = ["--compare", "before.json", "--markdown", "comment.md"];
    const wrong = await footnote(installation, "test", "docs", ...flags);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain("does not say it: “Somebody else founded DeepSeek.");
    const comment = readFileSync(join(installation.folder, "comment.md"), "utf8");
    expect(comment).toContain("another quote, failed");
  });

  test.each([
    ["reStructuredText", "When is tea served?", "Tea is served at five o'clock."],
    ["AsciiDoc", "Who delivers milk?", "Milk is delivered by Agnes."],
  ])("reads %s", async (_, question, quote) => {
    expect((await footnote(installation, "ask", question)).stdout).toContain(quote);
  });

  test("builds files that answer without a server beside a site", async () => {
    write(installation, {
      "dist/index.html": "<title>Home</title><main><h1>Home</h1><p>All about bread and tea.</p></main>",
      "dist/bread.html":
        "<title>Bread</title><main><h1>Bread</h1><p>Bread is baked in the morning.</p></main>",
    });
    expect(await footnote(installation, "build", "--site", "dist")).toMatchObject({ code: 0 });
    const files = readdirSync(join(installation.folder, "dist", "footnote"));
    expect(files).toEqual(expect.arrayContaining(["footnote.json", "widget.js"]));
  });

  test("serves in Node without wrangler, and again after a change", async () => {
    write(installation, { "news/rain.md": "# Rain\n\nThe rain began on Monday.\n" });
    const server = start(installation, "dev", "news", "--port", "0", "--out", ".footnote/news");
    try {
      const url = await printed(server, /Ready on (http:\S+)/);
      const ask = async (): Promise<string> => {
        const response = await fetch(`${url}/api/ask?q=When+did+the+rain+begin%3F`).catch(() => undefined);
        return (await response?.text()) ?? "";
      };
      expect(await ask()).toContain("The rain began on Monday.");
      write(installation, { "news/rain.md": "# Rain\n\nThe rain began on Tuesday.\n" });
      await printed(server, /serves the new build/);
      expect(await ask()).toContain("The rain began on Tuesday.");
    } finally {
      server.kill();
      await once(server, "exit");
    }
    expect(server.exitCode).toBe(0);
  });

  test("serves as the Dockerfile of the example says", async () => {
    const { url, stop } = await runDockerfile(join(project, "examples", "node", "Dockerfile"), installation);
    try {
      const response = await fetch(new URL("/api/ask?q=When+is+tea+served%3F", url));
      expect(await response.text()).toContain("Tea is served at five o'clock.");
    } finally {
      await stop();
    }
  });

  test("is a route of the Hono app of the example", async () => {
    const app = readFileSync(join(project, "examples", "hono", "app.mjs"), "utf8");
    expect(await footnote(installation, "build", "docs", "--base", "/help")).toMatchObject({ code: 0 });
    write(installation, { "app.mjs": app });
    const { url, stop } = await serve(["node", "app.mjs"], installation.folder);
    try {
      expect(await (await fetch(new URL("/", url))).text()).toContain("/help/");
      const response = await fetch(new URL("/help/api/ask?q=When+is+tea+served%3F", url));
      expect(await response.text()).toContain("Tea is served at five o'clock.");
    } finally {
      await stop();
    }
  });

  test("finds what is wrong", async () => {
    const { code, stdout } = await footnote(installation, "doctor", "docs");
    expect(stdout).toContain("! wrangler: not installed; deploying needs it");
    expect(stdout).toContain("✓ .footnote/service: a build of this version of Footnote");
    expect(code).toBe(0);
  });

  test("says in one line what deploying needs", async () => {
    const { code, stderr } = await footnote(installation, "deploy", "docs");
    expect(code).toBe(2);
    expect(stderr).toBe(
      "Deploying needs wrangler, which is not installed here: npm install --save-dev wrangler\n",
    );
  });
});
