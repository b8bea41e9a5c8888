import * as z from "zod/mini";
import type { Format } from "./format.ts";
import { markdown } from "./markdown/index.ts";

const lines = z.union([z.string(), z.array(z.string())]);
const cell = z.object({ cell_type: z.string(), source: lines });

/** What of a notebook is read: https://nbformat.readthedocs.io. Before version 4, cells stand in worksheets. */
const notebook = z.object({
  cells: z.array(cell),
  metadata: z.optional(z.object({ kernelspec: z.optional(z.object({ language: z.optional(z.string()) })) })),
});

const textOf = (source: z.infer<typeof lines>): string =>
  typeof source === "string" ? source : source.join("");

/** Longest run of backquotes in a text, and one more: what its code can be fenced with. */
const fenceFor = (code: string): string =>
  "`".repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));

/** Commands to the notebook, which readers of its text have no use for. */
const magic =
  /^\s*(?:%%?|!|#\s*\|)\s*(?:capture|matplotlib|load_ext|autoreload|config|hide|echo|include|export|default_exp)\b.*\n?/gm;

/** Cells as Markdown: text as it is, code in fences, outputs left out. */
function unpack(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { success, data } = notebook.safeParse(value);
  if (!success) return undefined;
  const language = data.metadata?.kernelspec?.language ?? "python";
  return data.cells
    .map(({ cell_type: type, source }, index) => {
      const given = textOf(source);
      if (type === "markdown" || type === "heading") return given;
      // Quarto and nbdev write front matter as the first cell, which is raw.
      if (type === "raw") return index === 0 && given.startsWith("---") ? given : "";
      const code = given.replace(magic, "").trimEnd();
      const fence = fenceFor(code);
      return code.trim() === "" ? "" : `${fence}${language}\n${code}\n${fence}`;
    })
    .filter((part) => part.trim() !== "")
    .join("\n\n");
}

/** Jupyter notebooks, whose cells are read as one Markdown text. */
export const jupyter: Format = {
  name: "Jupyter notebook",
  extensions: [".ipynb"],
  unpack,
  read: (path, text, included) => markdown.read(path, text, included),
};
