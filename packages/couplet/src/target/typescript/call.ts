import type { CallChain } from '../../library/calls.ts';
import type { PlacedKind, PlacedKinds } from '../../library/placed-kinds.ts';
import { bindingName, constantNames } from '../../types/names.ts';
import { printCalls } from '../call-text.ts';
import { propertyName, quote } from './syntax.ts';

/** Calls as a TypeScript program writes them. */
export interface TypeScriptCalls {
  /** `route.spec.withHost(host)`. */
  readonly text: string;
  /** The imports that it needs, each a statement. */
  readonly imports: readonly string[];
}

/**
 * Prints calls as a TypeScript program writes them.
 *
 * @param folder the npm package of the library with its label: `@couplet/openshift/4.20`
 */
export function printTypeScriptCalls(
  chain: CallChain,
  kinds: PlacedKinds,
  folder: string,
): TypeScriptCalls {
  const constants = constantsOf(chain, kinds);
  const constantOf = (at: PlacedKind): string =>
    constants.get(at)?.name ?? bindingName(at.kind.key);
  const text = printCalls(chain, {
    kind: constantOf,
    access: (name) => (propertyName(name) === name ? `.${name}` : `[${quote(name)}]`),
    variable: bindingName,
    list: (item) => `[${item}]`,
    object: (name, value) =>
      name === undefined ? `{ [key]: ${value} }` : `{ ${propertyName(name)}: ${value} }`,
  });
  const imports = [...constants].map(([at, { exported, name }]) => {
    const path = `${folder}/${at.group}/${at.version}`;
    const constant = name === exported ? name : `${exported} as ${name}`;
    return `import { ${constant} } from ${quote(path)};`;
  });
  return { text, imports };
}

/** The names of a kind: what a module calls it, and what a program does. */
interface Constant {
  readonly exported: string;
  readonly name: string;
}

/** The constants of the kinds in a chain; of two that modules call alike, the second gets a number. */
function constantsOf(chain: CallChain, kinds: PlacedKinds): ReadonlyMap<PlacedKind, Constant> {
  const constants = new Map<PlacedKind, Constant>();
  const taken = new Set<string>();
  for (const { at } of chain.calls) {
    if (constants.has(at)) continue;
    const { group, version, kind } = at;
    const names = constantNames(kinds.keysIn(group, version));
    const exported = names.get(kind.key) ?? bindingName(kind.key);
    let name = exported;
    for (let number = 2; taken.has(name); number++) name = `${exported}${number}`;
    taken.add(name);
    constants.set(at, { exported, name });
  }
  return constants;
}
