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
  const constantOf = ({ group, version, kind }: PlacedKind): string =>
    constantNames(kinds.keysIn(group, version)).get(kind.key) ?? bindingName(kind.key);
  const text = printCalls(chain, {
    kind: constantOf,
    access: (name) => (propertyName(name) === name ? `.${name}` : `[${quote(name)}]`),
    variable: bindingName,
    list: (item) => `[${item}]`,
    object: (name, value) =>
      name === undefined ? `{ [key]: ${value} }` : `{ ${propertyName(name)}: ${value} }`,
  });
  const imports = chain.calls.map(({ at }) => {
    const path = `${folder}/${at.group}/${at.version}`;
    return `import { ${constantOf(at)} } from ${quote(path)};`;
  });
  return { text, imports: [...new Set(imports)] };
}
