import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { languageCodes } from "../../src/text/languages/index.ts";

/** Bundles the rules of some languages as the build does for a Worker, and tells what is in it and its size, gzip, in bytes. */
async function bundle(codes: readonly string[]): Promise<{ inputs: string[]; size: number }> {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: codes.map((code) => `export { default as ${code} } from "./${code}.ts";`).join("\n"),
      resolveDir: "src/text/languages",
    },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    metafile: true,
  });
  return {
    inputs: Object.keys(metafile.inputs),
    size: gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length,
  };
}

test("a corpus in English weighs no other language", async () => {
  const { inputs } = await bundle(["en"]);
  const others = languageCodes.filter((code) => code !== "en");
  expect(inputs.filter((path) => others.some((code) => path.endsWith(`/languages/${code}.ts`)))).toEqual([]);
  expect(inputs.filter((path) => path.includes("@orama/stemmers"))).toEqual([]);
  // An index has them as terms: whoever answers needs no list.
  expect(inputs.filter((path) => path.includes("synonyms"))).toEqual([]);
});

test.each(languageCodes)("%s is small enough to be loaded with every request", async (code) => {
  const { size } = await bundle([code]);
  expect(size).toBeGreaterThan(300);
  expect(size).toBeLessThan(16_900);
});
