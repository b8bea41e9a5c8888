import { hasDigit, leastShared, placeOf, plainText } from "../index/likeness.ts";
import type { StoredPassage } from "../index/store.ts";
import type { ArticleMetadata } from "../model/index.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { lowerWords } from "../text/words.ts";
import type { ReadPassage } from "./rerank.ts";

/** A passage that stands for others. */
export interface Folded {
  /** The passages of other articles that say the same: older versions of a page, copies for the printer. */
  readonly copies: readonly StoredPassage[];
}

/** Names amid a sentence. */
const name = /(?<=[\p{L}\p{N},;] )\p{Lu}\p{L}+/gu;

/** What a passage is compared with others by. */
interface Likeness {
  readonly text: string;
  /** How often each pair of neighbouring words occurs. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly length: number;
  /** Numbers, names and negations, in order: passages that differ in one say different things. */
  readonly telling: string;
}

const likenessOf = memoizeByObject((language: Language) =>
  memoizeByObject((stored: StoredPassage): Likeness => {
    const { text } = stored.passage;
    const words = lowerWords(text);
    const pairs = new Map<string, number>();
    for (const [index, word] of words.entries()) {
      const pair = `${words[index - 1] ?? ""} ${word}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    const isQuantity = language.cues?.quantity?.();
    const tells = (word: string): boolean =>
      hasDigit(word) || language.negations?.has(word) === true || isQuantity?.test(word) === true;
    const telling = [...words.filter(tells), ...(text.match(name) ?? [])].sort().join(" ");
    return { text: knownBy(stored).text, pairs, length: words.length, telling };
  }),
);

/** By what passages are known that may say the same. A question compares each passage once for every batch that it reads. */
const knownBy = memoizeByObject(({ passage, article }: StoredPassage) => ({
  text: plainText(passage.text),
  place: placeOf(passage, article),
}));

/** Whether two passages say the same, nearly word for word. */
function isCopy(a: Likeness, b: Likeness): boolean {
  if (a.text === b.text) return true;
  if (a.telling !== b.telling) return false;
  let shared = 0;
  for (const [pair, count] of a.pairs) shared += Math.min(count, b.pairs.get(pair) ?? 0);
  return 2 * shared >= leastShared * (a.length + b.length);
}

/**
 * Passages, best first, without those that say the same as another, word for word or nearly, as the same page of several
 * versions does. The newest of them stays, else the one whose path is shortest, else the last by its name, at the place of
 * the best; the others are its copies.
 */
export function withoutRepetitions<Passage extends ReadPassage>(
  passages: readonly Passage[],
  languages: LanguageSet,
): (Passage & Folded)[] {
  const kept: (Passage & Folded)[] = [];
  const byText = new Map<string, number>();
  const byPlace = new Map<string, number[]>();
  for (const passage of passages) {
    const { stored } = passage;
    const { text, place } = knownBy(stored);
    const near = byPlace.get(place) ?? [];
    const likeness = likenessOf(languages.of(stored.article.lang));
    const same =
      byText.get(text) ??
      near.find((index) => {
        const other = kept[index]?.stored;
        return (
          other !== undefined &&
          other.article.id !== stored.article.id &&
          isCopy(likeness(other), likeness(stored))
        );
      });
    const known = same === undefined ? undefined : kept[same];
    if (same !== undefined && known !== undefined) {
      kept[same] = folded(known, passage);
      continue;
    }
    byText.set(text, kept.length);
    byPlace.set(place, [...near, kept.length]);
    kept.push({ ...passage, copies: [] });
  }
  return kept;
}

/** Two passages as one. */
function folded<Passage extends ReadPassage>(known: Passage & Folded, other: Passage): Passage & Folded {
  const isBetter = isPreferred(other.stored.article, known.stored.article);
  const [shown, hidden] = isBetter ? [other, known] : [known, other];
  const isOther = hidden.stored.article.id !== shown.stored.article.id;
  const copies = [...known.copies, ...(isOther ? [hidden.stored] : [])];
  return { ...shown, ranked: { ...shown.ranked, score: known.ranked.score }, copies };
}

function isPreferred(article: ArticleMetadata, other: ArticleMetadata): boolean {
  const [time, otherTime] = [article, other].map(({ updated, published }) => updated ?? published ?? "");
  if (time !== otherTime) return (time ?? "") > (otherTime ?? "");
  if (depthOf(article) !== depthOf(other)) return depthOf(article) < depthOf(other);
  // Of versions the last: v10 comes after v9.
  return article.version !== undefined && article.id.localeCompare(other.id, "en", { numeric: true }) > 0;
}

const depthOf = ({ id }: ArticleMetadata): number => id.split("/").length;
