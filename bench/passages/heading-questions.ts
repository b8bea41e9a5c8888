import { createHash } from "node:crypto";
import type { StoredPassage } from "../../src/index/store.ts";
import type { AskedPassages } from "./judged-questions.ts";

/** Headings of each kind that are asked, at most: those whose SHA-256 is smallest. */
const mostAsked = 100;
/** Words of a heading that is no name but says something. */
const longHeading = 3;

const identifier = /[a-z][A-Z]|[._@/$]|--|\(\)|::/;
const isIdentifier = (heading: string): boolean =>
  heading.length > 2 && !/\s/.test(heading) && identifier.test(heading);
const isLong = (heading: string): boolean => heading.split(/\s+/).length >= longHeading;

/** Headings that one section of a site has alone, and no page by its title, as they are typed; identifiers as a question, too. */
export function headingQuestions(passages: readonly StoredPassage[]): AskedPassages[] {
  const sections = new Map<string, { heading: string; ids: string[]; places: Set<string> }>();
  const titles = new Set(passages.map(({ article }) => article.title.trim().toLowerCase()));
  for (const { passage } of passages) {
    passage.headings.forEach((heading, level) => {
      const key = heading.trim().toLowerCase();
      const known = sections.get(key) ?? { heading: heading.trim(), ids: [], places: new Set<string>() };
      sections.set(key, known);
      known.ids.push(passage.id);
      known.places.add(JSON.stringify([passage.article, ...passage.headings.slice(0, level + 1)]));
    });
  }
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  const alone = [...sections.values()]
    .filter(({ places, heading }) => places.size === 1 && !titles.has(heading.toLowerCase()))
    .map((section) => ({ ...section, hash: hash(section.heading) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const asked = (
    about: string,
    isAsked: (heading: string) => boolean,
    ask = (heading: string) => heading,
  ): AskedPassages => ({
    about,
    questions: alone
      .filter(({ heading }) => isAsked(heading))
      .slice(0, mostAsked)
      .map(({ heading, ids }) => ({ question: ask(heading), right: new Map(ids.map((id) => [id, 1])) })),
  });
  return [
    asked("identifiers", isIdentifier),
    asked("What does … do?", isIdentifier, (heading) => `What does ${heading} do?`),
    asked(`headings of ${longHeading} words or more`, isLong),
  ];
}
