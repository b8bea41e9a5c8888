import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readYaml } from "../../corpus/front-matter/yaml.ts";
import { error, type Problem } from "../../corpus/problem.ts";

/** Name of the file of questions that an owner expects answers to. */
export const questionsFile = "questions.yaml";

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)], {
  error: "must be a text or a list of texts",
});

/** `/pattern/flags`, else words that are looked for whatever their case. */
const expression = /^\/(.+)\/([dgimsuvy]*)$/s;

const literally = (words: string): RegExp =>
  new RegExp(
    words
      .trim()
      .split(/\s+/u)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
      .join(" "),
    "iu",
  );

const saying = oneOrMore.transform((texts, context): RegExp[] =>
  texts.map((text) => {
    const [, pattern, flags = ""] = expression.exec(text) ?? [];
    if (pattern === undefined) return literally(text);
    try {
      // A sticky or global expression would remember where it was.
      return new RegExp(pattern, flags.replace(/[gy]/g, "") || "iu");
    } catch (cause) {
      context.addIssue(cause instanceof Error ? cause.message : String(cause));
      return z.NEVER;
    }
  }),
);

const share = z
  .number({ error: "must be a share from 0 to 1" })
  .min(0, "must be a share from 0 to 1")
  .max(1, "must be a share from 0 to 1");

const questionSchema = z
  .strictObject({
    ask: z.string({ error: "must be the question" }).trim().min(1, "is empty; write the question"),
    /** Articles that may answer, by path or address; any when absent. */
    from: oneOrMore.default([]),
    /** What the answer must say: any of these; anything when absent. */
    says: saying.default([]),
    unanswered: z.boolean({ error: "must be true or false" }).default(false),
  })
  .refine(
    ({ unanswered, from, says }) => !unanswered || (from.length === 0 && says.length === 0),
    "expects no answer and says what it should be; leave out from and says, or unanswered",
  );

const schema = z.object({
  questions: z
    .array(questionSchema, { error: "must be a list of questions, each with ask" })
    .min(1, "has no question; write a list of - ask: …"),
  thresholds: z
    .strictObject({ passed: share.optional(), first: share.optional(), refused: share.optional() })
    .default({}),
});

/** A question and what its owner expects of the answer. */
export type ExpectedAnswer = z.infer<typeof questionSchema>;

/** Least shares, 0 to 1, that a test must reach. */
export type Thresholds = z.infer<typeof schema>["thresholds"];

/** The questions of a file. */
export type Questions = z.infer<typeof schema>;

/** Where the questions about a folder of articles are: in it, else in the current folder; undefined when there are none. */
export const findQuestions = (corpus: string): string | undefined =>
  [join(corpus, questionsFile), questionsFile].find((path) => existsSync(path));

/** Reads a file of questions. */
export function readQuestions(path: string): { questions?: Questions; problems: readonly Problem[] } {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { problems: [error(path, 1, `cannot be read: ${reason}`)] };
  }
  // A file that is nothing but the list needs no key.
  const isList = /^(?:[ \t]*(?:#.*)?\r?\n|---[ \t]*\r?\n)*-[ \t]/.test(text);
  const whole = isList ? `questions:\n${text.replace(/^---[ \t]*$/m, "")}` : text;
  const { value, problems } = readYaml(path, whole, isList ? 0 : 1, schema);
  return { ...(value && { questions: value }), problems };
}
