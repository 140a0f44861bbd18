import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExpression, literal, objectOf } from '../testing/expression.ts';
import { teapot } from '../testing/tea-v1.js';
import { compose } from './compose.ts';
import { isPlainObject, marksOf } from './data.ts';

/** An object of one field that is added to what stands before it. */
function added(value: unknown, key = 'a'): object {
  return objectOf([{ key, isAdded: true, ...literal(value) }]).make();
}

/** All that a value is: its fields in the order of their names, and which of them are marked. */
function reveal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reveal);
  if (!isPlainObject(value)) return value;
  const marks = marksOf(value);
  return Object.keys(value)
    .sort()
    .map((key) => [key, marks?.has(key) === true, reveal(value[key])]);
}

/** Every object that a value is made of, marks included. */
function objectsIn(value: unknown): readonly object[] {
  if (value instanceof Map) return [value, ...[...value.values()].flatMap(objectsIn)];
  if (Array.isArray(value)) return [value, ...value.flatMap(objectsIn)];
  if (!isPlainObject(value)) return [];
  return [value, ...objectsIn(marksOf(value)), ...Object.values(value).flatMap(objectsIn)];
}

/** What a composition gives, or that it is impossible. */
function attempt(make: () => object): unknown {
  try {
    return reveal(make());
  } catch {
    return 'impossible';
  }
}

/** Expressions that can be evaluated. */
const possible = anyExpression.filter(({ make }) => attempt(make) !== 'impossible');

describe('compose', () => {
  it('replaces a plain field, and adds to a marked one', () => {
    const patched = compose(
      teapot.new('brown'),
      teapot.metadata.withLabels({ tea: 'assam' }),
      teapot.spec.withLid('Open'),
      teapot.spec.withLid('Closed'),
      teapot.spec.withKettles('first'),
      teapot.spec.withKettlesMixin(['second', 'third']),
      teapot.metadata.withLabelsMixin({ cup: 'blue' }),
    );
    expect(patched).toStrictEqual({
      apiVersion: 'tea.example.com/v1',
      kind: 'Teapot',
      metadata: { name: 'brown', labels: { tea: 'assam', cup: 'blue' } },
      spec: { lid: 'Closed', kettles: ['first', 'second', 'third'] },
    });
  });

  it('takes objects written by hand, whose fields replace', () => {
    const byHand = {
      apiVersion: 'tea.example.com/v1',
      kind: 'Teapot',
      spec: { lid: 'Open' },
    } as const;
    expect(compose(teapot.new('brown'), byHand, teapot.spec.withServings(4))).toStrictEqual({
      apiVersion: 'tea.example.com/v1',
      kind: 'Teapot',
      metadata: { name: 'brown' },
      spec: { lid: 'Open', servings: 4 },
    });
  });

  it('keeps a field marked as long as nothing replaces it', () => {
    const patch = compose(teapot.spec.withLid('Open'), teapot.spec.withServings(4));
    const cleared = compose<object>(patch, { spec: {} }, teapot.spec.withLid('Open'));
    const base = { spec: { default: 'water' } };
    expect(compose<object>(base, patch)).toStrictEqual({
      spec: { default: 'water', lid: 'Open', servings: 4 },
    });
    expect(compose<object>(base, cleared)).toStrictEqual({ spec: { lid: 'Open' } });
  });

  it('keeps the marks of objects in fields and in lists', () => {
    const addition = compose<object>(teapot.spec.additions.leaf.withWeight(2));
    const patch = compose<{ list?: object[] }>({ list: [addition] });
    expect(compose<object>({ leaf: { kind: 'mint' } }, patch.list?.[0] ?? {})).toStrictEqual({
      leaf: { kind: 'mint', weight: 2 },
    });
  });

  it('adds numbers and texts in the order of the parts, however they are grouped', () => {
    const parts = [{ a: 'pot ' }, added(1), added(2), added(' of 0.5')] as const;
    const [first, ...rest] = parts;
    const [second, ...others] = rest;
    expect(compose<object>(first, ...rest)).toEqual({ a: 'pot 12 of 0.5' });
    expect(compose<object>(first, compose(second, ...others))).toEqual({ a: 'pot 12 of 0.5' });
    expect(compose(second, ...others)).toEqual({ a: '3 of 0.5' });
  });

  it('is associative', () => {
    const four = fc.tuple(anyExpression, anyExpression, anyExpression, anyExpression);
    fc.assert(
      fc.property(four, (expressions) => {
        const make = (): [object, object, object, object] => {
          const [a, b, c, d] = expressions;
          return [a.make(), b.make(), c.make(), d.make()];
        };
        const inOrder = attempt(() => {
          const [a, b, c, d] = make();
          return compose(compose(compose(a, b), c), d);
        });
        const fromTheEnd = attempt(() => {
          const [a, b, c, d] = make();
          return compose(a, compose(b, compose(c, d)));
        });
        expect(attempt(() => compose(...make()))).toEqual(inOrder);
        // Grouped in one way, a sum may be met that the other way never makes.
        fc.pre(inOrder !== 'impossible' && fromTheEnd !== 'impossible');
        expect(fromTheEnd).toEqual(inOrder);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same with nothing before or behind', () => {
    fc.assert(
      fc.property(possible, ({ make }) => {
        expect(reveal(compose({}, make()))).toEqual(reveal(make()));
        expect(reveal(compose(make(), {}))).toEqual(reveal(make()));
      }),
    );
  });

  it('neither changes its arguments nor shares anything with them', () => {
    fc.assert(
      fc.property(possible, possible, (left, right) => {
        const parts = [left.make(), right.make()] as const;
        fc.pre(attempt(() => compose(...parts)) !== 'impossible');
        const before = structuredClone(parts.map(objectsIn));
        const sum = compose(...parts);
        const own = new Set(parts.flatMap(objectsIn));
        expect(objectsIn(sum).filter((object) => own.has(object))).toEqual([]);
        // Whatever is kept for later sums belongs to the first sum only.
        attempt(() => compose(sum, ...parts));
        expect(parts.map(objectsIn)).toEqual(before);
      }),
    );
  });

  it('takes __proto__ for a field like any other', () => {
    const hostile: unknown = JSON.parse(
      '{ "__proto__": { "polluted": true }, "constructor": { "prototype": {} } }',
    );
    const result = compose<object>(
      {},
      isPlainObject(hostile) ? hostile : {},
      added({ more: 1 }, '__proto__'),
    );
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(JSON.stringify(result)).toBe(
      '{"__proto__":{"polluted":true,"more":1},"constructor":{"prototype":{}}}',
    );
    expect('polluted' in {}).toBe(false);
  });
});

describe('the errors of compose', () => {
  it('name the path and what cannot be added', () => {
    const patch = teapot.spec.leaf.withWeight(2);
    const compositions: readonly (readonly [object, object, string])[] = [
      [{ spec: { leaf: 'mint' } }, patch, 'spec.leaf: cannot add an object to a string'],
      [{ spec: ['mint'] }, patch, 'spec: cannot add an object to an array'],
      [{ spec: null }, patch, 'spec: cannot add an object to null'],
      [{ a: 1 }, added(null), 'a: cannot add null to a number'],
      [{ a: true }, added(true), 'a: cannot add a boolean to a boolean'],
      [{ a: {} }, added('x'), 'a: cannot add a string to an object'],
      [{ a: 'x' }, added([]), 'a: cannot add an array to a string'],
      [{ a: undefined }, added('x'), 'a: cannot add a string to undefined'],
      [{ a: new Date(0) }, added({}), 'a: cannot add an object to an instance of a class'],
      [{ 'x/y': {} }, added(1, 'x/y'), '["x/y"]: cannot add a number to an object'],
    ];
    for (const [base, part, message] of compositions) {
      expect(() => compose<object>(base, part)).toThrow(new Error(message));
    }
  });

  it('name the part that is no object', () => {
    const parsed: object = JSON.parse('null');
    expect(() => compose<object>({}, parsed)).toThrow(
      new Error('compose: part 2 is null, not an object'),
    );
    expect(() => compose<object>([])).toThrow(
      new Error('compose: part 1 is an array, not an object'),
    );
  });

  it('come at once, even if a later part would replace the value', () => {
    expect(() => compose<object>({ a: 1 }, added({}), { a: 2 })).toThrow(
      'a: cannot add an object to a number',
    );
  });

  it('name where an object contains itself', () => {
    const endless: { spec: { self?: object } } = { spec: {} };
    endless.spec.self = endless;
    expect(() => compose(endless)).toThrow(
      /^spec\.self\.spec\.self\..*…: nested more than 1000 levels deep, or contains itself$/,
    );
  });
});

describe('what is no JSON', () => {
  it('is passed on by compose as it is', () => {
    const date = new Date(0);
    const result = compose({ date, missing: undefined, call: compose });
    expect(result.date).toBe(date);
    expect(result.call).toBe(compose);
    expect(Object.keys(result)).toEqual(['date', 'missing', 'call']);
  });
});
