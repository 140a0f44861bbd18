import { describe, expect, it } from 'vitest';
import { customResource } from '../../testing/openshift.ts';
import { documentOf, openApi } from '../../testing/pipeline.ts';
import { typeScriptFiles } from '../../testing/types.ts';

const text = { type: 'string' };
const served = (kind: string): object => ({
  'x-kubernetes-group-version-kind': [{ group: 'tea.io', version: 'v1', kind }],
});

const teapot = {
  description: 'Brews tea.',
  required: ['metadata', 'spec'],
  properties: {
    apiVersion: text,
    kind: text,
    metadata: { $ref: '#/definitions/io.shelf.meta.v1.Label' },
    spec: {
      description: 'Desired state.',
      properties: {
        size: { type: 'string', enum: ['Big', 'Small'], default: 'Big' },
        leaves: { type: 'array', items: text, description: 'Leaves to use.' },
        lids: { type: 'array', items: { properties: { CIDR: text } } },
        notes: { type: 'object', additionalProperties: text },
        cups: { type: 'array', items: { $ref: '#/definitions/io.tea.v1.Cup' } },
      },
    },
    status: { properties: { full: { type: 'boolean' } } },
  },
  ...served('Teapot'),
};

const definitions = {
  'io.shelf.meta.v1.Label': { properties: { name: text } },
  'io.tea.v1.Teapot': teapot,
  'io.tea.v1.Cup': { properties: { import: text, 'x-foo': text } },
};

function module(path: string, changes: Record<string, unknown> = {}): string | undefined {
  const documents = [openApi({ ...definitions, ...changes })];
  return typeScriptFiles(documents, /^io\.tea\./).get(`typescript/1.0/${path}`);
}

describe('emitTypeScript', () => {
  it('writes a package with two files for each group and version', () => {
    const files = typeScriptFiles([openApi(definitions)], /^io\.tea\./);
    expect([...files.keys()]).toEqual([
      'typescript/package.json',
      'typescript/1.0/meta/v1.js',
      'typescript/1.0/meta/v1.d.ts',
      'typescript/1.0/tea/v1.js',
      'typescript/1.0/tea/v1.d.ts',
    ]);
    expect(JSON.parse(files.get('typescript/package.json') ?? '')).toEqual({
      name: '@example/tea',
      version: '1.2.3',
      type: 'module',
      sideEffects: false,
      exports: {
        './*': { types: './*.d.ts', default: './*.js' },
        './package.json': './package.json',
      },
      dependencies: { '@couplet/runtime': '^0.1.0' },
    });
  });

  it('declares data, functions and constants', () => {
    const lines = module('tea/v1.d.ts')?.split('\n') ?? [];
    const start = lines.findIndex((line) => line.includes('Brews tea.'));
    expect(lines.slice(0, 2)).toEqual([
      "import type { OneOrMany as OneOrMany$, Patch as Patch$ } from '@couplet/runtime';",
      "import type { Label, LabelFields } from '../meta/v1.js';",
    ]);
    expect(lines.slice(start).join('\n')).toBe(
      `/** Brews tea. */
export interface Teapot {
  apiVersion: 'tea.io/v1';
  kind: 'Teapot';
  metadata: Label;
  /** Desired state. */
  spec: TeapotSpec;
  status?: TeapotStatus;
}
export interface TeapotFields<Root$> {
  readonly metadata: LabelFields<Root$>;
  /** Desired state. */
  readonly spec: TeapotSpecFields<Root$>;
}
export interface TeapotKind extends TeapotFields<Teapot> {
  /** Makes a Teapot: its apiVersion and kind, with a name. */
  "new"(name: string): Teapot;
}
/** Brews tea. */
export declare const teapot: TeapotKind;
/** Whether a value has the apiVersion and kind of a Teapot. */
export declare function isTeapot(value: unknown): value is Teapot;
export interface TeapotSpec {
  cups?: Cup[];
  /** Leaves to use. */
  leaves?: string[];
  lids?: TeapotSpecLids[];
  notes?: { [key: string]: string };
  /** Default: \`"Big"\`. */
  size?: 'Big' | 'Small';
}
export interface TeapotSpecFields<Root$> {
  withCups(cups: OneOrMany$<Cup>): Patch$<Root$>;
  /** Adds to what is there. */
  withCupsMixin(cups: OneOrMany$<Cup>): Patch$<Root$>;
  /** Leaves to use. */
  withLeaves(leaves: string | readonly string[]): Patch$<Root$>;
  /** Adds to what is there. Leaves to use. */
  withLeavesMixin(leaves: string | readonly string[]): Patch$<Root$>;
  withLids(lids: OneOrMany$<TeapotSpecLids>): Patch$<Root$>;
  /** Adds to what is there. */
  withLidsMixin(lids: OneOrMany$<TeapotSpecLids>): Patch$<Root$>;
  readonly lids: TeapotSpecLidsFields<TeapotSpecLids>;
  withNotes(notes: { [key: string]: string }): Patch$<Root$>;
  /** Adds to what is there. */
  withNotesMixin(notes: { [key: string]: string }): Patch$<Root$>;
  /** Default: \`"Big"\`. */
  withSize(size: 'Big' | 'Small'): Patch$<Root$>;
}
export interface TeapotSpecLids {
  CIDR?: string;
}
export interface TeapotSpecLidsFields<Root$> {
  withCidr(cidr: string): Patch$<Root$>;
}
export interface TeapotStatus {
  full?: boolean;
}
`,
    );
  });

  it('writes the code as a table, with calls that a bundler may leave out', () => {
    expect(module('tea/v1.js')).toBe(
      `import { definition as definition$, isKind as isKind$, kind as kind$ } from '@couplet/runtime';
import { table$ as table0$ } from '../meta/v1.js';
export const table$ = {
  imports: [() => table0$],
  rows: {
    Cup: ['import', ['x-foo', 'x-foo', 'withX-Foo', '']],
    Teapot: 'apiVersion! kind! metadata>0:Label spec>TeapotSpec',
    TeapotSpec: 'cups* leaves* lids*TeapotSpecLids notes+ size',
    TeapotSpecLids: ['', ['CIDR', 'cidr', 'withCidr', '']],
  },
};
export const cup = /*#__PURE__*/ definition$(table$, 'Cup');
export const teapot = /*#__PURE__*/ kind$(table$, 'Teapot', 'tea.io/v1');
export const isTeapot = /*#__PURE__*/ isKind$('tea.io/v1', 'Teapot');
`,
    );
    expect(module('meta/v1.js')).toBe(
      "export const table$ = {\n  rows: {\n    Label: 'name',\n  },\n};\n",
    );
  });

  it('declares under names of their own what another module has, too', () => {
    const both = {
      'io.tea.v1.Teapot': { properties: { lid: { $ref: '#/definitions/io.shelf.a.v1.Lid' } } },
      'io.tea.v1.Lid': { properties: { other: { $ref: '#/definitions/io.shelf.b.v1.Lid' } } },
      'io.shelf.a.v1.Lid': { properties: { name: text } },
      'io.shelf.b.v1.Lid': { type: 'object', additionalProperties: text },
    };
    const declarations = module('tea/v1.d.ts', both);
    expect(declarations).toContain(
      "import type { Lid as Lid$a_v1, LidFields as LidFields$a_v1 } from '../a/v1.js';\n" +
        "import type { Lid as Lid$b_v1 } from '../b/v1.js';\n",
    );
    expect(declarations).toContain('  lid?: Lid$a_v1;\n');
    expect(declarations).toContain('  other?: Lid$b_v1;\n');
    expect(module('b/v1.js', both)).toBe('export {};\n');
    expect(module('b/v1.d.ts', both)).toBe('export type Lid = { [key: string]: string };\n');
  });

  it('has no name in `new` where there is no metadata, and marks kinds of the whole cluster', () => {
    const review = { properties: { apiVersion: text }, ...served('Review') };
    const code = module('tea/v1.js', { 'io.tea.v1.Review': review });
    expect(code).toContain("namelessKind$(table$, 'Review', 'tea.io/v1');");
    expect(module('tea/v1.d.ts', { 'io.tea.v1.Review': review })).toContain(
      '  /** Makes a Review: its apiVersion and kind. */\n  "new"(): Review;\n',
    );
    const crd = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      spec: {
        group: 'tea.io',
        scope: 'Cluster',
        names: { kind: 'Kettle' },
        versions: [{ name: 'v1', schema: { openAPIV3Schema: { type: 'object' } } }],
      },
    };
    const [document] = [{ ...openApi({}), value: crd }];
    expect(typeScriptFiles([document]).get('typescript/1.0/tea/v1.js')).toContain(
      "clusterKind$(table$, 'Kettle', 'tea.io/v1');",
    );
  });

  it('names the kind where the type is called otherwise', () => {
    const pot = { properties: { apiVersion: text }, ...served('Tea-Pot') };
    const code = module('tea/v1.js', { 'io.tea.v1.Pot': pot });
    expect(code).toContain("namelessKind$(table$, 'Pot', 'tea.io/v1', 'Tea-Pot');");
    expect(code).toContain("isKind$('tea.io/v1', 'Tea-Pot');");
  });

  it('tells a kind from the same kind in another object', () => {
    const shelf = { properties: { pot: { $ref: '#/definitions/io.tea.v1.Teapot' } } };
    const declarations = module('tea/v1.d.ts', { 'io.tea.v1.Shelf': shelf });
    expect(declarations).toContain('  pot?: TeapotEmbedded;\n');
    expect(declarations).toContain('  readonly pot: TeapotEmbeddedFields<Root$>;\n');
    expect(declarations).toContain(
      "export interface TeapotEmbedded {\n  apiVersion?: 'tea.io/v1';\n  kind?: 'Teapot';\n  metadata: Label;\n",
    );
    expect(declarations).toContain(
      "export interface Teapot extends TeapotEmbedded {\n  apiVersion: 'tea.io/v1';\n  kind: 'Teapot';\n}\n",
    );
    expect(declarations).toContain(
      'export interface TeapotEmbeddedFields<Root$> extends TeapotFields<Root$> {\n' +
        '  withApiVersion(apiVersion: string): Patch$<Root$>;\n' +
        '  withKind(kind: string): Patch$<Root$>;\n}\n',
    );
  });

  it('writes alternatives as TypeScript does', () => {
    const cup = { $ref: '#/definitions/io.tea.v1.Cup' };
    const label = { $ref: '#/definitions/io.shelf.meta.v1.Label' };
    const cups = { type: 'array', items: cup };
    const choice = { oneOf: [cup, text, { ...cups, nullable: true }] };
    const both = { allOf: [cup, { anyOf: [cup, label] }] };
    const shelf = {
      properties: { choice, both, all: { type: 'array', items: { oneOf: [cup, text] } } },
    };
    const declarations = module('tea/v1.d.ts', { 'io.tea.v1.Shelf': shelf });
    for (const declaration of [
      'choice?: Cup | string | Cup[] | null;',
      'withChoice(choice: Part$<Cup> | string | readonly Part$<Cup>[] | null): Patch$<Root$>;',
      'both?: Cup & (Cup | Label);',
      'withBoth(both: Part$<Cup & (Cup | Label)>): Patch$<Root$>;',
      'all?: (Cup | string)[];',
      'withAll(all: Part$<Cup> | string | readonly (Part$<Cup> | string)[]): Patch$<Root$>;',
    ]) {
      expect(declarations).toContain(`  ${declaration}\n`);
    }
  });

  it('strikes a deprecated version of a CRD through, and has no `new` for one that is not served', () => {
    const declarations = (version: Readonly<Record<string, unknown>>): string | undefined => {
      const resource = customResource({ group: 'tea.io', kind: 'Teapot', version });
      return typeScriptFiles([documentOf(resource)]).get('typescript/1.0/tea/v1.d.ts');
    };
    const deprecated = declarations({ deprecated: true, deprecationWarning: 'Use a cup.' });
    const comment = '/** @deprecated Use a cup. */\n';
    expect(deprecated).toContain(`${comment}export interface Teapot {`);
    expect(deprecated).toContain(`${comment}export declare const teapot: TeapotKind;`);
    const unserved = declarations({ served: false });
    expect(unserved).toContain('export declare const teapot: TeapotFields<Teapot>;');
    expect(unserved).not.toContain('new');
  });
});
