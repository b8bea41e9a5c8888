import { styleText } from "node:util";
import { summaryLines } from "../build/questions/reports.ts";
import type { TestReport } from "../build/questions/test-answers.ts";

const style = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stdout });

/** Terminal control characters in an article must not reach the terminal. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ");

/** A test as lines for a terminal: one for each question, with why it failed below, and the figures. */
export function formatTest(report: TestReport): string {
  const lines = report.questions.flatMap(({ ask, passed, note, answered, confidence }) => {
    const mark = passed ? style("green", "✓") : style("red", "✗");
    const sure = answered ? `${Math.round(100 * confidence)}%`.padStart(4) : "  no";
    const head = `${mark} ${style("dim", sure)}  ${oneLine(ask)}`;
    return note === undefined ? [head] : [head, style(passed ? "dim" : "red", `        ${oneLine(note)}`)];
  });
  const summary = summaryLines(report).map((line) => style(report.isGood ? "green" : "red", line));
  return [...lines, "", ...summary].join("\n");
}
