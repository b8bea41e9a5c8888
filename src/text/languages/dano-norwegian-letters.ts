/** A Danish or Norwegian word with `å` and `ø` where it was written with `aa` and `oe`, as in old names and without the keys. */
export const danoNorwegianLetters = (word: string): string => word.replace(/aa/g, "å").replace(/oe/g, "ø");
