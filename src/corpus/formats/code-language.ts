import type { Element } from "hast";

/** Class names by which renderers of Markdown and highlighters tell the language of code. */
const languageClass = /^(?:language|lang|highlight)-(.+)$/;

/** Names that say there is none. */
const noLanguage = /^(?:text|txt|plain|plaintext|none|no-highlight|nohighlight|default|unknown|code)$/i;

/** The language of a `<pre>`, as it or the code in it names it: by a class or an attribute for highlighters. */
export function languageOfCode(pre: Element): string | undefined {
  const code = pre.children.filter((child) => child.type === "element" && child.tagName === "code");
  for (const element of [pre, ...(code as Element[])]) {
    const { className, dataLang, dataLanguage } = element.properties;
    const classes = Array.isArray(className) ? className.map(String) : [];
    const named = [dataLanguage, dataLang, ...classes.map((name) => languageClass.exec(name)?.[1])];
    for (const name of named) {
      // Fences say more than the language: `ts{1,3}`, `js:line-numbers`, `json,ignore`.
      const language = typeof name === "string" ? /^[\w+#.-]{1,24}/.exec(name)?.[0] : undefined;
      if (language !== undefined && !noLanguage.test(language)) return language;
    }
  }
  return undefined;
}
