import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { customElementsManifest } from "../widget/description.ts";
import { shippedBundles } from "./bundle.ts";
import { readKernel } from "./engines/compiled/kernel.ts";
import { filesBelow } from "./files-below.ts";
import { writeAtomically } from "./output.ts";
import { pruneDeclarations } from "./prune-declarations.ts";
import { shipParser, shippedParsers } from "./ship-parser.ts";
import { shippedFonts } from "./site-fonts.ts";

/*
 * Makes what `npm pack` takes: lib/, src/ compiled to JavaScript with the types of what a package exports, the bundles that a
 * build of its user publishes, and the compiled kernel. Rooms keep their places, so that a module finds its neighbours.
 */

const project = join(import.meta.dirname, "..", "..");
const compiled = join(project, "lib");

const compile = (configuration: string): void => {
  const compiler = join(project, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", join(project, configuration)], { stdio: "inherit" });
};

/** The compiler leaves the extensions of a source in declarations, which not every tool follows. */
function nameCompiled(declarations: string): void {
  const text = readFileSync(declarations, "utf8");
  writeFileSync(declarations, text.replace(/((?:from |import\()"\.{1,2}\/[^"]+)\.ts"/g, '$1.js"'));
}

/** Paths of the declarations that the package exports. */
function exportedTypes(): string[] {
  const { exports } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
    exports: Readonly<Record<string, string | { readonly types: string }>>;
  };
  return Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [] : [join(project, target.types)],
  );
}

rmSync(compiled, { recursive: true, force: true });
compile("tsconfig.package.json");
compile("tsconfig.package-types.json");
compile("tsconfig.package-service-types.json");
for (const path of filesBelow(compiled)) if (path.endsWith(".d.ts")) nameCompiled(path);
pruneDeclarations(compiled, exportedTypes());
for (const tool of ["bundler", "make-package", "prune-declarations", "ship-parser"]) {
  rmSync(join(compiled, "build", `${tool}.js`), { force: true });
}
for (const parser of shippedParsers) await shipParser(compiled, parser);
for (const [path, content] of await shippedBundles(compiled)) writeAtomically(path, content);
for (const [path, content] of await shippedFonts(compiled)) writeAtomically(path, content);
writeAtomically(
  join(compiled, "widget", "custom-elements.json"),
  `${JSON.stringify(customElementsManifest(), undefined, 2)}\n`,
);
readKernel(project);
