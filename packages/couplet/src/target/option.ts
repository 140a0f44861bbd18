import { ownValue } from '../json/object.ts';

interface OptionBase {
  /** What users call it, without the hyphens in front: `doc-util`. */
  readonly name: string;
  readonly description: string;
}

/** An option that is given or not: `--slim`. */
export interface FlagOption extends OptionBase {
  readonly kind: 'flag';
}

/** An option with a text: `--package <name>`. */
export interface TextOption extends OptionBase {
  readonly kind: 'text';
  /** What the help calls the text. */
  readonly placeholder: string;
  readonly default: string;
  /** Tells what is wrong with a text, in a sentence. */
  readonly findFault: (text: string) => string | undefined;
}

/** Something that users can choose of a target. */
export type TargetOption = FlagOption | TextOption;

/** What was chosen, by the names of the options; what is absent has its default. */
export type TargetOptionValues = Readonly<Record<string, string | boolean>>;

/** Whether a flag is given. */
export function isGiven({ name }: FlagOption, values: TargetOptionValues): boolean {
  return ownValue(values, name) === true;
}

/** The text of an option: what was chosen, else its default. */
export function textOf(option: TextOption, values: TargetOptionValues): string {
  const value = ownValue(values, option.name);
  return typeof value === 'string' ? value : option.default;
}

/** Of all targets that have texts which nothing depends on. */
export const slimOption: FlagOption = {
  kind: 'flag',
  name: 'slim',
  description: 'leave out what only documents: lines of Jsonnet files, texts of JSON Schemas',
};
