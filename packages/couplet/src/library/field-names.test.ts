import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WantedNames } from './field-names.ts';
import { nameFields, UsualNames } from './field-names.ts';

function scalar(property: string): WantedNames {
  return { property, hasNamespace: false, hasSetter: true, hasAdder: false };
}

function list(property: string): WantedNames {
  return { property, hasNamespace: false, hasSetter: true, hasAdder: true };
}

function object(property: string): WantedNames {
  return { property, hasNamespace: true, hasSetter: false, hasAdder: false };
}

function keys(wanted: readonly WantedNames[]): Record<string, string | undefined> {
  const { names } = nameFields(wanted, new UsualNames());
  return Object.fromEntries(wanted.map(({ property }) => [property, names.get(property)?.key]));
}

describe('nameFields', () => {
  it('names a field by its property', () => {
    expect(nameFields([list('hosts')], new UsualNames()).names.get('hosts')).toEqual({
      key: 'hosts',
      argument: 'hosts',
      setter: 'withHosts',
      adder: 'withHostsMixin',
    });
  });

  it('gives the name to the property that is spelled like it', () => {
    const clash = { property: 'CIDR', usual: 'cidr', taken: 'CIDR' };
    expect(nameFields([scalar('CIDR'), scalar('cidr')], new UsualNames()).clashes).toEqual([clash]);
    expect(keys([scalar('CIDR'), scalar('cidr')])).toEqual({ CIDR: 'CIDR', cidr: 'cidr' });
  });

  it('spells out what only odd characters tell apart', () => {
    expect(keys([scalar('a.b'), scalar('a_b')])).toEqual({ 'a.b': 'a_x2e_b', a_b: 'a_b' });
  });

  it('keeps an object without a name from the documentation of the kind', () => {
    expect(keys([object('')])).toEqual({ '': '_' });
    expect(keys([scalar('')])).toEqual({ '': '' });
  });

  it('tells halves of characters apart, which are printed as one and the same', () => {
    expect(keys([scalar('\ud800'), scalar('\udc00')])).toEqual({
      '\ud800': '\ufffd',
      '\udc00': '_xdc00_',
    });
  });

  it('keeps a function that adds from one that sets', () => {
    const { names } = nameFields([list('x'), scalar('xMixin')], new UsualNames());
    expect(names.get('x')?.adder).toBe('withXMixin');
    expect(names.get('xMixin')?.setter).toBe('withXMixin_');
  });

  it('leaves the names that every kind has alone', () => {
    expect(keys([object('new'), object('mixin')])).toEqual({ new: 'new_', mixin: 'mixin_' });
    expect(keys([scalar('new'), scalar('mixin')])).toEqual({ new: 'new', mixin: 'mixin' });
  });

  it('keeps namespaces off the names of documentation lines', () => {
    expect(keys([object('#a')])).toEqual({ '#a': '_x23_a' });
  });

  const anyProperty = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[aAbB._$-]{0,4}$/),
    fc.constantFrom('new', 'mixin', '__proto__', 'constructor', 'withA', 'a', 'aMixin'),
  );
  const anyFields = fc.uniqueArray(
    fc.record({
      property: anyProperty,
      hasNamespace: fc.boolean(),
      hasSetter: fc.boolean(),
      hasAdder: fc.boolean(),
    }),
    { selector: ({ property }) => property, maxLength: 12 },
  );

  it('never gives one name twice', () => {
    fc.assert(
      fc.property(anyFields, (wanted) => {
        const { names } = nameFields(wanted, new UsualNames());
        const all = wanted.flatMap((wish) => {
          const chosen = names.get(wish.property);
          return [
            ...(wish.hasNamespace ? [chosen?.key] : []),
            ...(wish.hasSetter ? [chosen?.setter] : []),
            ...(wish.hasAdder ? [chosen?.adder] : []),
          ];
        });
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('does not depend on the order of the properties', () => {
    fc.assert(
      fc.property(anyFields, (wanted) => {
        expect(keys(wanted.toReversed())).toEqual(keys(wanted));
      }),
    );
  });
});
