import type { Language } from "../language.ts";

/**
 * Every language that Footnote knows, by ISO 639-1 code. Loaded on demand, so that a Worker is built with those that
 * its corpus uses and no others.
 */
const loaders: Readonly<Record<string, () => Promise<{ default: Language }>>> = {
  en: () => import("./en.ts"),
};

/** The codes of the known languages. */
export const languageCodes: readonly string[] = Object.keys(loaders);

/** The language with this code; English rules serve for a language that is not known. */
export async function loadLanguage(code: string): Promise<Language> {
  const load = loaders[code] ?? loaders["en"];
  if (load === undefined) throw new Error(`no rules for language ${code}`);
  return (await load()).default;
}
