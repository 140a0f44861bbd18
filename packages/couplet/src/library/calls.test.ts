import { describe, expect, it } from 'vitest';
import { formatFieldPath } from '../api/field-path.ts';
import { apiOf } from '../api/from-documents.ts';
import type { ApiKind } from '../api/kind.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { readApiFacts } from '../reader/read.ts';
import { printJsonnetCalls } from '../target/jsonnet/call.ts';
import { printTypeScriptCalls } from '../target/typescript/call.ts';
import { openApi } from '../testing/pipeline.ts';
import { buildLibrary } from './build.ts';
import { Calls, pathOfCall, pathOfCalls } from './calls.ts';
import type { PlacedKinds } from './placed-kinds.ts';
import { placedKindsOf } from './placed-kinds.ts';
import { placedOnDemand } from './placed-on-demand.ts';

const text = { type: 'string' };
const part = { $ref: '#/definitions/com.example.tea.v1.Leaf' };
const list = (items: object): object => ({ type: 'array', items });
const object = (properties: object): object => ({ type: 'object', properties });

const spec = object({
  lid: text,
  labels: { type: 'object', additionalProperties: text },
  cups: list(object({ size: text, rims: list(object({ width: text })), 'odd-name': text })),
  leaves: list(part),
  nested: list(list(text)),
  byName: { type: 'object', additionalProperties: part },
  local: text,
  'tea.pot/x': object({ function: text }),
});

const facts = readApiFacts(
  [
    openApi({
      'com.example.tea.v1.Pot': {
        type: 'object',
        properties: {
          apiVersion: text,
          kind: text,
          metadata: object({ name: text }),
          spec,
          status: object({ isWarm: text }),
        },
        'x-kubernetes-group-version-kind': [
          { group: 'tea.example.com', version: 'v1', kind: 'Pot' },
        ],
      },
      'com.example.tea.v1.Leaf': object({
        colour: text,
        origin: object({ hill: text }),
        self: part,
      }),
    }),
  ],
  new Diagnostics(),
);
const api = apiOf(facts);
const library = buildLibrary(facts.definitions, undefined, new Diagnostics(), api.resolver);
const kinds = placedKindsOf(library);
const calls = new Calls(kinds);

function pot(): ApiKind {
  const found = api.kind('tea.example.com/v1', 'Pot');
  if (found === undefined) throw new Error('there is no pot');
  return found;
}

function chainOf(path: string): ReturnType<Calls['of']> {
  const field = pot().field(path);
  if (field === undefined) throw new Error(`a pot has no ${path}`);
  return calls.of(pot(), field);
}

describe('the calls for a field', () => {
  it.each([
    ['spec.lid', 'o.tea.v1.pot.spec.withLid(lid)'],
    ['spec', 'o.tea.v1.pot.spec'],
    ['spec.labels', 'o.tea.v1.pot.spec.withLabels(labels)'],
    ['spec.labels.*', 'o.tea.v1.pot.spec.withLabels({ [key]: labels })'],
    ['spec.cups[].size', 'o.tea.v1.pot.spec.withCupsMixin(o.tea.v1.pot.spec.cups.withSize(size))'],
    [
      'spec.cups[].rims[].width',
      'o.tea.v1.pot.spec.withCupsMixin(o.tea.v1.pot.spec.cups.withRimsMixin(o.tea.v1.pot.spec.cups.rims.withWidth(width)))',
    ],
    ['spec.leaves[].colour', 'o.tea.v1.pot.spec.withLeavesMixin(o.tea.v1.leaf.withColour(colour))'],
    [
      'spec.leaves[].origin.hill',
      'o.tea.v1.pot.spec.withLeavesMixin(o.tea.v1.leaf.origin.withHill(hill))',
    ],
    ['spec.nested[][]', 'o.tea.v1.pot.spec.withNested([[nested]])'],
    ['spec.byName.*.colour', 'o.tea.v1.pot.spec.withByName({ [key]: { colour: colour } })'],
    ['metadata.name', 'o.tea.v1.pot.metadata.withName(name)'],
  ])('%s, in Jsonnet', (path, expected) => {
    const chain = chainOf(path);
    expect(chain && printJsonnetCalls(chain, 'o')).toBe(expected);
    expect(chain && formatFieldPath(pathOfCalls(chain))).toBe(path);
  });

  it.each(['spec.local', 'spec["tea.pot/x"].function', 'spec.cups[].odd-name'])(
    '%s, whose name is odd, can be found again',
    (path) => {
      const chain = chainOf(path);
      expect(chain && formatFieldPath(pathOfCalls(chain))).toBe(path);
    },
  );

  it('are printed with imports in TypeScript', () => {
    const chain = chainOf('spec.leaves[].colour');
    expect(chain && printTypeScriptCalls(chain, kinds, '@example/tea/1')).toEqual({
      text: 'pot.spec.withLeavesMixin(leaf.withColour(colour))',
      imports: [
        "import { pot } from '@example/tea/1/tea/v1';",
        "import { leaf } from '@example/tea/1/tea/v1';",
      ],
    });
    const keyword = chainOf('spec["tea.pot/x"].function');
    expect(keyword && printTypeScriptCalls(keyword, kinds, 'x').text).toContain('(function_)');
  });

  it.each(['apiVersion', 'kind', 'status', 'status.isWarm', ''])(
    'there are none for "%s"',
    (path) => {
      expect(chainOf(path)).toBeUndefined();
    },
  );

  it('are found by their names', () => {
    const find = (...names: readonly string[]): string | undefined => {
      const call = calls.find(['tea', 'v1', 'pot', ...names]);
      return call && formatFieldPath(pathOfCall(call));
    };
    expect(find('spec', 'withLid')).toBe('spec.lid');
    expect(find('spec', 'cups', 'withSize')).toBe('spec.cups[].size');
    expect(find('spec', 'withLeavesMixin')).toBe('spec.leaves');
    expect(find('spec', '__proto__')).toBeUndefined();
    expect(find('spec', 'withLid', 'more')).toBeUndefined();
    expect(find()).toBeUndefined();
    expect(calls.find(['tea', 'v2', 'pot', 'spec'])).toBeUndefined();
  });
});

describe('kinds that are built when they are asked for', () => {
  it('are those of the whole library', () => {
    const places = library.groups.flatMap((group) =>
      group.versions.flatMap((version) =>
        version.kinds.map(({ definition, key }) => ({
          definition,
          group: group.name,
          version: version.name,
          key,
        })),
      ),
    );
    const onDemand: PlacedKinds = placedOnDemand(places, facts.definitions, api.resolver);
    expect(places).toHaveLength(2);
    for (const { definition, group, version, key } of places) {
      expect(onDemand.ofDefinition(definition)).toEqual(kinds.ofDefinition(definition));
      expect(onDemand.at(group, version, key)).toEqual(kinds.at(group, version, key));
      expect(onDemand.keysIn(group, version)).toEqual(kinds.keysIn(group, version));
    }
    expect(onDemand.at('tea', 'v1', 'cup')).toBeUndefined();
    expect(onDemand.ofDefinition('com.example.tea.v1.Cup')).toBeUndefined();
  });
});
