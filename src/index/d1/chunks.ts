/** Items in their order, at most so many together. */
export function chunked<Item>(items: readonly Item[], length: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, number) =>
    items.slice(number * length, (number + 1) * length),
  );
}

/** Works through items in their order, at most so many at a time. */
export async function inChunks<Item>(
  items: readonly Item[],
  length: number,
  work: (chunk: readonly Item[]) => Promise<void>,
): Promise<void> {
  for (const chunk of chunked(items, length)) await work(chunk);
}
