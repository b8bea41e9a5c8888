/** The end of what is in use. What is kept for good comes first, then what one search needs. */
let top: usize = (__heap_base + 7) & ~7;

/** Room for so many bytes, at an address that any number may stand at. Fresh memory is all zeros. */
export function allocate(bytes: usize): usize {
  const start = top;
  top = (top + bytes + 7) & ~7;
  const missing = <i32>((top + 0xffff) >>> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) throw new Error("out of memory");
  return start;
}

/** Where room will begin that is allocated from now on. */
export function mark(): usize {
  return top;
}

/** Gives back all that was allocated since the mark. */
export function release(mark: usize): void {
  top = mark;
}
