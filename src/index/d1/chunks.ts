/** Splits items into chunks of at most `size`, in order. */
export function chunked<Item>(items: readonly Item[], length: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, number) =>
    items.slice(number * length, (number + 1) * length),
  );
}

/** Processes items in chunks, in order. */
export async function inChunks<Item>(
  items: readonly Item[],
  length: number,
  work: (chunk: readonly Item[]) => Promise<void>,
): Promise<void> {
  for (const chunk of chunked(items, length)) await work(chunk);
}
