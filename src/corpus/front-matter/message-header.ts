import type { FrontMatterField } from "./metadata.ts";

/** Lines of a key and a value, the latter going on in indented lines. */
const lines =
  /^\uFEFF?\s{0,20}((?:[A-Z][A-Za-z-]{1,30}:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n)*){3,40})[ \t]*(?:\n|$)/;

/** Keys of messages, by the keys that say the same of an article. */
const ofMessages: Readonly<Record<string, string>> = { subject: "title", from: "author" };

/** What says of an article what it is called: other lines with colons are no header. */
const named = /^(?:title|subject):[ \t]*\S/im;

/** The header that a text begins with as messages and proposals do, until a blank line, and where it ends. */
export function messageHeader(text: string): { fields: FrontMatterField[]; end: number } | undefined {
  const match = lines.exec(text.slice(0, 8_000));
  const [whole, header = ""] = match ?? [];
  if (whole === undefined || !named.test(header)) return undefined;
  const first = text.slice(0, whole.indexOf(header)).split("\n").length;
  const fields: FrontMatterField[] = [];
  for (const [index, line] of header.trimEnd().split("\n").entries()) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      fields[fields.length - 1] = { ...last, value: `${String(last.value)} ${line.trim()}`.trim() };
      continue;
    }
    const at = line.indexOf(":");
    const key = line.slice(0, at);
    const value = line.slice(at + 1).trim();
    fields.push({ key: ofMessages[key.toLowerCase()] ?? key, value, line: first + index });
  }
  return { fields: fields.filter(({ value }) => value !== ""), end: whole.length };
}
