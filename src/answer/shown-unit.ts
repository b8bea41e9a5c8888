import { countWords } from "../text/count-words.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { QuoteUnit } from "./quote-units.ts";
import { runLengths } from "./run-lengths.ts";

/*
 * What of a unit is shown once it is judged. It is chosen by all that its author says in one go; a reader wants what answers with
 * the sentences round it, and of a short paragraph what goes on from it.
 */

/** A paragraph of more words is cut, to at most as many. */
const cut = { above: 75, to: 60 } as const;

/**
 * A unit as it is shown: a short paragraph with the next one, of a long one the sentences round the focus.
 *
 * @param text of its passage
 * @param held how much of the question some sentences hold together
 */
export function shownUnit(
  text: string,
  unit: QuoteUnit,
  focus: SentenceTokens,
  held: (sentences: readonly SentenceTokens[]) => number,
): QuoteUnit {
  const { readOn } = unit;
  if (readOn !== undefined) {
    const length = unit.length + countWords(text, readOn);
    return { ...unit, kind: "paragraph", end: readOn.end, text: text.slice(unit.start, readOn.end), length };
  }
  if (unit.kind !== "paragraph" || unit.length <= cut.above) return unit;
  const sentences = around(text, unit.sentences, focus, held);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined) return unit;
  const { start } = first;
  const range = { start, end: last.end, text: text.slice(start, last.end) };
  const kind = sentences.length === 1 ? "sentence" : "paragraph";
  return { ...unit, ...range, kind, sentences, length: countWords(text, range) };
}

/** Longest code that is shown with what is said before it, and longest of both, in words. */
const shownWay = { code: 80, both: 150 } as const;

/**
 * A paragraph, as it is shown to who asks for a way, with the code right after it: a reader wants what to type, and what is
 * said of it. The paragraph leads to it then.
 *
 * @param textStart where the passage begins in its article
 */
export function withWay(text: string, textStart: number, unit: QuoteUnit, said: QuoteUnit): QuoteUnit {
  const way = unit.shownBy;
  if (way === undefined || way.length > shownWay.code) return said;
  const length = said.length + way.length;
  if (length > shownWay.both) return said;
  const lead = {
    text: said.text,
    start: textStart + said.start,
    end: textStart + said.end,
  };
  const { start, end, sentences } = way;
  const code = text.slice(start, end);
  return { kind: "code", start, end, text: code, sentences, lead, leadSentences: said.sentences, length };
}

/** Of the runs of sentences with the focus that are short enough, the one that holds most of the question, the longest of equals. */
function around(
  text: string,
  sentences: readonly SentenceTokens[],
  focus: SentenceTokens,
  held: (sentences: readonly SentenceTokens[]) => number,
): readonly SentenceTokens[] {
  const at = sentences.indexOf(focus);
  const count = runLengths(text, sentences);
  let best = { run: [focus] as readonly SentenceTokens[], held: held([focus]), words: 0 };
  for (let from = at; from >= 0; from--) {
    for (let to = at; to < sentences.length; to++) {
      const words = count(from, to);
      if (words > cut.to) break;
      const run = sentences.slice(from, to + 1);
      const share = held(run);
      if (share > best.held || (share === best.held && words > best.words))
        best = { run, held: share, words };
    }
  }
  return best.run;
}
