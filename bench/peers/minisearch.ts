import MiniSearch, { type SearchOptions } from "minisearch";
import type { Peer } from "./peer.ts";

const withOptions =
  (searchOptions: SearchOptions): Peer =>
  (documents) => {
    const index = new MiniSearch({ fields: ["title", "text"], searchOptions });
    index.addAll(documents);
    return (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => String(id));
  };

export const minisearch = withOptions({});

/** The options in VitePress 1.6, `VPLocalSearchBox.vue`. A judged document has no trail of headings (`titles`). */
export const vitepress = withOptions({ fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } });
