/** The script that answers without a server. The build bundles it, and each language as a script of its own. */
import { createAnswerer } from "../answer/answer.ts";
import { checkManifest } from "../index/compiled/format/manifest.ts";
import { CompiledStore } from "../index/compiled/store.ts";
import { IndexUnavailableError } from "../index/store.ts";
import { openSuggestions, type Suggest } from "../index/suggestions.ts";
import { defaultSuggestionLimit } from "../model/limits.ts";
import type { Language } from "../text/language.ts";
import { LanguageSet } from "../text/language-set.ts";
import { isLexiconSlice } from "../text/lexicon.ts";
import { readFile, readPacked } from "./files.ts";
import { openKernel } from "./kernel.ts";
import type { AnswererModule, LoadScript, PublishedHead, PublishedLanguage } from "./published.ts";
import { checkRequest } from "./request.ts";

/** Opens what a static build has published below a base URL. Reads no file of the index before the first question. */
export const openAnswerer: AnswererModule["openAnswerer"] = async (base, head, load) => {
  checkManifest(head.index);
  const [kernel, ...languages] = await Promise.all([
    openKernel(head, load),
    ...head.languages.map((language) => openLanguage(base, language, load)),
  ]);
  // Each file of the index is packed, and begins with a check of it.
  const store = new CompiledStore(head.index, (file) => readFile(base, { file }), kernel);
  const answerer = createAnswerer(store, new LanguageSet(languages));
  const suggest = suggestionsOf(base, head);
  return {
    ask: async (request) => answerer.ask(checkRequest(request)),
    suggest: async (typed, limit = defaultSuggestionLimit) => (await suggest())(typed, limit),
  };
};

/** A language whose words are read when a question first has a word that the corpus lacks. */
async function openLanguage(base: string, published: PublishedLanguage, load: LoadScript): Promise<Language> {
  const { default: language } = (await load(published)) as { default: Language };
  const { lexicon } = published;
  if (lexicon === undefined) return language;
  const { folder, slices } = lexicon;
  const read = async (slice: number): Promise<Uint8Array> => {
    const file = `${folder}/${slice}.bin`;
    const bytes = await readFile(base, { file });
    if (isLexiconSlice(bytes)) return bytes;
    throw new IndexUnavailableError(`${base}${file} is not what was built`);
  };
  return { ...language, lexicon: { slices, read } };
}

/** Opens the suggestions when first asked for; retries after a failure. */
function suggestionsOf(base: string, { suggestions }: PublishedHead): () => Promise<Suggest> {
  let opening: Promise<Suggest> | undefined;
  return () => {
    opening ??= readPacked(base, suggestions)
      .then(openSuggestions)
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    return opening;
  };
}
