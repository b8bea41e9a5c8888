import type { Language } from "../language.ts";
import { loadLexicon } from "../lexicons/index.ts";

/**
 * Every language that Footnote knows, by ISO 639-1 code. Loaded on demand, so that a Worker is built with those that
 * its corpus uses and no others.
 */
const loaders: Readonly<Record<string, () => Promise<{ default: Language }>>> = {
  ar: () => import("./ar.ts"),
  da: () => import("./da.ts"),
  de: () => import("./de.ts"),
  el: () => import("./el.ts"),
  en: () => import("./en.ts"),
  es: () => import("./es.ts"),
  fi: () => import("./fi.ts"),
  fr: () => import("./fr.ts"),
  hi: () => import("./hi.ts"),
  hu: () => import("./hu.ts"),
  it: () => import("./it.ts"),
  ja: () => import("./ja.ts"),
  ko: () => import("./ko.ts"),
  nl: () => import("./nl.ts"),
  no: () => import("./no.ts"),
  pt: () => import("./pt.ts"),
  ro: () => import("./ro.ts"),
  ru: () => import("./ru.ts"),
  sv: () => import("./sv.ts"),
  th: () => import("./th.ts"),
  tr: () => import("./tr.ts"),
  vi: () => import("./vi.ts"),
  zh: () => import("./zh.ts"),
};

/** The codes of the known languages. */
export const languageCodes: readonly string[] = Object.keys(loaders);

const loaded = new Map<string, Promise<Language>>();

/** The language with this code, with its list of words; English rules serve for a language that is not known. */
export function loadLanguage(code: string): Promise<Language> {
  const known = loaders[code] === undefined ? "en" : code;
  const language = loaded.get(known) ?? open(known);
  loaded.set(known, language);
  return language;
}

async function open(code: string): Promise<Language> {
  const rules = await loaders[code]?.();
  if (rules === undefined) throw new Error(`no rules for language ${code}`);
  const lexicon = await loadLexicon(code);
  return lexicon === undefined ? rules.default : { ...rules.default, lexicon };
}
