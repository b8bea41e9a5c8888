import { styleText } from "node:util";
import type { Answer, Hit, Quote } from "../model/index.ts";
import { count } from "../shared/count.ts";

const style = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stdout });

/** Breaks text at spaces so that each line has at most `width` characters, control codes not counted. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    let length = 0;
    for (const word of paragraph.split(/[ \t]+/)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours are control characters
      const size = word.replace(/\u001b\[[0-9;]*m/g, "").length;
      if (length > 0 && length + 1 + size > width) {
        lines.push(line);
        line = "";
        length = 0;
      }
      line += length > 0 ? ` ${word}` : word;
      length += (length > 0 ? 1 : 0) + size;
    }
    lines.push(line);
  }
  return lines.map((line) => indent + line).join("\n");
}

/** Terminal control characters in an article must not reach the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");

function marked({ text, highlights }: Hit): string {
  let end = 0;
  let result = "";
  for (const [from, to] of highlights) {
    result += plain(text.slice(end, from));
    result += plain(text.slice(from, to))
      .split(/(\s+)/)
      .map((part) => (part.trim() === "" ? part : style(["bold", "yellow"], part)))
      .join("");
    end = to;
  }
  return result + plain(text.slice(end));
}

/** A quote and the number of its passage. Code keeps its lines, whatever their length, and stands without marks. */
function quoted({ quote, kind, passage }: Quote, width: number): string[] {
  const number = style("cyan", `[${passage}]`);
  if (kind !== "code") return [wrap(`${style("green", `“${plain(quote)}”`)} ${number}`, width - 2, "  ")];
  return [
    ...plain(quote)
      .split("\n")
      .map((line) => `    ${style("green", line)}`),
    `    ${number}`,
  ];
}

function source({ citation }: Hit): string {
  const by = citation.authors.length > 0 ? `, ${citation.authors.join(", ")}` : "";
  const date = citation.published === undefined ? "" : `, ${citation.published.slice(0, 10)}`;
  const trail = citation.headings.length > 0 ? ` › ${citation.headings.join(" › ")}` : "";
  return plain(`${citation.title}${trail}${by}${date}, paragraph ${citation.paragraph}`);
}

/** An answer as lines for a terminal `width` characters wide. */
export function formatAnswer(answer: Answer, width: number): string {
  const lines: string[] = [""];
  for (const { asked, instead } of answer.searchedFor ?? []) {
    const words = instead.map((word) => `“${word}”`).join(", ");
    lines.push(wrap(plain(`Showing answers for ${words}: no article has “${asked}”.`), width - 2, "  "), "");
  }
  if (answer.partial) {
    const notice =
      "That is more than one question may search for: only its rarest words were. Ask in fewer words.";
    lines.push(wrap(notice, width - 2, "  "), "");
  }
  if (answer.answered) {
    for (const quote of answer.answer) {
      if (quote.lead !== undefined) lines.push(wrap(style("dim", plain(quote.lead.text)), width - 2, "  "));
      lines.push(...quoted(quote, width), "");
    }
  } else {
    const nearest =
      answer.passages.length > 0
        ? "These articles do not answer that. The nearest passages:"
        : "These articles do not answer that. None of them holds any of its words.";
    lines.push(wrap(style("bold", nearest), width - 2, "  "), "");
    if (answer.related !== undefined) {
      lines.push(wrap(style("bold", "They do answer:"), width - 2, "  "));
      lines.push(...answer.related.map((question) => wrap(plain(question), width - 4, "    ")), "");
    }
  }
  for (const hit of answer.passages) {
    lines.push(`${style("cyan", `[${hit.rank}]`)} ${style("bold", source(hit))}`);
    lines.push(wrap(marked(hit), width - 4, "    "));
    lines.push(style("dim", `    ${plain(hit.citation.link)}`), "");
  }
  const { articles, passages } = answer.index;
  const percent = Math.round(answer.confidence * 100);
  const searched = `${count(passages, "passage")} of ${count(articles, "article")} searched`;
  lines.push(style("dim", `${percent}% sure, ${searched}`));
  return lines.join("\n");
}
