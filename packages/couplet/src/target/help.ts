import { goQuote } from './quote.ts';

/** The text of the published libraries behind the help of every function that adds. */
export const mixinNote = '\n\n**Note:** This function appends passed data to existing values';

/** A description as the published libraries show it: quoted, or nothing where there is none. */
export function helpOf(description: string | undefined): string {
  return description === undefined || description === '' ? '' : goQuote(description);
}

/** The text of the published libraries about `new`. */
export function newFunctionHelp(kindName: string): string {
  return `new returns an instance of ${kindName}`;
}
