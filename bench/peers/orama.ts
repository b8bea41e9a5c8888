import { create, type DefaultTokenizerConfig, insertMultiple, search, type Tokenizer } from "@orama/orama";
import { createTokenizer as createJapanese } from "@orama/tokenizers/japanese";
import { createTokenizer as createMandarin } from "@orama/tokenizers/mandarin";
import type { Peer } from "./peer.ts";

type Stemming = Required<Pick<DefaultTokenizerConfig, "language" | "stemmer">>;

/** Stemmers that Orama publishes beside its English one, among the languages that a judged set may be in. */
const stemmers: Readonly<Record<string, () => Promise<Stemming>>> = {
  ar: () => import("@orama/stemmers/arabic"),
  da: () => import("@orama/stemmers/danish"),
  de: () => import("@orama/stemmers/german"),
  el: () => import("@orama/stemmers/greek"),
  es: () => import("@orama/stemmers/spanish"),
  fi: () => import("@orama/stemmers/finnish"),
  fr: () => import("@orama/stemmers/french"),
  hi: () => import("@orama/stemmers/indian"),
  hu: () => import("@orama/stemmers/hungarian"),
  it: () => import("@orama/stemmers/italian"),
  nl: () => import("@orama/stemmers/dutch"),
  no: () => import("@orama/stemmers/norwegian"),
  pt: () => import("@orama/stemmers/portuguese"),
  ro: () => import("@orama/stemmers/romanian"),
  ru: () => import("@orama/stemmers/russian"),
  sv: () => import("@orama/stemmers/swedish"),
  tr: () => import("@orama/stemmers/turkish"),
};

async function tokenizerFor(lang: string): Promise<Tokenizer | DefaultTokenizerConfig> {
  if (lang === "ja") return createJapanese();
  if (lang === "zh") return createMandarin();
  const stemming = await stemmers[lang]?.();
  return stemming === undefined ? { stemming: true } : { stemming: true, ...stemming };
}

export const orama: Peer = async (documents, lang) => {
  const index = create({
    schema: { title: "string", text: "string" },
    components: { tokenizer: await tokenizerFor(lang) },
  });
  await insertMultiple(
    index,
    documents.map((document) => ({ ...document })),
  );
  return async (question, limit) => {
    const { hits } = await search(index, { term: question, limit });
    return hits.map(({ id }) => id);
  };
};
