import type { StoredPassage } from "../index/store.ts";
import type { Excerpt, PassageBlock, QuoteKind, Range } from "../model/index.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { asks } from "../text/asks.ts";
import { countWords } from "../text/count-words.ts";
import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { earlierLead, type Lead } from "./lead.ts";
import { type BlockPart, isProse } from "./parts.ts";
import { passageTokens, type SentenceTokens } from "./passage-tokens.ts";
import { runLengths } from "./run-lengths.ts";
import { areGoals, isLabel, isPointer, isPreamble } from "./says-nothing.ts";
import { type Way, wayAfter } from "./way.ts";

/** What an editor would clip of a passage. Its own offsets are in the text of the passage. */
export interface QuoteUnit extends Range {
  readonly kind: QuoteKind;
  readonly text: string;
  /** What is to be read before it, in offsets of the article's text. */
  readonly lead?: Excerpt;
  /** The sentences of the lead. */
  readonly leadSentences: readonly SentenceTokens[];
  readonly sentences: readonly SentenceTokens[];
  /** What follows it and is shown with it, without counting for it. */
  readonly readOn?: Range;
  /** Code right after a paragraph, which shows what the paragraph says. */
  readonly shownBy?: Way;
  /** The question, amid the author's text, that it stands below. */
  readonly asked?: SentenceTokens;
  /** In words, as a reader counts them, its lead included. */
  readonly length: number;
}

/** Longest paragraph that is clipped whole, and longest run of sentences that is clipped from a longer one, in words. */
const proseLength = { whole: 130, run: 90 } as const;
/** Longest list that is clipped whole, length from which on some of its items are clipped as well, and of those. */
const listLength = { whole: 160, cut: 90, run: 70 } as const;
/** Longest table that is clipped whole; each of its rows is clipped alone. */
const tableLength = 40;
/** A paragraph below this many words says nothing alone. */
const shortParagraph = 12;
/** A paragraph below `first` words is clipped with the next one, up to `both`: what it speaks of, the next one tells. */
const shortParagraphs = { first: 40, both: 90 } as const;
/** A paragraph of at most this many words leads to a list or code whole; of a longer one its last sentence does. */
const longestLead = 40;
/** Longest paragraph that leads to a list without ending with a colon. */
const plainLead = 20;
/** Longest question, amid the text, that what follows answers. */
const longestQuestion = 30;

const endsWithColon = (text: string): boolean => /[:：]$/.test(text);

const unitsOf = memoizeByObject((language: Language) =>
  memoizeByObject((stored: StoredPassage) => new Clipper(stored, language).units()),
);

/**
 * What could be clipped of a passage, in the order of the text: a paragraph, or runs of sentences of a long one; a list with
 * the sentence that leads to it, or runs of its items; code with the sentence that leads to it; a row with the header of
 * its table. No labels, questions, learning goals, import lines and pointers to other pages. Some overlap.
 */
export const quoteUnits = (stored: StoredPassage, language: Language): readonly QuoteUnit[] =>
  unitsOf(language)(stored);

class Clipper {
  readonly #text: string;
  readonly #start: number;
  readonly #section: number;
  readonly #language: Language;
  readonly #parts: readonly BlockPart[];
  readonly #units: QuoteUnit[] = [];
  #asked: SentenceTokens | undefined;

  constructor(stored: StoredPassage, language: Language) {
    const { text, start, section, blocks } = stored.passage;
    this.#text = text;
    this.#start = start;
    this.#section = section;
    this.#language = language;
    const { sentences } = passageTokens(stored, language);
    this.#parts = blocks.map((block) => ({
      block,
      sentences: sentences.filter(({ start, end }) => start >= block.start && end <= block.end),
      length: countWords(text, block),
    }));
  }

  units(): QuoteUnit[] {
    this.#parts.forEach((part, index) => {
      switch (part.block.kind) {
        case "paragraph":
        case "quote":
          this.#addParagraph(part, index);
          break;
        case "list":
          this.#addList(part, this.#parts[index - 1]);
          break;
        case "table":
          this.#addTable(part);
          break;
        case "code":
          this.#addCode(part, index);
          break;
      }
    });
    return this.#units;
  }

  #addParagraph({ block, sentences, length }: BlockPart, index: number): void {
    const next = this.#parts[index + 1];
    const written = this.#written(block);
    if (length <= longestQuestion && sentences.every((sentence) => asks(this.#written(sentence)))) {
      this.#asked = sentences.at(-1);
    } else if (endsWithColon(written)) {
      // What stands before the sentence that leads on may be clipped alone.
      this.#addProse(isProse(next) ? [...sentences, ...this.#told(next)] : this.#told({ block, sentences }));
    } else if (length < shortParagraph && next !== undefined) {
      const rest = isProse(next) ? this.#told(next) : [];
      // "Here is an example." before code is read with it.
      const isAlone = next.block.kind === "table" || (isProse(next) && !isLabel(written, length));
      if (isAlone || rest.length > 0) this.#addProse([...sentences, ...rest]);
    } else if (!isLabel(written, length) && !isPointer(written, length, this.#language)) {
      this.#addProse(
        sentences,
        this.#readOn(length, next),
        wayAfter(this.#text, this.#parts, index, this.#start + block.start === this.#section),
      );
    }
  }

  /** What is read with a paragraph that is so short that the next one tells more of it. */
  #readOn(length: number, next: BlockPart | undefined): Range | undefined {
    if (length >= shortParagraphs.first || !isProse(next)) return undefined;
    if (length + next.length > shortParagraphs.both) return undefined;
    const told = this.#told(next);
    const [first, last] = [told[0], told.at(-1)];
    return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
  }

  /** The sentences of a paragraph but for one that leads to what follows it. */
  #told({ block, sentences }: Pick<BlockPart, "block" | "sentences">): readonly SentenceTokens[] {
    return endsWithColon(this.#written(block)) ? sentences.slice(0, -1) : sentences;
  }

  /** Sentences in a row: all together when they are short, else every run of some that no other run contains. */
  #addProse(sentences: readonly SentenceTokens[], readOn?: Range, shownBy?: Way): void {
    if (sentences.length <= 1 || this.#length(sentences) <= proseLength.whole)
      this.#addUnit("paragraph", sentences, undefined, readOn, shownBy);
    else
      this.#addRuns(
        "paragraph",
        sentences.map((sentence) => [sentence]),
        proseLength.run,
      );
  }

  #addList({ block, sentences, length }: BlockPart, before: BlockPart | undefined): void {
    const items = this.#lines(sentences);
    if (areGoals(this.#text, items, this.#language)) return;
    const lead = this.#leadTo(block, before, plainLead);
    if (length <= listLength.whole) this.#addUnit("list", sentences, lead);
    if (length > listLength.cut) this.#addRuns("list", items, listLength.run, lead);
  }

  #addTable({ block, sentences, length }: BlockPart): void {
    const rows = this.#lines(sentences);
    const [first, ...others] = rows;
    const lead =
      block.lead === undefined
        ? this.#lead(first ?? [])
        : earlierLead(block.lead, this.#start, this.#language);
    if (length <= tableLength) this.#addUnit("table", sentences, block.lead && lead);
    for (const row of block.lead === undefined ? others : rows) this.#addUnit("table", row, lead);
  }

  #addCode({ block, sentences }: BlockPart, index: number): void {
    if (isPreamble(this.#written(block))) return;
    let before = index - 1;
    // The same for other tools or systems, one after the other.
    while (this.#parts[before]?.block.kind === "code") before--;
    this.#addUnit("code", sentences, this.#leadTo(block, this.#parts[before], Number.POSITIVE_INFINITY));
  }

  /** Every run of lines that no other run contains. A run of sentences does not begin with one that points back. */
  #addRuns(
    kind: "paragraph" | "list",
    lines: readonly (readonly SentenceTokens[])[],
    longest: number,
    lead?: Lead,
  ): void {
    let reached = 0;
    const count = runLengths(this.#text, lines.flat());
    /** How many sentences there are up to the end of each line. */
    const ends: number[] = [];
    for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length);
    lines.forEach(([first], from) => {
      if (kind === "paragraph" && from > 0 && first !== undefined && this.#pointsBack(first)) return;
      let to = from + 1;
      while (to < lines.length && count(ends[from - 1] ?? 0, (ends[to] ?? 0) - 1) <= longest) to++;
      if (to <= reached) return;
      reached = to;
      this.#addUnit(kind, lines.slice(from, to).flat(), lead);
    });
  }

  #addUnit(
    kind: Exclude<QuoteKind, "sentence">,
    sentences: readonly SentenceTokens[],
    lead?: Lead,
    readOn?: Range,
    shownBy?: Way,
  ): void {
    const [first, last] = [sentences[0], sentences.at(-1)];
    if (first === undefined || last === undefined) return;
    this.#units.push({
      kind: kind === "paragraph" && sentences.length === 1 ? "sentence" : kind,
      start: first.start,
      end: last.end,
      text: this.#text.slice(first.start, last.end),
      ...(lead && { lead: lead.excerpt }),
      leadSentences: lead?.sentences ?? [],
      ...(readOn && { readOn }),
      ...(shownBy && { shownBy }),
      sentences,
      ...(this.#asked && { asked: this.#asked }),
      length: this.#length(sentences) + (lead?.length ?? 0),
    });
  }

  /** What leads to a list or to code: the paragraph before it, or the last sentence of a long one. */
  #leadTo(
    { lead }: PassageBlock,
    before: BlockPart | undefined,
    longestWithoutColon: number,
  ): Lead | undefined {
    if (lead !== undefined) return earlierLead(lead, this.#start, this.#language);
    if (!isProse(before) || before.sentences.every((sentence) => sentence === this.#asked)) return undefined;
    if (before.length > longestWithoutColon && !endsWithColon(this.#written(before.block))) return undefined;
    return this.#lead(before.length <= longestLead ? before.sentences : before.sentences.slice(-1));
  }

  #lead(sentences: readonly SentenceTokens[]): Lead | undefined {
    const [first, last] = [sentences[0], sentences.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const [start, end] = [first.start, last.end];
    const excerpt = {
      text: this.#text.slice(start, end),
      start: this.#start + start,
      end: this.#start + end,
    };
    return { excerpt, sentences, length: this.#length(sentences) };
  }

  /** The sentences of a list or table by the line that they are on. */
  #lines(sentences: readonly SentenceTokens[]): SentenceTokens[][] {
    const found: SentenceTokens[][] = [];
    let end = -1;
    for (const sentence of sentences) {
      const last = found.at(-1);
      if (last === undefined || this.#text.slice(end, sentence.start).includes("\n")) found.push([sentence]);
      else last.push(sentence);
      end = sentence.end;
    }
    return found;
  }

  #pointsBack(sentence: SentenceTokens): boolean {
    const [first] = words(this.#text, sentence);
    return first !== undefined && this.#language.pronouns?.has(this.#lower(first)) === true;
  }

  /** In words, from the first to the last of some sentences. */
  #length(sentences: readonly SentenceTokens[]): number {
    return countWords(this.#text, { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 });
  }

  #written({ start, end }: Range): string {
    return this.#text.slice(start, end);
  }

  #lower(range: Range): string {
    return lower(this.#written(range), this.#language.lowerCase);
  }
}
