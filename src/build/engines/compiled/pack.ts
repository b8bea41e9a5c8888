import { constants, deflateRawSync } from "node:zlib";

/** How a file of an index is packed. */
export interface Packing {
  /** Where other bytes begin than before, ascending: each piece is packed with codes of its own. */
  readonly cuts?: readonly number[];
  /** What is taken to stand before the first piece: see `inflate`. */
  readonly before?: Uint8Array | undefined;
}

/** Deflates a file of an index as well as it goes. */
export function pack(content: Uint8Array, { cuts = [], before }: Packing = {}): Uint8Array {
  const starts = [0, ...cuts.filter((cut) => cut > 0 && cut < content.length)];
  const pieces = starts.map((start, index) => {
    const end = starts[index + 1];
    return deflateRawSync(content.subarray(start, end), {
      level: 9,
      // Ends on a whole byte, and says that more comes.
      ...(end !== undefined && { finishFlush: constants.Z_SYNC_FLUSH }),
      ...(start === 0 && before !== undefined && { dictionary: before }),
    });
  });
  return pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces);
}
