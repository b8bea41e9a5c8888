import type { Range } from "../model/index.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { QuoteUnit } from "./quote-units.ts";

/** What a sentence is measured by to be the one that answers. */
interface SentenceMeasure {
  readonly held: number;
  readonly answerType: number;
  readonly newTerms: number;
}

/**
 * What of a unit is marked as the answer: its focus; of a list or rows, the item that says more of what was asked than the others, and
 * all of it where none does, so that one would be marked by chance. A header is no answer.
 */
export function shownFocus(
  text: string,
  unit: QuoteUnit,
  focus: SentenceTokens,
  measure: (sentence: SentenceTokens) => SentenceMeasure,
): Range {
  if (unit.kind !== "list" && unit.kind !== "table") return focus;
  // A whole table begins with its header; rows alone have it as their lead.
  const hasHeader = unit.kind === "table" && unit.lead === undefined;
  const headerEnd = hasHeader ? text.indexOf("\n", unit.start) : -1;
  const rows = unit.sentences.filter(({ start }) => start > headerEnd);
  const items = rows.length > 0 ? rows : unit.sentences;
  const known = (sentence: SentenceTokens): number => {
    const { held, answerType } = measure(sentence);
    return held + 0.2 * answerType;
  };
  const best = Math.max(...items.map(known));
  const [found, ...equal] = items.filter((item) => known(item) === best);
  return found !== undefined && equal.length === 0 ? found : { start: unit.start, end: unit.end };
}

/** The sentence of a unit that answers: it contains most of the question, shows the expected answer type and says something new. */
export function focusOf(
  sentences: readonly SentenceTokens[],
  measure: (sentence: SentenceTokens) => SentenceMeasure,
): SentenceTokens | undefined {
  let best: { sentence: SentenceTokens; score: number } | undefined;
  for (const sentence of sentences) {
    const { held, answerType, newTerms } = measure(sentence);
    const score = held + 0.2 * answerType + 0.002 * Math.min(12, newTerms);
    if (best === undefined || score > best.score) best = { sentence, score };
  }
  return best?.sentence;
}

/** What of code is marked that is shown for what is said before it: the line that holds most of the question, all of it where none holds any. */
export function wayFocus(
  { start, end, sentences }: Pick<QuoteUnit, "start" | "end" | "sentences">,
  measure: (sentence: SentenceTokens) => SentenceMeasure,
): Range {
  const focus = focusOf(sentences, measure);
  return focus === undefined || measure(focus).held === 0 ? { start, end } : focus;
}
