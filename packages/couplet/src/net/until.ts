/**
 * Gives what comes of the work, or the reason of the signal as an error, whichever is first. Work that is broken off
 * may never end: `fetch` of Node 20 and 22 hangs where its signal fires while it unpacks gzip.
 */
export async function until<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  let giveUp = (): void => undefined;
  const broken = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason);
  });
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  try {
    return await Promise.race([work, broken]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
