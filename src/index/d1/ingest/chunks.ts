/** Works through items in their order, at most so many at a time. */
export async function inChunks<Item>(
  items: readonly Item[],
  length: number,
  work: (chunk: readonly Item[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += length) await work(items.slice(start, start + length));
}
