import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { JudgedSetError, readLines } from "./read-lines.ts";

/** The file of a folder whose questions are judged by what an answer says. */
const questionsFile = "questions.jsonl";

/** A regular expression that white space was folded for. */
const pattern = z.string().transform((source, context): RegExp => {
  try {
    return new RegExp(source, "iu");
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
    return z.NEVER;
  }
});

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** Paths below `articles` of those that hold an acceptable answer. */
  article: z.array(z.string()).default([]),
  /** Any of them matches what answers. */
  says: z.array(pattern).default([]),
  answerable: z.boolean().default(true),
  kind: z.string().optional(),
  lang: z.string().optional(),
});
/** A question about articles as their owner has them, and what answers it. */
export type JudgedQuestion = z.infer<typeof questionSchema>;

/** Articles as their owner has them, and questions about them. */
export interface QuestionSet {
  /** The folder of the articles. */
  readonly articles: string;
  readonly questions: readonly JudgedQuestion[];
}

/** Whether a folder is such a set, rather than one of documents with grades. */
export const isQuestionSet = (folder: string): boolean => existsSync(join(folder, questionsFile));

/**
 * Reads `questions.jsonl` of a folder that has its articles in `articles`.
 * @throws JudgedSetError when it is malformed, or there are no articles.
 */
export function readQuestionSet(folder: string): QuestionSet {
  const articles = join(folder, "articles");
  if (!existsSync(articles)) {
    throw new JudgedSetError(`${articles}: missing; put the articles that are asked about there`);
  }
  return { articles, questions: readLines(join(folder, questionsFile), questionSchema) };
}
