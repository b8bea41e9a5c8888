/** Address behind the varint read last. */
export let end: usize = 0;

/** Reads an unsigned LEB128 number of at most 32 bits. Most are one byte; that case is inlined. */
export function readVarint(start: usize): u32 {
  const byte: u32 = load<u8>(start);
  if (byte >= 0x80) return readLongVarint(start);
  end = start + 1;
  return byte;
}

function readLongVarint(start: usize): u32 {
  let at = start;
  let byte: u32 = load<u8>(at++);
  let value = byte & 0x7f;
  for (let shift = 7; byte >= 0x80; shift += 7) {
    byte = load<u8>(at++);
    value |= (byte & 0x7f) << shift;
  }
  end = at;
  return value;
}

/** Skips some varints. @returns the address behind them */
export function skipVarints(start: usize, count: u32): usize {
  let at = start;
  for (let left = count; left > 0; left--) {
    while (load<u8>(at++) >= 0x80) {}
  }
  return at;
}
