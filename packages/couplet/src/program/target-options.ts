import type { TargetOption, TargetOptionValues } from '../target/option.ts';
import type { Target } from '../target/target.ts';
import { optionsOf, targets } from '../target/targets.ts';

/**
 * Checks values for the options of targets, as a command line does its own.
 *
 * @param chosen the targets that are generated; options of Couplet's others are passed over
 * @throws {RangeError} where there is no such option, or its value is not one that it takes
 */
export function checkTargetOptions(values: TargetOptionValues, chosen: readonly Target[]): void {
  const options = new Map(
    [...optionsOf(targets), ...optionsOf(chosen)].map((option) => [option.name, option]),
  );
  for (const [name, value] of Object.entries(values)) {
    const option = options.get(name);
    if (option === undefined)
      throw new RangeError(`no target has an option ${JSON.stringify(name)}`);
    const fault = faultOf(option, value);
    if (fault !== undefined) throw new RangeError(`the option ${name}: ${fault}`);
  }
}

function faultOf(option: TargetOption, value: unknown): string | undefined {
  if (option.kind === 'flag') return typeof value === 'boolean' ? undefined : 'it is true or false';
  return typeof value === 'string' ? option.findFault(value) : 'it is a text';
}
