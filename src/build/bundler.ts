import { readFile } from "node:fs/promises";
import { build, type Plugin, transform } from "esbuild";
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
    plugins: [styleText, packedLabels, lexiconsApart],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`The bundler made nothing of ${entryPoint}.`);
  return file.contents;
}
