import { Charset, Index } from "flexsearch";
import type { Peer } from "./peer.ts";

const cjk = new Set(["ja", "ko", "zh"]);

/** Title and text go in as one: merging the results of a field each scores lower. */
export const flexsearch: Peer = (documents, lang) => {
  const index = new Index(cjk.has(lang) ? { encoder: Charset.CJK } : {});
  documents.forEach(({ title, text }, number) => {
    index.add(number, `${title} ${text}`);
  });
  return (question, limit) =>
    index.search(question, { limit, suggest: true }).flatMap((number) => documents[Number(number)]?.id ?? []);
};
