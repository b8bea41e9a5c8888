import type { ArticleMetadata } from "../model/index.ts";
import type { Filter } from "../model/request.ts";

/** A filter and a value that it may be given. */
export type FilterValue = readonly [name: keyof Filter, value: string];

/**
 * The values of each filter that an article passes. All engines index these; the parameters of the API and of the command
 * line are those of `filterSchemas` in model/request.ts.
 */
const filters: Readonly<Record<keyof Filter, (article: ArticleMetadata) => readonly string[]>> = {
  lang: ({ lang }) => [lang],
  tag: ({ tags }) => tags,
  version: ({ version }) => (version === undefined ? [] : [version]),
  article: ({ id }) => [id],
};

const names = Object.keys(filters) as (keyof Filter)[];

/** All filters with each value that an article passes, each once. */
export const filterValues = (article: ArticleMetadata): FilterValue[] =>
  names.flatMap((name) => [...new Set(filters[name](article))].map((value): FilterValue => [name, value]));

/** The filters that are set, with their values. */
export const setFilters = (filter: Filter): FilterValue[] =>
  names.flatMap((name): FilterValue[] => {
    const value = filter[name];
    return value === undefined ? [] : [[name, value]];
  });
