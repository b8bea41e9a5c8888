import MiniSearch from "minisearch";
import type { StoredPassage } from "../../src/index/store.ts";

/** MiniSearch over passages with the fields and the options of VitePress 1.6, `VPLocalSearchBox.vue`. */
export function sectionSearch(
  passages: readonly StoredPassage[],
): (question: string, limit: number) => string[] {
  const index = new MiniSearch<{ id: string; title: string; titles: string; text: string }>({
    fields: ["title", "titles", "text"],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
  });
  index.addAll(
    passages.map(({ passage, article }) => {
      const trail = [article.title, ...passage.headings];
      return {
        id: passage.id,
        title: trail.at(-1) ?? "",
        titles: trail.slice(0, -1).join(" "),
        text: passage.text,
      };
    }),
  );
  return (question, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => String(id));
}
