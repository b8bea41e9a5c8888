import { readFile } from "node:fs/promises";
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

/** What a widget loads when a reader comes to it, below the folder of the source. */
const sessionEntry = "widget/session/index.ts";

/** Leaves the widget's session in a script of its own, which somebody's bundler finds where the package has it. */
const sessionApart: Plugin = {
  name: "session-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/session\/index\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./session/index.js", external: true } : undefined,
    );
  },
};

/**
 * The same for the script of a page. It names the session's content, so that a cached one is not taken for it. A module that could not
 * be loaded stays so at its address, so that each try after a failure has another.
 *
 * @param folder of the source
 */
const sessionBeside = (folder: string): Plugin => ({
  name: "session-beside",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/widget\/load-session\.ts$/ }, async () => {
      const hash = nameHash(await makeBundle(folder, sessionEntry));
      const address = JSON.stringify(`./widget-session.js?${hash}`);
      return {
        contents: `let failures = 0;
          export const loadSession = () => {
            const { href } = new URL(${address} + "&".repeat(failures), import.meta.url);
            return import(href).catch((error) => {
              failures++;
              throw error;
            });
          };`,
      };
    });
  },
});

/** Leaves the lists of words out of languages: a static build publishes them apart, since few questions need one. */
const lexiconsApart: Plugin = {
  name: "lexicons-apart",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/text\/lexicons\/\w+\.ts$/ }, () => ({ contents: 'export const words = "";' }));
  },
};

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
      lexiconsApart,
      entryPoint === "widget/script.ts" ? sessionBeside(folder) : sessionApart,
    ],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`The bundler made nothing of ${entryPoint}.`);
  return file.contents;
}
