import type { ElementContent } from "hast";
import { h } from "hastscript";

/** What may stand before an emphasis, and behind one. */
const before = String.raw`(?<=^|[\s\-–—({'"/*_+])`;
const after = String.raw`(?=$|[\s\-–—.,;:!?'")}\[\]\\/*_+…])`;
/** What a pair of marks holds: within a line or two, with no space inside of the marks. */
const held = (name: string, mark: string): string =>
  String.raw`${before}${mark}(?![\s${mark}])(?<${name}>(?:[^\n${mark}]|${mark}(?!${after})){0,400}(?:\n[^\n${mark}]{1,200})?)(?<!\s)${mark}${after}`;

const token = new RegExp(
  [
    String.raw`\[\[(?<target>[^[\]\n]{1,1000}(?:\n[^[\]\n]{0,300})?)\](?:\[(?<label>[^[\]]{1,1000})\])?\]`,
    String.raw`(?<note>[ \t]*\[fn:[^\]\n]{0,1000}\])`,
    held("verbatim", "="),
    held("code", "~"),
    held("strong", String.raw`\*`),
    held("emphasis", "/"),
    held("underlined", "_"),
    held("struck", String.raw`\+`),
    String.raw`(?<silent>@@[a-z]+:[^@\n]{0,500}@@|\{\{\{[^{}\n]{0,500}\}\}\}|<{2,3}[^<>\n]{1,200}>{2,3}|[ \t]*\[\d+/\d+\]|[ \t]*\[\d+%\])`,
    String.raw`[<[](?<stamp>\d{4}-\d\d-\d\d)(?:[ \t][^\]>\n]{0,40})?[>\]]`,
    String.raw`\bsrc_[\w-]+(?:\[[^\]\n]*\])?\{(?<source>[^{}\n]{1,500})\}`,
    String.raw`(?<break>\\\\[ \t]*(?:\n|$))`,
    String.raw`\\\((?<formula>[^\n]{1,500}?)\\\)`,
  ].join("|"),
  "g",
);

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** What a link without a label shows. */
function shownTarget(target: string): string {
  if (/^(?:\*|#)/.test(target)) return target.replace(/^[*#]\s*/, "");
  if (/^[\w+-]+:/.test(target) && !/^(?:https?|mailto|file|ftp):/.test(target)) return "";
  return target.replace(/^(?:mailto|file):/, "").replace(/::.*$/, "");
}

/** A link to a page, a picture, or a place in the text, which is its label. */
function link(written: string, label: string | undefined): ElementContent[] {
  const target = written.replace(/\s*\n\s*/g, " ").trim();
  const address = target.replace(/^file:/, "").replace(/::.*$/, "");
  const isPicture = picture.test(address);
  if (isPicture && label === undefined) return [h("img", { src: address, alt: "" })];
  const shown: ElementContent[] =
    label === undefined ? [{ type: "text", value: shownTarget(target) }] : inline(label);
  // A picture that leads somewhere.
  if (label !== undefined && picture.test(label) && /^(?:file:|https?:|\.)/.test(label))
    return [h("img", { src: label.replace(/^file:/, ""), alt: "" })];
  const isPage =
    /^(?:https?:|mailto:)/.test(address) || (!/^[\w+-]+:|^[*#(]/.test(address) && /[./]/.test(address));
  return isPage ? [h("a", { href: address }, shown)] : shown;
}

const elements = { strong: "strong", emphasis: "em", underlined: "u", struck: "del" } as const;

function made(groups: Readonly<Record<string, string | undefined>>): ElementContent[] {
  const { target, label, verbatim, code, source, stamp, formula } = groups;
  if (target !== undefined) return link(target, label);
  const shown = verbatim ?? code ?? source;
  if (shown !== undefined) return [h("code", shown)];
  for (const name of ["strong", "emphasis", "underlined", "struck"] as const) {
    const content = groups[name];
    if (content !== undefined) return [h(elements[name], inline(content))];
  }
  if (stamp !== undefined) return [{ type: "text", value: stamp }];
  if (formula !== undefined) return [{ type: "text", value: formula }];
  return groups["break"] === undefined ? [] : [h("br")];
}

/** A text of Org as what its marks show; marks of notes are dropped. */
export function inline(text: string): ElementContent[] {
  const content: ElementContent[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) content.push({ type: "text", value: text.slice(end, match.index) });
    content.push(...made(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) content.push({ type: "text", value: text.slice(end) });
  return content;
}
