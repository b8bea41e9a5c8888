/** A name on one line, whatever is in it: nobody can forge a line of a report or a list by it. */
export const shownName = (name: string): string =>
  name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    JSON.stringify(character)
      .slice(1, -1)
      .replace(/^[^\\]$/u, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
