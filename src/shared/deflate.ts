/** Packing of bytes as RFC 1951 has it, by what the platforms bring: workerd, browsers and Node have the same streams. */

/** The format's name among streams. */
const packedFormat = "deflate-raw";

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

/** Packs bytes. */
export const deflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(bytes, new CompressionStream(packedFormat));

/** Rejects when the bytes are not what `deflate` returns. */
export const inflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(bytes, new DecompressionStream(packedFormat));
