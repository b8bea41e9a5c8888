/** Words after a verb, at most, among which its particle stands: "turn the sound of all lamps off". */
const reach = 5;

/** What says the same in one word as a verb with a particle, by the terms of the verb and by the particle: `off` of "turn … off". */
export type PhrasalVerbs = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Reads lines such as `turn off, switch off: disable`. @param stem makes terms of words */
export function readPhrasalVerbs(lines: string, stem: (word: string) => string): PhrasalVerbs {
  const verbs = new Map<string, Map<string, readonly string[]>>();
  for (const line of lines.trim().split("\n")) {
    const [phrases = "", same = ""] = line.split(":");
    const terms = same.trim().split(" ").map(stem);
    for (const phrase of phrases.split(",")) {
      const [verb = "", particle = ""] = phrase.trim().split(" ");
      const particles = verbs.get(stem(verb)) ?? new Map<string, readonly string[]>();
      particles.set(particle, terms);
      verbs.set(stem(verb), particles);
    }
  }
  return verbs;
}

/** The terms of what a verb says in one word with a particle among the words after it. @param verb as it is indexed */
export function inOneWord(verbs: PhrasalVerbs, verb: string, after: readonly string[]): readonly string[] {
  const particles = verbs.get(verb);
  return particles === undefined ? [] : after.slice(0, reach).flatMap((word) => particles.get(word) ?? []);
}
