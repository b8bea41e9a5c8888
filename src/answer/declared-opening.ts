import type { StoredPassage } from "../index/store.ts";

/*
 * A question that an article declares is answered from it: by what is of the question, or else by how the article opens.
 */

/** Share of a question that one sentence holds at least, or a unit below a heading that holds some of it, to be of what is asked. */
const treatedShare = { sentence: 1 / 3, unit: 1 / 2 } as const;

/** Whether a unit is of what is asked, so that the opening of its article need not stand for it. */
export const isTreated = ({
  focusHeld,
  held,
  headingHeld,
}: Readonly<Record<"focusHeld" | "held" | "headingHeld", number>>): boolean =>
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
