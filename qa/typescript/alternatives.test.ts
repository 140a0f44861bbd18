import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../packages/couplet/src/testing/pipeline.ts';
import { compilers, Workspace } from './workspace.ts';

const text = { type: 'string' };

function referTo(name: string): { readonly $ref: string } {
  return { $ref: `#/definitions/io.example.tea.v1.${name}` };
}

const cupDocument = openApi({
  'io.example.tea.v1.Shelf': {
    properties: {
      size: { oneOf: [{ type: 'integer' }, text] },
      holder: { oneOf: [referTo('Cup'), { type: 'array', items: referTo('Cup') }, text] },
      cups: { type: 'array', items: { anyOf: [referTo('Cup'), referTo('Tree')] } },
      both: { allOf: [referTo('Cup'), referTo('Saucer')] },
      pairs: { type: 'array', items: { allOf: [referTo('Cup'), referTo('Saucer')] } },
      colour: { ...text, allOf: [{ enum: ['Red', 'Blue'] }, { enum: ['Blue', 'Green'] }] },
      byName: { additionalProperties: { anyOf: [{ type: 'boolean' }, referTo('Tree')] } },
      open: { properties: { name: text }, oneOf: [{ required: ['name'] }, referTo('Saucer')] },
    },
  },
  'io.example.tea.v1.Cup': { properties: { name: text }, required: ['name'] },
  'io.example.tea.v1.Saucer': { properties: { width: { type: 'integer' } }, required: ['width'] },
  'io.example.tea.v1.Tree': { oneOf: [text, { type: 'array', items: referTo('Tree') }] },
});

const program = `import { compose } from '@couplet/runtime';
import { cup, shelf, saucer, type Shelf, type Tree } from '@couplet/openshift/cups/tea/v1';

const tree: Tree = ['a', ['b', ['c']]];
export const full = compose(
  shelf.withSize(1),
  shelf.withSize('Big'),
  shelf.withHolder(cup.withName('n')),
  shelf.withHolder([cup.withName('n'), { name: 'm' }]),
  shelf.withHolder('none'),
  shelf.withCups(cup.withName('n')),
  shelf.withCupsMixin([tree, { name: 'n' }]),
  shelf.withBoth({ name: 'n', width: 1 }),
  shelf.withPairs({ name: 'n', width: 1 }),
  shelf.withPairs([{ name: 'n', width: 1 }]),
  shelf.withColour('Blue'),
  shelf.withByName({ a: true, b: tree }),
  shelf.open.withName('n'),
);
export const literal: Shelf = { holder: [{ name: 'n' }], open: { name: 'n', width: 1 } };
export const others = [saucer.withWidth(1)];
// @ts-expect-error: it is a number or text
shelf.withSize(true);
// @ts-expect-error: one of both is missing
shelf.withBoth({ name: 'n' });
// @ts-expect-error: not all of the lists have it
shelf.withColour('Red');
// @ts-expect-error: a tree is not made of numbers
shelf.withCups([[1]]);
// @ts-expect-error: a saucer is no cup
shelf.withHolder(saucer.withWidth(1));
`;

describe('alternatives in a schema', () => {
  let workspace: Workspace;

  beforeAll(() => {
    workspace = new Workspace();
    workspace.addLibrary('cups', [cupDocument], /^io\.example\.tea/);
    workspace.write('program.ts', program);
    workspace.addLibrary('any', [openApi(randomDefinitions())], /^io\.example\.tea/);
  });

  afterAll(() => workspace.remove());

  it.each(compilers)('are what functions take, with $name', ({ path }) => {
    const include = ['program.ts', 'node_modules/@couplet/openshift/cups/**/*.d.ts'];
    expect(workspace.compile(path, include)).toBe('');
  });

  it.each(compilers)('of any form and in any circles compile with $name', ({ path }) => {
    const declarations = 'node_modules/@couplet/openshift/any/**/*.d.ts';
    expect(workspace.compile(path, [declarations])).toBe('');
  });
});

/** Definitions that refer to each other in all of the ways in which a schema can, few by few: so there are circles. */
function randomDefinitions(): Record<string, unknown> {
  const definitions = Array.from({ length: 60 }, (_, tray) => {
    const names = ['A', 'B', 'C', 'D', 'E'].map((name) => `Cup${name}${tray}`);
    const schemas = fc.sample(schemaOf(names), { numRuns: names.length, seed: tray });
    return names.map((name, index) => [name, schemas[index]] as const);
  }).flat();
  const properties = Object.fromEntries(definitions.map(([name]) => [name, referTo(name)]));
  return Object.fromEntries(
    [...definitions, ['Shelf', { properties }] as const].map(([name, schema]) => [
      `io.example.tea.v1.${name}`,
      schema,
    ]),
  );
}

function schemaOf(names: readonly string[]): fc.Arbitrary<unknown> {
  const plain = [{}, text, { type: 'integer' }, { enum: ['a', 1] }, { type: 'object' }];
  return fc.letrec((tie) => {
    const below = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
    const schema = tie('schema');
    return {
      schema: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(...plain, ...names.map(referTo)),
        below.map((oneOf) => ({ oneOf })),
        below.map((allOf) => ({ allOf })),
        fc.record({ anyOf: below, nullable: fc.boolean(), type: fc.constant('string') }),
        fc.record({ oneOf: below, anyOf: below, allOf: below }),
        fc.record({ items: schema, type: fc.constant('array'), anyOf: below }),
        fc.record({ additionalProperties: schema, allOf: below }),
        fc.record({ properties: fc.record({ a: schema, b: schema }), allOf: below }),
      ),
    };
  }).schema;
}
