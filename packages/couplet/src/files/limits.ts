/**
 * The number of bytes that an input may have, packed and unpacked. The largest published API documents have under
 * 10 MB; the limit keeps gzip bombs and endless answers from filling the memory.
 */
export const maximumBytes: number = 64 * 1024 * 1024;
