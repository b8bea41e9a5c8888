import type { Code } from "mdast";

/** Languages that Quarto, R Markdown and knitr run, by what stands in the braces of a fence: `{r}`, `{python, echo=FALSE}`. */
const opening =
  /^\{\.?(r|rscript|python|py|julia|ojs|observable|bash|sh|zsh|sql|stan|rcpp|cpp|c|fortran|js|javascript|typescript|css|html|scss|sass|perl|ruby|go|rust|node|cat|asis|stata|sas|octave|matlab|powershell|haskell|scala|awk|sed)\b[^}]*\}?$/i;

/** Files that such programs read. */
const isOfPrograms = (path: string): boolean => /\.(?:qmd|rmd|rmarkdown)$/i.test(path);

/** A line that tells the program what to do with the code: `#| echo: false`, `//| label: fig`. */
const option = /^[ \t]*(?:#|\/\/|--|%|\/\*)\|.*\n?/gm;

/** What keeps the code from readers. */
const hidden = /^[ \t]*(?:#|\/\/|--|%|\/\*)\|[ \t]*(?:echo|include):[ \t]*(?:false|no|FALSE)\b/m;
const hiddenBeside = /\b(?:echo|include)\s*=\s*(?:FALSE|F|false)\b/;

/** A fence that stands four columns in or more, such as below the item of a list with letters: Pandoc reads it, CommonMark does not. */
const indentedFence =
  /^([ \t]{0,3})(`{3,}|~{3,})[ \t]*([^`\s]*)[ \t]*([^`\n]*)\n([\s\S]*?\n)?[ \t]{0,3}\2[ \t]*$/;

function withFence(node: Code): Code {
  const found = node.lang == null ? indentedFence.exec(node.value) : null;
  if (found === null) return node;
  const [, indent = "", , lang = "", meta = "", code = ""] = found;
  const lines = code.replace(/\n$/, "").split("\n");
  const value = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
  return { ...node, lang: lang || null, meta: meta || null, value };
}

/** Code that is run where the text is made, as readers see it; undefined for all other. A name alone may be a directive of MyST. */
export function cellOf(given: Code, path: string): Code | undefined {
  const node = isOfPrograms(path) ? withFence(given) : given;
  const head = `${node.lang ?? ""} ${node.meta ?? ""}`.trim();
  const [, language] = opening.exec(head) ?? [];
  if (language === undefined) return node === given ? undefined : node;
  // Only names of languages that no directive has count elsewhere.
  if (!isOfPrograms(path) && /^(?:c|css|html|js|sql|cat|asis|go|node|sed)$/i.test(language)) return undefined;
  const isHidden = hiddenBeside.test(head) || hidden.test(node.value);
  const value = isHidden ? "" : node.value.replace(option, "").replace(/^\n+/, "");
  return { ...node, lang: language.toLowerCase(), meta: null, value };
}
