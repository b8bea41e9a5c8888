import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { buildService } from "../build-service.ts";
import { type BuildOptions, command, corpusFolder, outOption, reportOptions } from "../command.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";

interface TestOptions extends BuildOptions {
  readonly build: boolean;
  readonly questions?: string;
  readonly junit?: string;
  readonly markdown?: string;
  readonly json?: string;
  readonly compare?: string;
}

async function loadQuestions(corpus: string, given: string | undefined) {
  const { findQuestions, questionsFile, readQuestions } = await import(
    "../../build/questions/questions-file.ts"
  );
  const path = given ?? findQuestions(corpus);
  if (path === undefined) {
    throw new CommandError(
      `There is no ${questionsFile} in ${corpus} or here. Write one, such as:\n\n- ask: How do I set a cookie?\n  from: helpers/cookie.md\n  says: setCookie\n- ask: What is the capital of Peru?\n  unanswered: true`,
    );
  }
  const { formatProblem } = await import("../../corpus/problem.ts");
  const { questions, problems } = readQuestions(path);
  for (const problem of problems) console.error(formatProblem(problem));
  if (questions === undefined) throw new CommandError(`${path} cannot be used as it is.`);
  return questions;
}

async function test(folder: string | undefined, options: TestOptions): Promise<void> {
  const corpus = corpusFolder(folder);
  const questions = await loadQuestions(corpus, options.questions);
  const { readTestReport } = await import("../../build/questions/report-file.ts");
  const before = options.compare === undefined ? undefined : readTestReport(options.compare);
  if (options.build) await buildService(corpus, options);
  const { openBuilt } = await import("../../build/open.ts");
  const { progressLine } = await import("../../build/progress.ts");
  const { testAnswers, UnknownArticleError } = await import("../../build/questions/test-answers.ts");
  const { compareReports } = await import("../../build/questions/compare.ts");
  const { junitReport, markdownReport } = await import("../../build/questions/reports.ts");
  const { formatTest } = await import("../print-test.ts");
  const { answerer, close } = await openBuilt(options.out);
  const progress = progressLine("asking");
  const report = await testAnswers(answerer, questions, progress.update)
    .catch((error: unknown) => {
      throw error instanceof UnknownArticleError ? new CommandError(error.message) : error;
    })
    .finally(() => {
      progress.end();
      return close();
    });
  console.log(formatTest(report));
  const changes = before && compareReports(before, report);
  if (options.junit !== undefined) writeFileSync(options.junit, junitReport(report));
  if (options.markdown !== undefined) writeFileSync(options.markdown, markdownReport(report, changes));
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
  if (changes !== undefined) console.log(`${changes.length} answers change against ${options.compare}`);
  if (!report.isGood) process.exitCode = exitCodes.faults;
}

/** `footnote test` */
export function testCommand(): Command {
  const created = command("test", "Hold the answers against what you expect in questions.yaml", [
    ["footnote test ./docs", "builds, asks ./docs/questions.yaml or ./questions.yaml"],
    ["footnote test ./docs --junit report.xml", "for continuous integration"],
    ["footnote test ./docs --json now.json --compare before.json", "which answers change"],
  ])
    .argument("[folder]", "the articles (default: CORPUS_DIR, else corpus)")
    .option("--questions <file>", "the questions (default: questions.yaml in the folder, else here)")
    .option("--junit <file>", "write a report as JUnit has it")
    .option("--markdown <file>", "write a report for a pull request")
    .option("--json <file>", "write what was answered, for --compare")
    .option("--compare <file>", "tell which answers are others than in this report")
    .option("--no-build", "ask the last build")
    .addOption(outOption());
  for (const option of reportOptions()) created.addOption(option);
  return created.action(test);
}
