import fc from "fast-check";

/** Words and marks that have gone wrong somewhere: entities, emphasis, combining marks, emoji, scripts without spaces. */
const inline = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom("the", "chip", "was", "late", "again", "Huawei", "runs", "on", "2025", "3.5"),
  },
  fc.constantFrom(
    "end.",
    "so?",
    "yes!",
    "Dr. Who",
    "U.S.",
    "**bold**",
    "_soft_",
    "`a  b`",
    "[link](https://example.com/a_b)",
    "&amp;",
    "e&#x301;",
    "e\u0301",
    "caf&eacute;",
    "😀",
    "👩‍👧",
    "再び遅れた。",
    "次は？",
    "ภาษาไทย",
    "<b>tag</b>",
    "<br>",
    "![alt](a.png)",
    "~~gone~~",
    "a\u00A0b",
    "re&shy;lease",
    "\\*",
    "*",
    "[^1]",
    "x<!-- c -->y",
    "\u200B",
    "“quoted.”",
    "नमस्ते।",
  ),
);

const sentence = fc.array(inline, { minLength: 1, maxLength: 25 }).map((words) => `${words.join(" ")}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(" "));
const item = fc.array(inline, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));

const list = fc
  .array(fc.tuple(fc.constantFrom("- ", "  - ", "1. "), item), { minLength: 1, maxLength: 8 })
  .map((items) => items.map(([bullet, text]) => bullet + text).join("\n"));

const table = fc
  .array(fc.tuple(item, item), { minLength: 1, maxLength: 40 })
  .map((rows) => ["| a | b |", "|---|---|", ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join("\n"));

const code = fc
  .array(item, { minLength: 1, maxLength: 5 })
  .map((lines) => `\`\`\`\n  ${lines.join("\n\n    ")}\n\`\`\``);
const quote = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((lines) => `> ${lines.join("\n>\n> ")}`);
const html = sentence.map((text) => `<div>\n<p>${text}</p>\n</div>`);

/** The blocks below one heading, as Markdown. */
export const section = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, list, table, code, quote, html), {
    minLength: 1,
    maxLength: 5,
  })
  .map((blocks) => blocks.join("\n\n"));

const heading = fc
  .tuple(fc.integer({ min: 1, max: 4 }), item)
  .map(([level, text]) => `${"#".repeat(level)} ${text}`);

/** A small Markdown document that holds at least one paragraph. */
export const document = fc
  .tuple(paragraph, fc.array(fc.oneof(section, heading), { maxLength: 6 }))
  .map(([first, rest]) => [`Text. ${first}`, ...rest].join("\n\n"));
