import { streamStarts } from "../format/postings.ts";
import { scan } from "../format/string-table.ts";

/** Lists of so many bytes are packed stream by stream: a table of codes for each takes more than it saves in shorter ones. */
const shortestCut = 1_500;

/** Where in a block of posting lists other bytes begin than before, so that they are better packed by codes of their own. */
export function listCuts(block: Uint8Array): number[] {
  const cuts: number[] = [];
  scan(block, ({ valueStart, valueEnd }) => {
    if (valueEnd - valueStart < shortestCut) return undefined;
    const streams = streamStarts(block.subarray(valueStart, valueEnd));
    // The directory goes with the first stream.
    cuts.push(valueStart, ...streams.slice(1).map((start) => valueStart + start), valueEnd);
    return undefined;
  });
  return cuts;
}
