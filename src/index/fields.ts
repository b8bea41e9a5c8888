import type { ArticleMetadata, Passage } from "../model/index.ts";

/** A part of a passage that is indexed by itself. */
export interface FieldDefinition {
  readonly name: string;
  /** How much a match in it counts, against 1 for the text. */
  readonly weight: number;
  /**
   * What a match in it says: `title` names what the whole article is about; `context` is said about the passage, and holds
   * for each of its sentences; `text` is the passage itself, the one field whose positions are kept.
   */
  readonly role: "title" | "context" | "text";
  /** What of an article is in the field, the same for all its passages, in parts that are analysed one by one. */
  ofArticle?(article: ArticleMetadata): readonly string[];
  /** What of a passage is in the field. */
  ofPassage?(passage: Passage): readonly string[];
}

/**
 * The indexed fields. All that depends on them is derived from this table, but the columns of D1: a new field needs a
 * migration, and the text stays last. A title mostly repeats words of the text, so that in full it would count them twice.
 */
export const fieldTable = [
  { name: "title", weight: 0.5, role: "title", ofArticle: ({ title }) => [title] },
  { name: "headings", weight: 0.5, role: "context", ofPassage: ({ headings }) => headings },
  { name: "questions", weight: 0.5, role: "context", ofArticle: ({ questions }) => questions },
  { name: "text", weight: 1, role: "text", ofPassage: ({ text }) => [text] },
] as const satisfies readonly FieldDefinition[];

export type Field = (typeof fieldTable)[number]["name"];

/** The names of the fields, in the order in which numbers for each field are listed. */
export const fields: readonly Field[] = fieldTable.map(({ name }) => name);

/** How much a match in each of `fields` counts. */
export const fieldWeights: readonly number[] = fieldTable.map(({ weight }) => weight);

/** Number of the text among the fields. */
export const textField = fieldTable.findIndex(({ role }) => role === "text");

/** Bits of some fields: bit `1 << i` stands for `fields[i]`. */
export const maskOf = (matches: (field: FieldDefinition) => boolean): number =>
  fieldTable.reduce((mask, field, number) => (matches(field) ? mask | (1 << number) : mask), 0);

/** A value for each field, by its name. */
export const fieldRecord = <Value>(make: (field: FieldDefinition) => Value): Readonly<Record<Field, Value>> =>
  Object.fromEntries(fieldTable.map((field) => [field.name, make(field)])) as Record<Field, Value>;

/** What is in a field of a passage, in parts that are analysed one by one. */
export const textsOf = (
  { ofArticle, ofPassage }: FieldDefinition,
  passage: Passage,
  article: ArticleMetadata,
): readonly string[] => ofPassage?.(passage) ?? ofArticle?.(article) ?? [];
