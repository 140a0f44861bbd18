import { maximumBytes } from '../files/limits.ts';

/** All bytes of a stream; `undefined`, and the stream is let go, as soon as they are too many. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const collected: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maximumBytes) return undefined;
    collected.push(chunk);
  }
  return Buffer.concat(collected, size);
}
