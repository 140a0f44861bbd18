import type { CallChain } from '../../library/calls.ts';
import { argumentName } from '../../library/names.ts';
import { printCalls } from '../call-text.ts';
import { fieldName, quote } from './syntax.ts';

/**
 * Prints calls as a Jsonnet program writes them: `o.route.v1.route.spec.withHost(host)`.
 *
 * @param localName what the program calls the library
 */
export function printJsonnetCalls(chain: CallChain, localName: string): string {
  return printCalls(chain, {
    kind: ({ group, version, kind }) => localName + [group, version, kind.key].map(access).join(''),
    access,
    variable: argumentName,
    list: (item) => `[${item}]`,
    object: (name, value) =>
      name === undefined ? `{ [key]: ${value} }` : `{ ${fieldName(name)}: ${value} }`,
  });
}

function access(name: string): string {
  return fieldName(name) === name ? `.${name}` : `[${quote(name)}]`;
}
