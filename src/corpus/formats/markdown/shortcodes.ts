import { codeRanges, isWithin, outsideCode } from "./code-ranges.ts";

/** Code between tags in square brackets, as Grav and WordPress have it. */
const code =
  /^([ \t]*)\[(prism|code|sourcecode|highlight)((?:[ \t]+[\w-]+=(?:"[^"\n]*"|[\w-]+))*)[ \t]*\][ \t]*\n([\s\S]*?)\n[ \t]*\[\/\2\][ \t]*$/gm;
const language = /\blanguage-([\w+#-]+)|\blang(?:uage)?="?([\w+#-]+)/;
/** A tag alone on its line, with what it says of itself, and one that closes. */
const tag = /^[ \t]*\[(\/?)([a-z][\w-]*)((?:[ \t]+[\w-]+="[^"\n]*")*)[ \t]*\][ \t]*$/gm;
/** Notices of Grav: one to four exclamation marks before each line. */
const notice = /^!{2,4}[ \t]+(?=[^\s"])(?![\w-]+(?:[ \t]+"[^"\n]*")?[ \t]*$)/gm;

/** Fences whose names of boxes have code in their titles, which no fence of Markdown may have. */
const info = /^([ \t>]*`{3,}[a-z][\w-]*[ \t]+)([\w-]+="[^\n]*`[^\n]*)$/gim;

/**
 * A text without tags in square brackets, whose other is there too: code between them becomes code, and lines of nothing but a
 * tag are left out.
 */
export function withoutShortcodes(text: string): string {
  const plain = text.replace(info, (_, open: string, said: string) => open + said.replaceAll("`", ""));
  if (!/^[ \t]*\[\/[a-z][\w-]*\][ \t]*$/m.test(plain)) return plain;
  const isCode = isWithin(codeRanges(plain));
  const read = plain.replace(
    code,
    (whole, indent: string, _name: string, said: string, inner: string, at: number) => {
      if (isCode(at)) return whole;
      const [, named, given = ""] = language.exec(said) ?? [];
      return `${indent}\`\`\`\`\`${named ?? given}\n${inner}\n${indent}\`\`\`\`\``;
    },
  );
  const closed = new Set(
    [...read.matchAll(tag)].flatMap(([, slash, name = ""]) => (slash === "/" ? [name] : [])),
  );
  return outsideCode(read, (prose) =>
    prose.replace(tag, (line, _, name: string) => (closed.has(name) ? "" : line)).replace(notice, ""),
  );
}
