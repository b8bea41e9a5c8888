import type { LexiconSource } from "../lexicon.ts";

/** What a module of this folder has: the slices of its lists of words, as text. */
interface LexiconModule {
  readonly slices: readonly string[];
}

/** The lists of words of the languages that have one, by ISO 639-1 code. */
const loaders: Readonly<Record<string, () => Promise<LexiconModule>>> = {
  ar: () => import("./ar.ts"),
  da: () => import("./da.ts"),
  de: () => import("./de.ts"),
  el: () => import("./el.ts"),
  en: () => import("./en.ts"),
  es: () => import("./es.ts"),
  fi: () => import("./fi.ts"),
  fr: () => import("./fr.ts"),
  hu: () => import("./hu.ts"),
  it: () => import("./it.ts"),
  nl: () => import("./nl.ts"),
  no: () => import("./no.ts"),
  pt: () => import("./pt.ts"),
  ro: () => import("./ro.ts"),
  ru: () => import("./ru.ts"),
  sv: () => import("./sv.ts"),
  tr: () => import("./tr.ts"),
  vi: () => import("./vi.ts"),
};

/** The words of a language; undefined where it has none. */
export async function loadLexicon(code: string): Promise<LexiconSource | undefined> {
  const { slices } = (await loaders[code]?.()) ?? {};
  return slices && { slices: slices.length, read: async (slice) => bytesOf(slices[slice] ?? "") };
}

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
