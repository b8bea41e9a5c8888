import type { PackedLexicon } from "../lexicon.ts";

/** What a module of this folder has: lists of words as text. */
interface LexiconModule {
  readonly words: string;
  readonly names?: string;
  readonly kinds?: string;
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

/** The lists of words of a language; undefined where it has none. */
export function lexiconLoader(code: string): (() => Promise<PackedLexicon>) | undefined {
  const load = loaders[code];
  return (
    load &&
    (async () => {
      const { words, names = "", kinds = "" } = await load();
      return { words: bytesOf(words), names: bytesOf(names), kinds: bytesOf(kinds) };
    })
  );
}

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
