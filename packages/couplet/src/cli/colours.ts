import picocolors from 'picocolors';
import type { Streams } from './streams.ts';

export type Colours = ReturnType<typeof picocolors.createColors>;

/** Colours for standard error: on a terminal only, and none where NO_COLOR asks for that (no-color.org). */
export function coloursFor({ stderr, env }: Streams): Colours {
  const isWanted = (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return picocolors.createColors(isWanted && stderr.isTTY === true);
}
