import type { startAnswers } from "../answers/index.ts";

/** Loads the script of answers. That of a page has another way, as with `loadSession`. */
export const loadAnswers = (): Promise<{ startAnswers: typeof startAnswers }> =>
  import("../answers/index.ts");
