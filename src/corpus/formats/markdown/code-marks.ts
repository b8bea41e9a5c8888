/** Notes to the highlighter at the ends of lines: of VitePress and Shiki, of Docusaurus. */
const atEnd =
  /(?<![ \t])[ \t]*(?:\/\/|#|<!--|\/\*|--|;|%)[ \t]*\[!code[^\]\n]*\][ \t]*(?:-->|\*\/)?[ \t]*$|(?<![ \t])[ \t]*(?:\/\/|#)[ \t]*\((?:\d+|[a-z])\)!?[ \t]*$/gm;
/** Lines that are nothing but such a note. */
const ownLine =
  /^[ \t]*(?:\/\/|#|<!--|\/\*|\{\/\*|--)[ \t]*(?:(?:highlight|error|success|focus)-(?:next-line|start|end)|@(?:noErrors|errors|filename|showEmit|target|strict|module|jsx|lib|types|esModuleInterop|allowJs|checkJs|log|warn|annotate|includeDeprecated|skipLibCheck)\b.*|#?(?:end)?region\b.*|---cut(?:-(?:before|after|start|end))?---|prettier-ignore|eslint-(?:disable|enable).*)[ \t]*(?:-->|\*\/\}?)?[ \t]*\n?/gm;
/** What a comment of twoslash asks of the compiler. */
const query = /^[ \t]*\/\/[ \t]*\^[?|^].*\n?/gm;

/** Lines of Rust that mdBook hides: they only make the example compile. */
const hiddenRust = /^[ \t]*#(?:[ \t].*)?(?:\n|$)/gm;

/** Code as readers see it: without notes to the highlighter, and what twoslash and mdBook hide. */
export function shownCode(code: string, language: string, meta: string): string {
  const isTwoslash = /\btwoslash\b/.test(meta);
  const cut = isTwoslash ? code.replace(/^[\s\S]*^[ \t]*\/\/ ---cut(?:-before)?---[ \t]*\n/m, "") : code;
  const shown = cut.replace(atEnd, "").replace(ownLine, "");
  const asked = isTwoslash ? shown.replace(query, "") : shown;
  return /^rust\b/.test(language) ? asked.replace(hiddenRust, "").replace(/^([ \t]*)##/gm, "$1#") : asked;
}
