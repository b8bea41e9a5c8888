import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { JudgedSetError, readLines } from "./read-lines.ts";

const documentSchema = z.object({ id: z.string(), title: z.string().default(""), text: z.string() });
/** A document of a judged set. */
export type JudgedDocument = z.infer<typeof documentSchema>;

const querySchema = z.object({
  id: z.string(),
  text: z.string(),
  answerable: z.boolean().default(true),
  answers: z.array(z.string()).default([]),
  lang: z.string().optional(),
  /** The document that the question is about, answered there or not. */
  source_doc: z.string().optional(),
});
/** A question of a judged set. */
export type JudgedQuery = z.infer<typeof querySchema>;

/** Documents, questions, and for each question the grades of its documents. */
export interface JudgedSet {
  readonly documents: readonly JudgedDocument[] | undefined;
  readonly queries: readonly JudgedQuery[];
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function readJudgements(path: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  readFileSync(path, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line.trim() === "") return;
      const [query, document, grade] = line.replace(/\r$/, "").split("\t");
      if (query === undefined || document === undefined || !Number.isFinite(Number(grade))) {
        throw new JudgedSetError(
          `${path}:${index + 1}: expected query, document and grade separated by tabs`,
        );
      }
      const grades = judgements.get(query) ?? new Map<string, number>();
      grades.set(document, Number(grade));
      judgements.set(query, grades);
    });
  return judgements;
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` of a folder. A set without `corpus.jsonl` judges the project's
 * own corpus.
 * @throws JudgedSetError when a file is missing or malformed.
 */
export function readJudgedSet(folder: string): JudgedSet {
  for (const name of ["queries.jsonl", "qrels.tsv"]) {
    if (!existsSync(join(folder, name))) {
      throw new JudgedSetError(
        `${join(folder, name)}: missing; a judged set has queries.jsonl and qrels.tsv`,
      );
    }
  }
  const corpus = join(folder, "corpus.jsonl");
  return {
    documents: existsSync(corpus) ? readLines(corpus, documentSchema) : undefined,
    queries: readLines(join(folder, "queries.jsonl"), querySchema),
    judgements: readJudgements(join(folder, "qrels.tsv")),
  };
}
