// For programs that run Couplet: the same commands, with streams of the caller's.
export { main } from './cli/main.ts';
export { exitCodes } from './cli/streams.ts';
export type { Streams } from './cli/streams.ts';
