import fc from 'fast-check';
import { compose } from '../src/compose.ts';
import type { Marks } from '../src/data.ts';
import { isPlainObject, setField, setMarks } from '../src/data.ts';

/** An object of Jsonnet that is made of plain and `+:` fields, sums, and fields of such: its text, and what it is here. */
export interface Expression {
  readonly jsonnet: string;
  /** Makes it anew. Throws where `compose` does. */
  readonly make: () => object;
}

interface Value {
  readonly jsonnet: string;
  readonly make: () => unknown;
}

interface Field extends Value {
  readonly key: string;
  readonly isAdded: boolean;
}

/** An object, some of whose fields are added to what stands before them. */
export function objectOf(fields: readonly Field[]): Expression {
  const unique = [...new Map(fields.map((field) => [field.key, field])).values()];
  const text = unique.map(
    ({ key, isAdded, jsonnet }) => `${JSON.stringify(key)}${isAdded ? '+' : ''}: ${jsonnet}`,
  );
  const marks: Marks = new Map(
    unique.filter(({ isAdded }) => isAdded).map(({ key }) => [key, true]),
  );
  const make = (): object => {
    const object = {};
    for (const { key, make: makeValue } of unique) setField(object, key, makeValue());
    if (marks.size > 0) setMarks(object, new Map(marks));
    return object;
  };
  return { jsonnet: `{ ${text.join(', ')} }`, make };
}

export function sumOf(parts: readonly [Expression, ...Expression[]]): Expression {
  const [first, ...rest] = parts;
  return {
    jsonnet: `(${parts.map(({ jsonnet }) => jsonnet).join(' + ')})`,
    make: () => compose<object>(first.make(), ...rest.map(({ make }) => make())),
  };
}

export function literal(value: unknown): Value {
  return { jsonnet: JSON.stringify(value), make: () => structuredClone(value) };
}

export function arrayOf(items: readonly Value[]): Value {
  return {
    jsonnet: `[${items.map(({ jsonnet }) => jsonnet).join(', ')}]`,
    make: () => items.map(({ make }) => make()),
  };
}

/** The object in a field of another one, with the marks that it has there. */
function selectionOf({ jsonnet, make }: Expression, key: string): Expression {
  return {
    jsonnet: `({ ${JSON.stringify(key)}: {} } + ${jsonnet})[${JSON.stringify(key)}]`,
    make: () => {
      const base = {};
      setField(base, key, {});
      const field: unknown = Object.entries(compose<object>(base, make())).find(
        ([name]) => name === key,
      )?.[1];
      if (!isPlainObject(field)) throw new Error('the field holds no object');
      return field;
    },
  };
}

const addable = fc
  .oneof(
    fc.integer({ min: -1000, max: 1000 }),
    // JSON writes no negative zero, so there shall be none.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.string({ maxLength: 4, unit: 'grapheme' }),
  )
  .map(literal);

const anyScalar = fc.oneof(addable, fc.constantFrom(true, false, null).map(literal));

/** The keys say what the fields hold, so that most sums are possible; `any` holds anything. */
const objectKeys = ['spec', '__proto__', 'constructor'] as const;

const { object } = fc.letrec<{ object: Expression; value: Value; array: Value; field: Field }>(
  (tie) => {
    const field = (keys: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<Field> =>
      fc
        .tuple(fc.constantFrom(...keys), fc.boolean(), value)
        .map(([key, isAdded, { jsonnet, make }]) => ({ key, isAdded, jsonnet, make }));
    return {
      object: fc.array(tie('field'), { maxLength: 4, depthIdentifier: 'object' }).map(objectOf),
      value: fc.oneof({ maxDepth: 3 }, anyScalar, tie('array'), tie('object')),
      array: fc.array(tie('value'), { maxLength: 3, depthIdentifier: 'object' }).map(arrayOf),
      field: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'object' },
        field(['amount', 'text'], addable),
        field(['list'], tie('array')),
        field(objectKeys, tie('object')),
        field(['any'], tie('value')),
      ),
    };
  },
);

/** Objects whose fields may be added to, sums of them in any grouping, and objects in their fields. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>(
  (tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      object,
      fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(sumOf),
      fc.tuple(tie('expression'), tie('expression')).map(sumOf),
      fc
        .tuple(tie('expression'), fc.constantFrom(...objectKeys))
        .map(([expression, key]) => selectionOf(expression, key)),
    ),
  }),
).expression;
