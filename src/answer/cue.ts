/** Returns how far a sentence contains the kind of thing a question asks for: 1 when it does, 0 when not, a half when unknown. */
export type Cue = (sentence: string) => number;

/** What a cue returns where a sentence does not tell. */
export const unknown = 0.5;
