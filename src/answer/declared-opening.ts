import type { StoredPassage } from "../index/store.ts";
import type { QuoteFeatures } from "./quote-features.ts";

/*
 * A question that an article declares is answered from it: by what is of the question, or else by how the article opens.
 */

/** Share of a question that one sentence holds at least, or a unit below a heading that holds some of it, to be of what is asked. */
const treatedShare = { sentence: 1 / 3, unit: 1 / 2 } as const;

/** Whether a unit is of what is asked, so that the opening of its article need not stand for it. */
const isTreated = ({ focusHeld, held, headingHeld }: QuoteFeatures): boolean =>
  focusHeld >= treatedShare.sentence || (held >= treatedShare.unit && headingHeld > 0);

/** How far a text tells what its article is about: 2 for its summary, 1 for its opening, else 0. */
export function openingOf(at: number, text: string, stored: StoredPassage): number {
  return isSummary(text, stored) ? 2 : Number(at === 0);
}

/** Whether a text is the summary of its article, or a part of it, or holds it. */
function isSummary(text: string, { article: { summary } }: StoredPassage): boolean {
  if (summary === undefined || summary === "") return false;
  const written = text.replace(/\s+/g, " ").trim();
  return written.includes(summary) || summary.includes(written);
}

/** A unit that was judged, with its article. */
interface OfArticle {
  readonly article: string;
  readonly features: QuoteFeatures;
}

/**
 * Settles for all units of a question, which are judged one by one, what only all of them tell: whether their article declares the
 * very question, and which of them reply to it.
 */
export function settleDeclared<Judged extends OfArticle>(judged: readonly Judged[]): readonly Judged[] {
  if (judged.every(({ features }) => features.declared === 0)) return judged;
  const treated = new Set(judged.filter(({ features }) => isTreated(features)).map(({ article }) => article));
  const best = new Map<string, number>();
  for (const { article, features } of judged) {
    best.set(article, Math.max(best.get(article) ?? 0, features.declaredOpening));
  }
  // An article that declares the very question answers it, whatever others declare that is alike.
  const isExact = judged.some(({ features }) => features.declared === 1);
  return judged.map((unit) => {
    const { declared, declaredOpening } = unit.features;
    const isDeclared = declared === 1 || (declared > 0 && !isExact);
    const isReply = treated.has(unit.article)
      ? isTreated(unit.features)
      : declaredOpening > 0 && declaredOpening === best.get(unit.article);
    const settled = {
      declared: isDeclared ? declared : 0,
      declaredOpening: Number(isDeclared && isReply),
    };
    return { ...unit, features: { ...unit.features, ...settled } };
  });
}
