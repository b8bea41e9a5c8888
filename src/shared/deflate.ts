/**
 * Unpacking of bytes as RFC 1951 has it, by what the platform brings: zlib in Node, and in a Worker with `nodejs_compat`; else, as in
 * browsers, streams, which take six times as long for the few kilobytes of a file.
 */
import { lazy } from "./lazy.ts";

/** The format's name among streams. */
const packedFormat = "deflate-raw";

/** What is used of Node's zlib, https://nodejs.org/api/zlib.html. */
interface Zlib {
  inflateRawSync(bytes: Uint8Array, options?: { readonly dictionary: Uint8Array }): Uint8Array;
}

/** Asked for by name: an import would fail where there is none. */
const platform = lazy((): { readonly zlib: Zlib | undefined } => {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return { zlib: process?.getBuiltinModule?.("node:zlib") as Zlib | undefined };
});

interface ByteStreams {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<BufferSource>;
}

async function through(bytes: Uint8Array, { readable, writable }: ByteStreams): Promise<Uint8Array> {
  const writer = writable.getWriter();
  // Never a SharedArrayBuffer here, which the types cannot know.
  const written = Promise.all([writer.write(bytes as Uint8Array<ArrayBuffer>), writer.close()]);
  const [result] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(result);
}

/** Bytes of the head of a block that is stored as it is (RFC 1951, section 3.2.4), and how many such a block holds at most. */
const storedHead = 5;
const mostStored = 0xffff;

/**
 * Unpacks bytes.
 *
 * @param before what stood before them when they were packed, up to 64 kB: zlib calls it a dictionary. The streams of platforms take none, so that it goes
 * before the packed bytes, as a block that is stored as it is, and is cut off from what comes.
 */
export async function inflate(bytes: Uint8Array, before?: Uint8Array): Promise<Uint8Array> {
  const { zlib } = platform();
  // Copied: it is a Buffer, of which `slice` is a view, and itself mostly a view of 16 kB.
  if (zlib !== undefined) return new Uint8Array(zlib.inflateRawSync(bytes, before && { dictionary: before }));
  if (before === undefined) return through(bytes, new DecompressionStream(packedFormat));
  if (before.length > mostStored) throw new RangeError("too much stands before the packed bytes");
  const all = new Uint8Array(storedHead + before.length + bytes.length);
  const head = new DataView(all.buffer);
  // Not the last block, and stored: three bits of zeros. Its length, and that with all bits turned.
  head.setUint16(1, before.length, true);
  head.setUint16(3, mostStored - before.length, true);
  all.set(before, storedHead);
  all.set(bytes, storedHead + before.length);
  return (await through(all, new DecompressionStream(packedFormat))).subarray(before.length);
}
