import { jsonSchemaTarget } from './json-schema/target.ts';
import { jsonnetTarget } from './jsonnet/target.ts';
import { markdownTarget } from './markdown/target.ts';
import type { TargetOption } from './option.ts';
import type { Target } from './target.ts';
import { typeScriptTarget } from './typescript/target.ts';

/** Everything that Couplet generates, in the order in which it is shown and made. */
export const targets: readonly Target[] = [
  jsonnetTarget,
  markdownTarget,
  typeScriptTarget,
  jsonSchemaTarget,
];

/** What is generated if nobody says. */
export const defaultTargets: readonly Target[] = [jsonnetTarget, markdownTarget];

/** Returns the options of targets, each once. */
export function optionsOf(chosen: readonly Target[]): readonly TargetOption[] {
  const options = chosen.flatMap((target) => target.options);
  return [...new Map(options.map((option) => [option.name, option])).values()];
}
