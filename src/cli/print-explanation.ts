import type { Explanation, FeatureShare } from "../answer/explain.ts";

const figure = (value: number): string => value.toFixed(3);
const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Rows in columns, indented; the first column is flush left, the others flush right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `    ${cells.join("  ")}`.trimEnd();
  });
}

/** The features that add or take something. */
function featureRows(features: readonly FeatureShare[]): string[] {
  const rows = features
    .filter(({ share }) => share !== 0)
    .map(({ name, value, weight, share }) => [name, figure(value), figure(weight), figure(share)]);
  return rows.length === 0 ? [] : columns([["feature", "value", "weight", "share"], ...rows]);
}

/** Terminal control characters in an article must not reach the terminal. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ");

/** Shortens a text to `length` characters. */
function shortened(text: string, length: number): string {
  const characters = Array.from(oneLine(text));
  return characters.length <= length ? characters.join("") : `${characters.slice(0, length - 1).join("")}…`;
}

/** An explanation as lines for a terminal `width` characters wide. */
export function formatExplanation(explanation: Explanation, width: number): string {
  const { language, form, answerType, terms, passages, quotes, probabilities } = explanation;
  const asked = answerType === undefined ? "no answer type" : `asks for: ${answerType}`;
  const lines = [`Question: ${language}, ${form}, ${asked}`];
  lines.push(
    ...columns([
      ["term", "word", "weight", "passages", "idf"],
      ...terms.map(({ term, word, weight, documentFrequency, idf }) => [
        oneLine(term),
        oneLine(word),
        figure(weight),
        String(documentFrequency),
        figure(idf),
      ]),
    ]),
  );
  for (const { id, rank, score, features, matches } of passages) {
    lines.push("", `Passage [${rank}] ${oneLine(id)}, score ${figure(score)}`, ...featureRows(features));
    const rows = matches.map((match) => [
      oneLine(match.term),
      figure(match.score),
      String(match.frequency),
      match.fields.join(", "),
    ]);
    lines.push(...columns([["term", "BM25", "in text", "fields"], ...rows]));
  }
  for (const { text, passage, score, features } of quotes) {
    const head = `Quote [${passage ?? "not shown"}], score ${figure(score)}: `;
    lines.push("", `${head}“${shortened(text, Math.max(20, width - head.length - 2))}”`);
    lines.push(...featureRows(features));
  }
  lines.push(
    "",
    `Confidence ${percent(explanation.confidence)}, answered from ${percent(explanation.threshold)} on`,
  );
  for (const { name, intercept, features } of probabilities) {
    const logOdds = features.reduce((sum, { share }) => sum + share, intercept);
    lines.push(`  ${name}: ${percent(logistic(logOdds))}, intercept ${figure(intercept)}`);
    lines.push(...featureRows(features));
  }
  for (const { name, factor } of explanation.factors) lines.push(`  ${name}: times ${figure(factor)}`);
  if (explanation.floor > 0) lines.push(`  declared by the article: at least ${percent(explanation.floor)}`);
  return lines.join("\n");
}
