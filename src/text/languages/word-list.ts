/** The words of a list written with white space between them. */
export const wordList = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
