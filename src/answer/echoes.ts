import type { Passage } from "../model/index.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { asks } from "../text/asks.ts";
import { holdsWhole, plainHeading } from "./heading-match.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import { opensWithVerb, type Question } from "./question.ts";

/** A question of fewer words may well be a name that a sentence holds. */
const shortestEcho = 4;

/** A sentence to be compared letter by letter, made once for as long as its passage is in memory. */
const plainSentence = memoizeByObject(({ text }: SentenceTokens) => plainHeading(text));

/** What a program puts before a message: `TypeError: `, `Error: ENOENT: `. */
const messageLabel = /^(?:[\p{L}\p{N}_.]{1,40}:\s+){1,3}/u;

/** Sentences of a passage that repeat a question. */
export interface Echoes {
  readonly all: ReadonlySet<SentenceTokens>;
  /** Those right before one. */
  readonly leading: ReadonlySet<SentenceTokens | undefined>;
}

const none: Echoes = { all: new Set(), leading: new Set() };

/**
 * The sentences of a passage that say no more than a question, and so do not answer it: they hold the very question; or, where it asks
 * nothing, are within it or of the message of a program, in code or quoted, that the reader pasted.
 */
export function echoesIn(
  sentences: readonly SentenceTokens[],
  passage: Pick<Passage, "text" | "blocks">,
  question: Question,
): Echoes {
  const isEcho = echoJudge(question, passage);
  if (isEcho === undefined) return none;
  const all = new Set(sentences.filter(isEcho));
  const leading = new Set(
    sentences.map((sentence, index) => (all.has(sentence) ? sentences[index - 1] : undefined)),
  );
  return { all, leading };
}

function echoJudge(question: Question, { text, blocks }: Pick<Passage, "text" | "blocks">) {
  const { text: asked, words, answerType } = question;
  const plain = plainHeading(asked);
  if (words.size < shortestEcho) return undefined;
  if (asks(asked) || answerType !== undefined || opensWithVerb(question))
    return (sentence: SentenceTokens): boolean => holdsWhole(plainSentence(sentence), plain);
  const message = withoutLabel(asked);
  const messages = blocks.filter(
    ({ kind, start, end }) =>
      (kind === "code" || kind === "quote") && isMessage(text.slice(start, end), message),
  );
  return (sentence: SentenceTokens): boolean =>
    isWithin(plainSentence(sentence), plain) ||
    messages.some(({ start, end }) => sentence.start >= start && sentence.end <= end);
}

const withoutLabel = (text: string): string => plainHeading(text.replace(messageLabel, ""));

/** Whether a text of some words, by `plainHeading`, is all in another. */
const isWithin = (text: string, other: string): boolean =>
  text.length <= other.length && text.split(" ").length >= shortestEcho && holdsWhole(other, text);

/** Longest message of a program, in lines and UTF-16 units. */
const longestMessage = { lines: 4, length: 400 } as const;

/** Whether a text is the message that a reader pasted, or one part of it is the other. @param asked by `plainHeading` */
function isMessage(text: string, asked: string): boolean {
  const lines = text.split("\n");
  if (text.length > longestMessage.length || lines.length > longestMessage.lines) return false;
  return holdsWhole(plainHeading(text), asked) || lines.some((line) => isWithin(withoutLabel(line), asked));
}
