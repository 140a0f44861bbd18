import { describe, expect, it } from 'vitest';
import { documentOf, libraryOf, openApi } from '../../testing/pipeline.ts';
import type { JsonnetOptions } from './jsonnet.ts';
import { emitJsonnet } from './jsonnet.ts';

const options: JsonnetOptions = {
  label: '1.0',
  localName: 'tea',
  repository: 'example.com/tea',
  description: "Tea's library",
  isSlim: false,
  patches: [],
};

const teapot = {
  description: 'Teapot brews.',
  properties: {
    spec: {
      description: 'Desired state.',
      properties: {
        leaves: { type: 'array', items: { type: 'string' }, description: 'Leaves to use.' },
      },
    },
  },
  'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Teapot' }],
};

function emit(changes: Partial<JsonnetOptions> = {}): ReadonlyMap<string, string> {
  const { library } = libraryOf([openApi({ 'com.example.tea.v1.Teapot': teapot })]);
  const files = [...emitJsonnet(library, { ...options, ...changes })];
  return new Map(files.map(({ path, text }) => [path, text]));
}

describe('emitJsonnet', () => {
  it('writes a kind with its functions and their documentation', () => {
    expect(emit().get('1.0/_gen/tea/v1/teapot.libsonnet')).toBe(
      [
        '{',
        "  local d = (import 'doc-util/main.libsonnet'),",
        String.raw`  '#':: d.pkg(name='teapot', url='', help='"Teapot brews."'),`,
        "  '#new':: d.fn(help='new returns an instance of Teapot', args=[]),",
        '  new(): {',
        "    apiVersion: 'tea.example.com/v1',",
        "    kind: 'Teapot',",
        '  },',
        `  '#spec':: d.obj(help='"Desired state."'),`,
        '  spec: {',
        `    '#withLeaves':: d.fn(help='"Leaves to use."', args=[d.arg(name='leaves', type=d.T.array)]),`,
        '    withLeaves(leaves): { spec+: { leaves: if std.isArray(v=leaves) then leaves else [leaves] } },',
        String.raw`    '#withLeavesMixin':: d.fn(help='"Leaves to use."\n\n**Note:** This function appends passed data to existing values', args=[d.arg(name='leaves', type=d.T.array)]),`,
        '    withLeavesMixin(leaves): { spec+: { leaves+: if std.isArray(v=leaves) then leaves else [leaves] } },',
        '  },',
        "  '#mixin': 'ignore',",
        '  mixin: self,',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('leaves the documentation out of a slim library, and nothing else', () => {
    const slim = [...emit({ isSlim: true }).values()].join('');
    expect(slim).not.toMatch(/#|doc-util/);
    const undocumented = [...emit().values()].join('').replaceAll(/^ *('#.*|local d = .*)\n/gm, '');
    expect(slim).toBe(undocumented);
  });

  it('writes the index files', () => {
    const files = emit();
    expect([...files.keys()]).toEqual([
      '1.0/main.libsonnet',
      '1.0/gen.libsonnet',
      '1.0/_gen/tea/main.libsonnet',
      '1.0/_gen/tea/v1/main.libsonnet',
      '1.0/_gen/tea/v1/teapot.libsonnet',
    ]);
    expect(files.get('1.0/main.libsonnet')).toBe("(import 'gen.libsonnet')\n");
    expect(files.get('1.0/gen.libsonnet')).toContain(
      `'#':: d.pkg(name='tea', url='example.com/tea/1.0/main.libsonnet', help="Tea's library"),`,
    );
    expect(files.get('1.0/gen.libsonnet')).toContain("tea:: (import '_gen/tea/main.libsonnet'),");
    expect(files.get('1.0/_gen/tea/v1/main.libsonnet')).toContain(
      "teapot: (import 'teapot.libsonnet'),",
    );
  });

  it('nests no expression deeper than Jsonnet can bear', () => {
    const names = 'abcdefghijklmnopqr'.split('');
    let schema: object = { properties: { inner: {}, x: {} } };
    for (const name of names.toReversed()) schema = { properties: { [name]: schema } };
    const { library } = libraryOf([openApi({ 'com.example.tea.v1.Deep': schema })], /./);
    const text = [...emitJsonnet(library, options)].find(({ path }) =>
      path.endsWith('deep.libsonnet'),
    )?.text;
    expect(text).toContain(
      'withX(x): local inner = { x: x }; ' +
        'local inner_ = { j+: { k+: { l+: { m+: { n+: { o+: { p+: { q+: { r+: inner } } } } } } } } }; ' +
        '{ a+: { b+: { c+: { d+: { e+: { f+: { g+: { h+: { i+: inner_ } } } } } } } } },\n',
    );
    expect(text).toContain(
      'withInner(inner): local within = { inner: inner }; local within_ = { j+: ',
    );
  });

  it('adds patches in their order', () => {
    expect(emit({ patches: ['a.libsonnet', 'b.libsonnet'] }).get('1.0/main.libsonnet')).toBe(
      "(import 'gen.libsonnet') + (import '_custom/a.libsonnet') + (import '_custom/b.libsonnet')\n",
    );
  });

  it('marks kinds of the whole cluster for Tanka', () => {
    const crd = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      spec: {
        group: 'tea.example.com',
        scope: 'Cluster',
        names: { kind: 'Kettle' },
        versions: [{ name: 'v1', schema: { openAPIV3Schema: { type: 'object' } } }],
      },
    };
    const { library } = libraryOf([documentOf(crd)]);
    const files = new Map([...emitJsonnet(library, options)].map(({ path, text }) => [path, text]));
    expect(files.get('1.0/_gen/tea/v1/kettle.libsonnet')).toContain(
      "} + self.metadata.withName(name=name) + self.metadata.withAnnotations(annotations={ 'tanka.dev/namespaced': 'false' }),",
    );
  });
});
