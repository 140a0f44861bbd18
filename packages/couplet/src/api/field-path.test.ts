import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from './field-path.ts';
import { formatFieldPath, items, parseFieldPath, property, values } from './field-path.ts';

const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('*', '[]', '.', '', '"', '\\', 'a.b', '__proto__', '[0]', 'a]', '\n', '\ud800'),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  name.map(property),
  fc.constant(items),
  fc.constant(values),
);

describe('a path of fields', () => {
  it('is printed so that it is read again, whatever its names', () => {
    fc.assert(
      fc.property(fc.array(step), (path) => {
        expect(parseFieldPath(formatFieldPath(path))).toEqual(path);
      }),
    );
  });

  it.each([
    ['spec.rules[].host', [property('spec'), property('rules'), items, property('host')]],
    ['metadata.labels.*', [property('metadata'), property('labels'), values]],
    ['data["tls.crt"]', [property('data'), property('tls.crt')]],
    ['[][]', [items, items]],
    ['*.*', [values, values]],
    ['spec["*"]', [property('spec'), property('*')]],
    ['$ref.x-y', [property('$ref'), property('x-y')]],
    ['', []],
  ] as const)('reads and prints %s', (text, path) => {
    expect(parseFieldPath(text)).toEqual(path);
    expect(formatFieldPath(path)).toBe(text);
  });

  it.each(['spec..tls', 'spec.', '[', 'spec[0]', 'spec["a]', 'spec["\\x"]', 'a]b', '["a"b]'])(
    'is not %s',
    (text) => {
      expect(parseFieldPath(text)).toBeUndefined();
    },
  );

  it('may begin with a dot, as people write it', () => {
    expect(parseFieldPath('.spec.lid')).toEqual([property('spec'), property('lid')]);
  });
});
