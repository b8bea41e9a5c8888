import { outsideCode } from "./code-ranges.ts";

/** A line that begins a part of a draft of the IETF, as kramdown-rfc has it. */
const part = /^--- (?:(abstract|middle|back)|note_(\S+))[ \t]*$/gm;
/** A section and the name that the text refers to it by. */
const section = /^#{1,6}[ \t]+(\S.*?)[ \t]*#*[ \t]*\{(?:[^{}\n]*[ \t])?#([\w.-]+)[^{}\n]*\}[ \t]*$/gm;
/** A reference to a section, to another document, or to a section of one: `{{pto}}`, `{{!RFC2119}}`, `{{Section 2 of TLS}}`. */
const reference = /\{\{[!?&<>]*([A-Za-z][\w.,:;/ \t\n<>"-]{0,200})\}\}/g;

/**
 * A draft of the IETF as its readers see it: parts are no lines of text, and what refers to something names it. Other texts stay
 * as they are.
 */
export function withoutKramdownRfc(text: string): string {
  if (!/^--- (?:abstract|middle)[ \t]*$/m.test(text)) return text;
  const titles = new Map([...text.matchAll(section)].map(([, title = "", id = ""]) => [id, title]));
  return outsideCode(text, (prose) =>
    prose
      .replace(part, (_, name: string | undefined, note: string | undefined) =>
        name === "abstract" ? "# Abstract" : note === undefined ? "" : `# ${note.replaceAll("_", " ")}`,
      )
      .replace(/^\{::boilerplate[^}\n]*\}[ \t]*$/gm, "")
      .replace(/(?<=[^\s{])\{:[ \t][^{}\n]*\}/g, "")
      .replace(
        reference,
        (_, name: string) => titles.get(name) ?? (/\s/.test(name) ? name : `\\[${name}\\]`),
      ),
  );
}
