import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { filesBelow } from "./files-below.ts";
import { writeAtomically } from "./output.ts";

/** A parser whose own dependencies weigh many times what is used of it. */
interface Parser {
  readonly name: string;
  /** Packages that it imports to lay out pages, and that reading needs none of. */
  readonly without: readonly string[];
}

/** What a package ships as a bundle, so that it installs no more than it uses. */
export const shippedParsers: readonly Parser[] = [{ name: "rst-compiler", without: ["shiki", "katex"] }];

/** Puts nothing in the place of some packages. */
const leaveOut = (names: readonly string[]): Plugin => ({
  name: "leave-out",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      names.includes(path) ? { path, namespace: "nothing" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = {}" }));
  },
});

/**
 * Bundles a parser into a compiled package, and has the modules that require it take the bundle.
 *
 * @param compiled folder of the compiled source
 * @throws Error when no module requires it
 */
export async function shipParser(compiled: string, { name, without }: Parser): Promise<void> {
  const bundle = join(compiled, "bundles", "packages", `${name}.cjs`);
  const { outputFiles } = await build({
    stdin: { contents: `export * from ${JSON.stringify(name)}`, resolveDir: dirname(compiled) },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    minify: true,
    plugins: [leaveOut(without)],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`The bundler made nothing of ${name}.`);
  const require = createRequire(join(compiled, "index.js"));
  const licence = readFileSync(join(dirname(require.resolve(name)), "..", "LICENSE"), "utf8");
  writeAtomically(bundle, `/*! ${name}\n${licence.replaceAll("*/", "* /").trim()}\n*/\n${file.text}`);
  const required = `require("${name}")`;
  const requiring = filesBelow(compiled).filter(
    (path) =>
      path.endsWith(".js") && !path.includes("bundles") && readFileSync(path, "utf8").includes(required),
  );
  if (requiring.length === 0) throw new Error(`No module requires ${name}.`);
  for (const path of requiring) {
    const from = relative(dirname(path), bundle).replaceAll("\\", "/");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(required, `require("${from}")`));
  }
}
