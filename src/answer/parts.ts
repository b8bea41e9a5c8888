import type { PassageBlock } from "../model/index.ts";
import type { SentenceTokens } from "./passage-tokens.ts";

/** A block of a passage with its sentences. */
export interface BlockPart {
  readonly block: PassageBlock;
  readonly sentences: readonly SentenceTokens[];
  /** In words. */
  readonly length: number;
}

/** Whether a part is there and is a paragraph, of the author's or quoted. */
export const isProse = (part: BlockPart | undefined): part is BlockPart =>
  part !== undefined && (part.block.kind === "paragraph" || part.block.kind === "quote");
