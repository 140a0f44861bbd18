import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateAll, hasJsonnet, ifSkipped, printed } from '../testing/jsonnet.ts';
import { leaf, shelf, tasting, teapot } from '../testing/tea-v1.js';
import { compose } from './compose.ts';
import { isPlainObject } from './data.ts';

const library = "local tea = import 'tea.libsonnet';\n";

/** A function of the library: its Jsonnet text, and what it is here. */
interface LibraryFunction {
  readonly name: string;
  readonly text: string;
  readonly call: (argument: unknown) => object;
}

/** A value, such as an argument or what a call gives: its Jsonnet text, and what it is here. */
interface Value {
  readonly text: string;
  readonly made: unknown;
}

/** All functions below a namespace, but those that build an item, which are another root's. */
function functionsBelow(namespace: object, text: string): readonly LibraryFunction[] {
  return Object.keys(namespace).flatMap((name) => {
    const member: unknown = Reflect.get(namespace, name);
    const memberText = `${text}[${JSON.stringify(name)}]`;
    if (typeof member === 'function') {
      return [{ name, text: memberText, call: (argument: unknown) => member(argument) }];
    }
    return isPlainObject(member) && name !== 'additions' ? functionsBelow(member, memberText) : [];
  });
}

const roots = [
  { namespace: teapot, text: 'tea.teapot' },
  { namespace: leaf, text: 'tea.leaf' },
  { namespace: shelf, text: 'tea.shelf' },
  { namespace: tasting, text: 'tea.tasting' },
].map(({ namespace, text }) => functionsBelow(namespace, text));

function literal(value: unknown): Value {
  return { text: JSON.stringify(value), made: value };
}

const string = fc.string({ maxLength: 5 });
const strings = fc.oneof(string, fc.array(string, { maxLength: 3 }));
const map = fc.dictionary(fc.constantFrom('app', 'tier', '__proto__', 'constructor'), string);

const item: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ name: string, tags: fc.array(string) }).map(literal),
  calls(functionsBelow(teapot.spec.additions, 'tea.teapot.spec.additions')),
);

const items: fc.Arbitrary<Value> = fc.oneof(
  item,
  fc.array(item, { maxLength: 3 }).map((values) => ({
    text: `[${values.map(({ text }) => text).join(', ')}]`,
    made: values.map(({ made }) => made),
  })),
);

/** What fits a function, by its name. */
function argumentFor(name: string): fc.Arbitrary<Value> {
  if (name.startsWith('withAdditions')) return items;
  if (/^with(Annotations|Labels|Notes|A > B: C\*)/.test(name)) return map.map(literal);
  if (/^with(Finalizers|Kettles|Tags)/.test(name)) return strings.map(literal);
  return string.map(literal);
}

function callOf({ name, text, call }: LibraryFunction): fc.Arbitrary<Value> {
  return argumentFor(name).map((argument) => ({
    // Only a constructor can have no parameter.
    text: text === 'tea.tasting["new"]' ? `${text}()` : `${text}(${argument.text})`,
    made: call(argument.made),
  }));
}

/** A call of any of the functions. */
function calls(functions: readonly LibraryFunction[]): fc.Arbitrary<Value> {
  return fc.oneof(...functions.map(callOf));
}

function sumOf(parts: readonly Value[]): Value {
  const [first = {}, ...rest] = parts.map(({ made }) => made).filter(isPlainObject);
  return {
    text: parts.map(({ text }) => text).join(' + '),
    made: compose<object>(first, ...rest),
  };
}

/** The values as they are here and as they are in Jsonnet, each with its text to tell what differs. */
function evaluate(values: readonly Value[]): { here: unknown; inJsonnet: unknown } {
  const texts = values.map(({ text }) => text);
  const results = evaluateAll(texts, library);
  return {
    here: values.map(({ text, made }) => ({ text, value: printed(made) })),
    inJsonnet: texts.map((text, index) => ({ text, value: results[index] })),
  };
}

describe.skipIf(!hasJsonnet)(`the functions, compared with Jsonnet${ifSkipped}`, () => {
  it('gives the same for each function, alone and with another call of itself and of any', () => {
    const pairs = roots.flatMap((functions) =>
      functions.flatMap((each) => {
        const pair = fc.tuple(callOf(each), fc.oneof(callOf(each), calls(functions)));
        return fc.sample(pair, { numRuns: 8, seed: 3 });
      }),
    );
    const values = pairs.flatMap(([one, other]) => [one, sumOf([one, other]), sumOf([other, one])]);
    const { here, inJsonnet } = evaluate(values);
    expect(here).toEqual(inJsonnet);
  });

  it('gives the same for random compositions', () => {
    const compositions = fc.oneof(
      ...roots.map((functions) => fc.array(calls(functions), { minLength: 1, maxLength: 9 })),
    );
    const { here, inJsonnet } = evaluate(
      fc.sample(compositions.map(sumOf), { numRuns: 3000, seed: 3 }),
    );
    expect(here).toEqual(inJsonnet);
  });
});
