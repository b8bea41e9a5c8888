/** Ascending numbers below `size` as one bit each, low bits first, in Base64. */
export function encodeBitmap(numbers: Iterable<number>, size: number): string {
  const bytes = new Uint8Array(Math.ceil(size / 8));
  for (const number of numbers) bytes[number >>> 3] = (bytes[number >>> 3] ?? 0) | (1 << (number & 7));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** The `count` numbers of a bitmap, and `last` after them. */
export function decodeBitmap(bitmap: string, count: number, last: number): Uint32Array {
  const bytes = atob(bitmap);
  const numbers = new Uint32Array(count + 1);
  let found = 0;
  for (let index = 0; index < bytes.length; index++) {
    for (let byte = bytes.charCodeAt(index); byte > 0; byte &= byte - 1) {
      numbers[found++] = 8 * index + 31 - Math.clz32(byte & -byte);
    }
  }
  numbers[count] = last;
  return numbers;
}
