import type { FieldPath } from '../api/field-path.ts';
import type { Call, CallChain } from '../library/calls.ts';

/** The syntax in which a language writes calls, and what stands in their arguments. */
export interface CallSyntax {
  /** The kind whose functions are called. */
  readonly kind: (at: Call['at']) => string;
  /** A namespace or function, behind what it is of. */
  readonly access: (name: string) => string;
  /** A variable for a value, by the name of what it is for. */
  readonly variable: (name: string) => string;
  readonly list: (item: string) => string;
  /** An object with one field; without a name, one whose name may be anything. */
  readonly object: (name: string | undefined, value: string) => string;
}

/**
 * Prints a chain of calls. An item of a list stands in the argument of the function that adds it, and what has no
 * function as plain data in the argument of the last one.
 */
export function printCalls(chain: CallChain, syntax: CallSyntax): string {
  const [innermost, ...outer] = chain.calls.toReversed();
  if (innermost === undefined) return '';
  let text = printCall(innermost, setterOf(innermost), syntax, () => printRest(chain, syntax));
  for (const call of outer) {
    const inner = text;
    text = printCall(call, adderOf(call), syntax, () => inner);
  }
  return text;
}

function setterOf({ members }: Call): string | undefined {
  const last = members.at(-1);
  return last?.kind === 'namespace' ? undefined : last?.name;
}

/** A list gets one item more, whatever else it has. */
function adderOf({ members }: Call): string | undefined {
  const field = members.at(-1)?.field;
  if (field === undefined || field.kind === 'object') return undefined;
  return field.kind === 'array' ? field.adder : field.setter;
}

function printCall(
  { at, members }: Call,
  functionName: string | undefined,
  { kind, access }: CallSyntax,
  argument: () => string,
): string {
  const namespaces = functionName === undefined ? members : members.slice(0, -1);
  const object = kind(at) + namespaces.map(({ name }) => access(name)).join('');
  return functionName === undefined ? object : `${object}${access(functionName)}(${argument()})`;
}

/** Prints what a chain of calls leaves as plain data: `{ matchLabels: { app: value } }`, or the variable alone. */
function printRest({ calls, rest }: CallChain, syntax: CallSyntax): string {
  const last = calls.at(-1)?.members.at(-1)?.field;
  let text = syntax.variable(lastProperty(rest) ?? last?.key ?? 'value');
  for (const step of rest.toReversed()) {
    if (step.kind === 'items') text = syntax.list(text);
    else text = syntax.object(step.kind === 'property' ? step.name : undefined, text);
  }
  return text;
}

function lastProperty(path: FieldPath): string | undefined {
  const names = path.flatMap((step) => (step.kind === 'property' ? [step.name] : []));
  return names.at(-1);
}
