import { DatabaseSync } from "node:sqlite";
import type { Peer } from "./peer.ts";

/** Languages written without spaces, for which FTS5 has only its trigram tokenizer. */
const withoutSpaces = new Set(["ja", "th", "zh"]);

const words = (question: string): string[] => question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Each run of three characters in a word; FTS5 finds nothing for shorter ones. */
const trigrams = (word: string): string[] => {
  const characters = [...word];
  return characters.slice(2).map((_, index) => characters.slice(index, index + 3).join(""));
};

export const fts5: Peer = (documents, lang) => {
  const byTrigram = withoutSpaces.has(lang);
  const tokenizer = byTrigram ? "trigram" : lang === "en" ? "porter unicode61" : "unicode61";
  const database = new DatabaseSync(":memory:");
  database.exec(
    `CREATE VIRTUAL TABLE document USING fts5(id UNINDEXED, title, text, tokenize = '${tokenizer}')`,
  );
  const insert = database.prepare("INSERT INTO document (id, title, text) VALUES (?, ?, ?)");
  database.exec("BEGIN");
  for (const { id, title, text } of documents) insert.run(id, title, text);
  database.exec("COMMIT");
  const select = database.prepare(
    "SELECT id FROM document WHERE document MATCH ? ORDER BY bm25(document) LIMIT ?",
  );
  return (question, limit) => {
    const terms = byTrigram ? words(question).flatMap(trigrams) : words(question);
    if (terms.length === 0) return [];
    const expression = terms.map((term) => `"${term}"`).join(" OR ");
    return select.all(expression, limit).map(({ id }) => String(id));
  };
};
