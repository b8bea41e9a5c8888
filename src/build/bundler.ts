import { readFile } from "node:fs/promises";
import { parse } from "node:path";
import { pathToFileURL } from "node:url";
import { minify } from "@swc/core";
import { build, type Plugin, transform } from "esbuild";
import { nameHash } from "./name-hash.ts";
import { packLabels } from "./pack-labels.ts";

/** Bundles a style sheet into a script as minified text. */
const styleText: Plugin = {
  name: "style-text",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/widget\/.*\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Bundles the widget's labels in less room. */
const packedLabels: Plugin = {
  name: "packed-labels",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/widget\/labels\/languages\.ts$/ }, () => ({ contents: packLabels() }));
  },
};

/** The scripts of the widget after the first, by the modules that load them: what each begins with, below the folder of the source. */
const laterScripts: Readonly<Record<string, { readonly entry: string; readonly name: string }>> = {
  "load-session": { entry: "widget/session/script.ts", name: "widget-session.js" },
  "load-agents": { entry: "widget/agents/index.ts", name: "widget-agents.js" },
  "load-answers": { entry: "widget/answers/index.ts", name: "widget-answers.js" },
  "load-files": { entry: "widget/session/static-source.ts", name: "widget-files.js" },
};

/** Leaves them in scripts of their own, which somebody's bundler finds where the package has them. */
const scriptsApart: Plugin = {
  name: "scripts-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: path.replace(/ts$/, "js"), external: true } : undefined,
    );
  },
};

/**
 * The same for the scripts of a page. Each names the content of the next, so that a cached one is not taken for it. A module that
 * could not be loaded stays so at its address, so that each try after a failure has another.
 *
 * @param folder of the source
 */
const scriptsBeside = (folder: string): Plugin => ({
  name: "scripts-beside",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/widget\/(?:session\/)?load-\w+\.ts$/ }, async ({ path }) => {
      const later = laterScripts[parse(path).name];
      if (later === undefined) return undefined;
      const hash = nameHash(await makeBundle(folder, later.entry));
      const address = JSON.stringify(`./${later.name}?${hash}`);
      const exported = parse(path).name.replace(/-(\w)/, (_, letter: string) => letter.toUpperCase());
      return {
        contents: `let failures = 0;
          export const ${exported} = () =>
            import(new URL(${address} + "&".repeat(failures), import.meta.url).href).catch((error) => {
              failures++;
              throw error;
            });`,
      };
    });
  },
});

/** Leaves out of a script what the one that loads it lends it: see src/widget/kit.ts. */
const lent: Plugin = {
  name: "lent",
  setup({ onLoad, initialOptions }) {
    const [entryPoint] = Object.values(initialOptions.entryPoints ?? []);
    const lenders = String(entryPoint).startsWith("widget/answers/")
      ? /\/src\/widget\/(?:session\/)?kit\.ts$/
      : /\/src\/widget\/kit\.ts$/;
    onLoad({ filter: lenders }, async ({ path }) => {
      const { take: _, ...exports } = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
      const names = Object.keys(exports).join(", ");
      return { contents: `export let ${names}; export const take = (lent) => { ({ ${names} } = lent); };` };
    });
  },
};

/**
 * Leaves out of the code for agents a validator of JSON schemas, 6 kB gzip: the library takes it for what a server asks back of its
 * client, and this one asks nothing.
 */
const validatorLeftOut: Plugin = {
  name: "validator-left-out",
  setup({ onLoad }) {
    onLoad({ filter: /\/@modelcontextprotocol\/server\/dist\/cfWorkerProvider-\w+\.mjs$/ }, () => ({
      contents: `class CfWorkerJsonSchemaValidator {
          getValidator() {
            throw new Error("Footnote asks agents nothing, and has no validator of what they answer.");
          }
        }
        export { CfWorkerJsonSchemaValidator as t };`,
    }));
  },
};

/** The loops by which the library keeps every schema of the protocol for callers who check values by its name. */
const schemasByName =
  /^for \(const .* of (?:SPEC_SCHEMA_KEYS|Object\.entries\(authSchemas\))\) register\(.*\);$/gm;

/**
 * Leaves out of the code for agents the schemas of the protocol that nothing here asks for, 4 kB gzip: those by name are not kept, and to make
 * one is said to have no effect, so that the bundler drops what is not used.
 */
const schemasLeftOut: Plugin = {
  name: "schemas-left-out",
  setup({ onLoad }) {
    onLoad({ filter: /\/@modelcontextprotocol\/server\/dist\/src-[\w-]+\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(schemasByName, ""),
    }));
    onLoad({ filter: /\/@modelcontextprotocol\/core\/dist\/auth-[\w-]+\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        /^const (\w+Schema) = ([\s\S]*?);$(?=\s*^(?:const|export|\/))/gm,
        "const $1 = /* @__PURE__ */ (() => $2)();",
      ),
    }));
    onLoad({ filter: /\/@modelcontextprotocol\/core\/dist\/\w+-[\w-]+\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        /(?<= = )(?=z\.\w+\()|(?<=[([,:] ?)(?=z\.\w+\()|(?<= = )(?=\w+Schema\.\w+\()/g,
        "/* @__PURE__ */ ",
      ),
    }));
  },
};

/** A module in fewer bytes, gzip, than esbuild makes it: it inlines less, and folds no functions that are called once. */
async function smaller(module: string): Promise<Uint8Array> {
  const options = { module: true, compress: { passes: 3, ecma: 2020 }, mangle: { toplevel: true } } as const;
  const { code } = await minify(module, { ...options, format: { asciiOnly: false } });
  return Buffer.from(code);
}

/**
 * Bundles a script or a style sheet with all that it imports. Its packages are for development: a package of Footnote ships
 * what it makes, and leaves this module out.
 *
 * @param folder of the source
 * @param entryPoint below it
 * @param conditions of package exports
 */
export async function makeBundle(
  folder: string,
  entryPoint: string,
  conditions: readonly string[] = [],
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entryPoint],
    conditions: [...conditions],
    bundle: true,
    write: false,
    outdir: "/",
    format: "esm",
    target: "es2023",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    plugins: [
      styleText,
      packedLabels,
      validatorLeftOut,
      schemasLeftOut,
      ...(entryPoint.startsWith("widget/")
        ? [lent, entryPoint.endsWith("/script.ts") ? scriptsBeside(folder) : scriptsApart]
        : []),
    ],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`The bundler made nothing of ${entryPoint}.`);
  return entryPoint.endsWith(".css") ? file.contents : smaller(file.text);
}
