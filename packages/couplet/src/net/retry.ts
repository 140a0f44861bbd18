import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Failure } from './failure.ts';

/** The number of times that a document is asked for in all, where the fault may be one of the moment. */
const maximumTries = 3;

/** The length of the first pause between two tries; each further one is twice as long. */
const firstPauseSeconds = 0.25;

/** Lets so many milliseconds go by. */
export type Sleep = (milliseconds: number) => Promise<void>;

/**
 * Asks for a document, and again after faults of the moment. All tries and pauses have so many seconds together.
 *
 * @param attempt is to give up at its signal
 * @param sleep makes the pauses; tests have better things to do
 */
export async function retry(
  attempt: (signal: AbortSignal) => Promise<Uint8Array | Failure>,
  timeoutSeconds: number,
  sleep: Sleep = pauseFor,
): Promise<Uint8Array | Failure> {
  const end = performance.now() + timeoutSeconds * 1000;
  const signal = AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000));
  for (let tries = 1; ; tries += 1) {
    const result = await attempt(signal);
    if (result instanceof Uint8Array || !result.isTransient || tries === maximumTries) {
      return result;
    }
    const pause = 1000 * (result.waitSeconds ?? firstPauseSeconds * 2 ** (tries - 1));
    if (performance.now() + pause >= end) return result;
    await sleep(pause);
  }
}
