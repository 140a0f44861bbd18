import { parseText } from './option-values.ts';

type FlagOption<Flags extends string> = readonly [flags: Flags, description: string];
type PathOption<Flags extends string> = readonly [...FlagOption<Flags>, (text: string) => string];

/** Of the commands that read sources and lock them. */
export const frozenOption: FlagOption<'--frozen'> = [
  '--frozen',
  'read nothing from a network that couplet.lock does not have',
];

/** Of the commands that download. */
export const cacheOption: PathOption<'--cache <folder>'> = [
  '--cache <folder>',
  'where downloads are kept (default: $XDG_CACHE_HOME/couplet)',
  parseText,
];

/** Of the commands that download. */
export const mirrorOption: PathOption<'--mirror <place>'> = [
  '--mirror <place>',
  'a folder or an address that stands for the internet',
  parseText,
];
