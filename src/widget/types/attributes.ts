import type { AttributeName } from "../attribute-names.ts";

/** The attributes of `<footnote-ask>` as templates write them, beside those of every element. */
export type FootnoteAskAttributes = {
  readonly [Name in AttributeName]?: string | number | boolean | undefined;
};
