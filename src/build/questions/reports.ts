import type { Change } from "./compare.ts";
import type { TestedQuestion, TestReport } from "./test-answers.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const names = { passed: "passed", first: "answered by the first quote", refused: "rightly refused" } as const;

/** The figures of a test in words, one line each. */
export function summaryLines({ questions, passed, first, refused, thresholds }: TestReport): string[] {
  const reached = { passed, first, refused };
  const least = new Map(thresholds.map((threshold) => [threshold.name, threshold]));
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((name) => {
    const share = reached[name];
    if (share === undefined) return [];
    const threshold = least.get(name);
    const asked = threshold === undefined ? "" : `, at least ${percent(threshold.least)} asked for`;
    const missed = threshold !== undefined && threshold.reached < threshold.least ? ": missed" : "";
    const of =
      name === "passed" ? ` of ${questions.length} ${questions.length === 1 ? "question" : "questions"}` : "";
    return [`${percent(share)}${of} ${names[name]}${asked}${missed}`];
  });
}

/** What XML does not allow: control characters but tabs and line breaks, and two code points. */
const forbidden = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

const xml = (text: string): string =>
  text.replace(forbidden, "\ufffd").replace(/[<>&"'\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);

function testCase({ ask, passed, note = "", confidence }: TestedQuestion): string {
  const open = `    <testcase classname="footnote" name="${xml(ask)}"`;
  const properties = `<properties><property name="confidence" value="${confidence}"/></properties>`;
  const failure = passed ? "" : `<failure message="${xml(note)}"/>`;
  return `${open}>${properties}${failure}</testcase>\n`;
}

/** The form of JUnit, which continuous integration shows: a case for each question. */
export function junitReport({ questions, thresholds }: TestReport): string {
  const missed = thresholds.filter(({ least, reached }) => reached < least);
  const failures = questions.filter(({ passed }) => !passed).length + missed.length;
  const cases = [
    ...questions.map(testCase),
    ...missed.map(({ name, least, reached }) => {
      const message = xml(`${percent(reached)}, at least ${percent(least)} asked for`);
      return `    <testcase classname="footnote" name="threshold: ${names[name]}"><failure message="${message}"/></testcase>\n`;
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="footnote" tests="${cases.length}" failures="${failures}">
${cases.join("")}  </testsuite>
</testsuites>
`;
}

/** Text in a cell of a Markdown table, in which nothing is markup, a mention or a reference. */
const cell = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  const short = line.length > 200 ? `${line.slice(0, 199)}…` : line;
  return short
    .replace(/[\\`*_[\]<>#|~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@/g, "&#64;");
};

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;

const sentence = (text: string | undefined): string => (text === undefined ? "*refused*" : `“${cell(text)}”`);

/**
 * A report for people, as a comment on a pull request has it.
 * @param changes against an earlier report; absent when there is none
 */
export function markdownReport(report: TestReport, changes?: readonly Change[]): string {
  const failed = report.questions.filter(({ passed }) => !passed);
  const parts = [`### Answers: ${report.isGood ? "good" : "something is wrong"}\n\n`];
  parts.push(...summaryLines(report).map((line) => `- ${line}\n`));
  if (failed.length > 0) {
    parts.push("\n#### Failed\n\n", row("question", "why"), row("---", "---"));
    parts.push(...failed.map(({ ask, note = "" }) => row(cell(ask), cell(note))));
  }
  if (changes !== undefined) {
    parts.push(changes.length === 0 ? "\nNo answer changes.\n" : "\n#### Answers that change\n\n");
    if (changes.length > 0) {
      parts.push(row("question", "", "before", "after"), row("---", "---", "---", "---"));
      parts.push(
        ...changes.map(({ ask, kind, before, after, passed }) =>
          row(
            cell(ask),
            `${kind}${passed ? "" : ", failed"}`,
            kind === "new question" ? "" : sentence(before),
            sentence(after),
          ),
        ),
      );
    }
  }
  return parts.join("");
}
