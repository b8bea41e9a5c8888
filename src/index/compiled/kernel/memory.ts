/** A bump allocator. End of the memory in use: permanent data first, then the scratch space of one search. */
let top: usize = (__heap_base + 7) & ~7;

/** Allocates bytes, aligned for any number. Fresh memory is zeroed, reused memory is not. */
export function allocate(bytes: usize): usize {
  const start = top;
  top = (top + bytes + 7) & ~7;
  const missing = <i32>((top + 0xffff) >>> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) throw new Error("out of memory");
  return start;
}

/** Marks the current end, to release to. */
export function mark(): usize {
  return top;
}

/** Releases everything allocated since the mark. */
export function release(mark: usize): void {
  top = mark;
}
