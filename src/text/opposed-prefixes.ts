/**
 * Beginnings of words of science that mean the opposite of one another and are spelt nearly alike, as the languages that have them from
 * Greek and Latin spell them. A pair of one first letter alone could be taken for a mistake.
 */
const pairs = (
  "hyper|hypo hiper|hipo iper|ipo υπερ|υπο гипер|гипо inter|intra micro|macro mikro|makro микро|макро " +
  "ante|anti ecto|endo"
)
  .split(" ")
  .map((pair) => pair.split("|"));

/** Whether two words differ in such a beginning: hyperthyroidism is not hypothyroidism. */
export function areOpposed(one: string, other: string): boolean {
  return pairs.some(
    ([first = "", second = ""]) => swaps(one, other, first, second) || swaps(other, one, first, second),
  );
}

const swaps = (one: string, other: string, first: string, second: string): boolean =>
  one.startsWith(first) && other.startsWith(second) && one.slice(first.length) === other.slice(second.length);
