import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { TargetOption, TargetOptionValues } from '../../target/option.ts';
import { optionsOf, targets } from '../../target/targets.ts';

/** Adds to a command what can be chosen of the targets. */
export function addTargetOptions(command: CommandUnknownOpts): void {
  for (const option of optionsOf(targets)) command.addOption(toCommandOption(option));
}

/** Choices of a command line among the targets. */
export function targetOptionsOf(command: CommandUnknownOpts): TargetOptionValues {
  const values = optionsOf(targets).flatMap((option): [string, string | boolean][] => {
    const value: unknown = command.getOptionValue(toCommandOption(option).attributeName());
    return typeof value === 'string' || typeof value === 'boolean' ? [[option.name, value]] : [];
  });
  return Object.fromEntries(values);
}

/** The text of the help about the targets. */
export function targetHelp(): string {
  const width = Math.max(...targets.map(({ name }) => name.length));
  const lines = targets.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `\nTargets:\n${lines.join('')}`;
}

function toCommandOption(option: TargetOption): Option {
  if (option.kind === 'flag') return new Option(`--${option.name}`, option.description);
  const { findFault } = option;
  return new Option(`--${option.name} <${option.placeholder}>`, option.description)
    .default(option.default)
    .argParser((text) => {
      const fault = findFault(text);
      if (fault !== undefined) throw new InvalidArgumentError(fault);
      return text;
    });
}
