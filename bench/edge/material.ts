import { readJudgedSet } from "../../src/evaluation/judged-set.ts";
import { JudgedSetError } from "../../src/evaluation/read-lines.ts";
import { realSentences } from "./grow.ts";

/** What corpora are grown from, and what is asked. */
export interface Material {
  readonly texts: readonly string[];
  /** All different: the questions of a judged set, then beginnings of its sentences. */
  readonly questions: readonly string[];
}

/** @throws JudgedSetError when the set has no documents */
export function readMaterial(path: string, count: number): Material {
  const { documents, queries } = readJudgedSet(path);
  if (documents === undefined) throw new JudgedSetError(`${path}: has no corpus.jsonl to grow a corpus from`);
  const texts = realSentences(documents);
  const asked = [
    ...queries.map(({ text }) => text),
    ...texts.map((text) => text.split(" ").slice(0, 8).join(" ")),
  ];
  const usable = asked.filter((text) => text.length > 10 && text.length < 400);
  return { texts, questions: [...new Set(usable)].slice(0, count) };
}
