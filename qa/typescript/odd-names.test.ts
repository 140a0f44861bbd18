import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilers, Workspace } from './workspace.ts';
import { teapotDocument } from './teapot.ts';

const program = `import { compose } from '@couplet/runtime';
import { import_, isTeapot, leaf, rack, string, type string_, type Patch, type Teapot, teapot, type TeapotSpec } from '@couplet/openshift/tea/tea/v1';

export const full = compose(
  teapot.new('pot'),
  teapot.metadata.withLabels({ app: 'tea' }),
  teapot.spec.withSize("Grandma's"),
  teapot.spec.withLids('Round'),
  teapot.spec.withLidsMixin(['Flat']),
  teapot.spec.withImport('i'),
  teapot.spec.withDefault('d'),
  teapot.spec.withNew('n'),
  teapot.spec.withReadonly('r'),
  teapot.spec['withX-Foo']('x'),
  teapot.spec.withA_b('ab'),
  teapot.spec.with$Ref('ref'),
  teapot.spec.constructor.withLeaf(leaf.withLeaves([])),
  teapot.spec.withToString('s'),
  teapot.spec.__proto__.withLeaf('p'),
  teapot.spec.withCidr('10.0.0.0/8'),
  teapot.spec.withPort(80),
  teapot.spec.withObject(teapot.new('inner')),
  teapot.spec.open.withName('o'),
  teapot.spec.withNone(null),
);
export const literal = {
  size: 'Big', import: 'i', default: 'd', 'x-foo': 'x', 'a.b': 'ab', $ref: 'ref', CIDR: 'c', port: 'http',
  constructor: { leaf: { leaves: [{}] } }, open: { name: 'n', other: 1 }, none: null, '': 'empty',
} satisfies TeapotSpec;
export const inRack = compose(rack.withTeapots(teapot.new('a')), rack.withTeapotsMixin({ spec: literal }), rack.teapot.withKind('Teapot'), rack.teapot.spec.withSize(''));
export const patches: [Patch, string_] = [{ name: 'p' }, { patches: { name: 'x' } }];
export const others = [import_.withName('i'), string.withName('s')];
export function sizeOf(manifest: unknown): TeapotSpec['size'] {
  return isTeapot(manifest) ? manifest.spec?.size : undefined;
}
export const again: Teapot = full;
`;

describe('a library with names that are hard to write', () => {
  let workspace: Workspace;

  beforeAll(() => {
    workspace = new Workspace();
    workspace.addLibrary('tea', [teapotDocument()], /^io\.example\.tea/);
    workspace.write('program.ts', program);
  });

  afterAll(() => workspace.remove());

  it.each(compilers)('compiles with $name', ({ path }) => {
    const include = ['program.ts', 'node_modules/@couplet/openshift/tea/**/*.d.ts'];
    expect(workspace.compile(path, include)).toBe('');
  });

  it.each(compilers)('takes the values of an enumeration only with $name', ({ path }) => {
    workspace.write(
      'wrong.ts',
      "import { teapot } from '@couplet/openshift/tea/tea/v1';\nteapot.spec.withSize('Huge');\nteapot.spec.withLids(['Round', 'Flt']);\n",
    );
    // The two compilers put the values in different orders.
    const [size, lids] = workspace.compile(path, ['wrong.ts']).split('\n');
    expect(size).toMatch(
      /^wrong\.ts\(2,22\): error TS2345: Argument of type '"Huge"' is not assignable to parameter of type '[^:]*"Big"/,
    );
    expect(lids).toMatch(
      /^wrong\.ts\(3,22\): error TS2345: Argument of type '.*"Flt".*' is not assignable to parameter of type '[^:]*"Flat"/,
    );
  });

  it('writes the manifest that it says', async () => {
    const { teapot, leaf, import_ } = await import(
      pathToFileURL(workspace.pathOf('tea/tea/v1.js')).href
    );
    expect(teapot.spec.with$Ref('r')).toEqual({ spec: { $ref: 'r' } });
    expect(teapot.spec.withA_b('r')).toEqual({ spec: { 'a.b': 'r' } });
    expect(teapot.spec.withCidr('r')).toEqual({ spec: { CIDR: 'r' } });
    expect(teapot.spec.constructor.withLeaf(leaf.withLeaves({}))).toEqual({
      spec: { constructor: { leaf: { leaves: [{}] } } },
    });
    expect(JSON.stringify(teapot.spec.__proto__.withLeaf('r'))).toBe(
      '{"spec":{"__proto__":{"leaf":"r"}}}',
    );
    expect(import_.withName('i')).toEqual({ name: 'i' });
  });
});
