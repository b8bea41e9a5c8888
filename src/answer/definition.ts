import type { Token } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { WordMatcher } from "./word-matches.ts";

/** Words before the name of what is defined, at most, in a sentence that opens with it: an article, "a type of". */
const openingWords = 2;
/** Words that may stand within such a name beyond those that are asked. */
const nameReach = 2;
/** Share of the question's idf that such a name holds at least. */
const nameShare = 0.8;

/** Marks after a name, and a remark in brackets: "ATO (Authority to Operate)". */
const afterName = /^["'’”»)\]`*\s]*(?:[(（][^)）]*[)）]\s*)?/u;
const dash = /^\s*(?:[-–—:=]\s|：|，)/u;
/** A comma between words; what a sentence opens with before it has at most so many UTF-16 units. */
const comma = /[,،]\s/u;
const longestOpening = 80;
const word = /^[\s,]*(\p{L}[\p{L}\p{M}]*)/u;

/**
 * Whether a sentence says what the thing is that is asked about: it opens with its name and goes on as a definition does,
 * "X is", "X lets you", "X: ", and not with more of a longer name.
 */
export function defines(sentence: SentenceTokens, matcher: WordMatcher, language: Language): boolean {
  const end = nameEnd(sentence.tokens, matcher) ?? nameEnd(afterOpening(sentence), matcher);
  if (end === undefined || isOfDoing(sentence, matcher, language)) return false;
  const rest = sentence.text.slice(end - sentence.start);
  const after = rest.replace(afterName, "");
  if (language.defining !== undefined) return dash.test(rest) || language.defining().test(after);
  const next = word.exec(after)?.[1];
  // In most languages it is a stop word that follows: "est", "ist ein", "это".
  return dash.test(rest) || (next !== undefined && language.stopWords.has(next.toLowerCase()));
}

/** Whether a sentence is of what is done with a thing, "Using X is", unless it is that which is asked about. */
function isOfDoing({ text, tokens }: SentenceTokens, { asked }: WordMatcher, { doing }: Language): boolean {
  const [first] = tokens;
  return first !== undefined && !asked.has(first.term) && doing?.().test(text) === true;
}

/** The tokens of a sentence that come after what it opens with, up to a comma: "Like in many shops, a voucher is …". */
function afterOpening({ start, text, tokens }: SentenceTokens): readonly Token[] {
  const opening = comma.exec(text.slice(0, longestOpening));
  if (opening === null) return [];
  return tokens.filter((token) => token.start >= start + opening.index);
}

/** Where the name that tokens open with ends, when it is what is asked about. */
function nameEnd(tokens: readonly Token[], matcher: WordMatcher): number | undefined {
  const opening = tokens[0]?.position ?? 0;
  const held = new Map<number, number>();
  let first: number | undefined;
  let end = 0;
  for (const token of tokens) {
    const known = matcher.asked.get(token.term);
    if (known === undefined) continue;
    if (
      token.position - (first ?? opening) >
      (first === undefined ? openingWords : matcher.idf.size + nameReach)
    )
      break;
    first ??= token.position;
    held.set(known.word, known.weight);
    end = Math.max(end, token.end);
    if (held.size === matcher.idf.size) break;
  }
  return first !== undefined && matcher.share(held) >= nameShare ? end : undefined;
}
