import type { Language } from "../language.ts";

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

/** The language with this code; English rules serve for a language that is not known. */
export async function loadLanguage(code: string): Promise<Language> {
  const load = loaders[code] ?? loaders["en"];
  if (load === undefined) throw new Error(`no rules for language ${code}`);
  return (await load()).default;
}
