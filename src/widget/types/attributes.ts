import type { observedAttributes } from "../settings.ts";

/** The attributes of `<footnote-ask>` as templates write them, beside those of every element. */
export type FootnoteAskAttributes = {
  readonly [Name in (typeof observedAttributes)[number]]?: string | number | boolean | undefined;
};
