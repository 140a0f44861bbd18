export type { Diagnostic } from './diagnostic/diagnostics.ts';
export { Diagnostics } from './diagnostic/diagnostics.ts';
