const key = "footnote-recent";

/** How many questions are kept. */
const kept = 5;

/** The last questions of this reader, kept in this browser alone. Without leave to store, there are none. */
export const recentQuestions = {
  /** The questions, the latest first. */
  read(): readonly string[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(stored) ? stored.filter((question) => typeof question === "string") : [];
    } catch {
      return [];
    }
  },
  add(question: string): void {
    const others = recentQuestions.read().filter((other) => other !== question);
    try {
      localStorage.setItem(key, JSON.stringify([question, ...others].slice(0, kept)));
    } catch {
      // A full or closed store keeps nothing.
    }
  },
  clear(): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  },
};
