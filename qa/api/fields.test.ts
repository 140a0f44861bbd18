import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiField } from '../../packages/couplet/src/api/field.ts';
import type { FieldPath } from '../../packages/couplet/src/api/field-path.ts';

import type { ApiKind } from '../../packages/couplet/src/api/kind.ts';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import type { FieldCalls, LoadedApi } from '../../packages/couplet/src/index.ts';
import { generate, loadApi, targets } from '../../packages/couplet/src/index.ts';
import { pathOfCalls } from '../../packages/couplet/src/library/calls.ts';
import { temporaryFolder } from '../../packages/couplet/src/testing/output-folder.ts';
import { readDocuments } from '../support/documents.ts';
import { skipWithoutJsonnet } from '../support/jsonnet.ts';
import { releasePaths } from '../support/release-mirror.ts';
import { isThere, skipWithout } from '../support/shared.ts';
import { pathsOfValue, runInJsonnet, runInModules, setsValue } from './programs.ts';
import { hasNoFunction } from './raw-facts.ts';
import type { FieldFacts, FieldsOfKind } from './raw-fields.ts';
import { rawFieldsOf } from './raw-fields.ts';
import { fieldsBelow } from './walk.ts';

let loaded: LoadedApi;
let raw: ReadonlyMap<string, FieldsOfKind>;

beforeAll(async () => {
  if (!isThere(...releasePaths)) return;
  loaded = await loadApi({ from: releasePaths });
  const documents = await readDocuments(releasePaths, new Diagnostics());
  raw = rawFieldsOf(documents.map(({ value }) => value));
}, 300_000);

describe('the fields of OpenShift 4.20 with its CRDs', () => {
  it('are those of the same kinds', (context) => {
    skipWithout(context, ...releasePaths);
    const names = loaded.api.kinds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
    expect(names.sort()).toEqual([...raw.keys()].sort());
  });

  it('are what the raw documents say', async (context) => {
    skipWithout(context, ...releasePaths);
    const differences: string[] = [];
    let count = 0;
    for (const kind of loaded.api.kinds) {
      const expected = raw.get(`${kind.apiVersion} ${kind.kind}`) ?? new Map<string, FieldFacts>();
      count += expected.size;
      differences.push(...differencesIn(kind, expected));
    }
    await context.annotate(`${count} fields compared`);
    expect(count).toBeGreaterThan(20_000);
    expect(differences).toEqual([]);
  });
});

function differencesIn(kind: ApiKind, expected: FieldsOfKind): readonly string[] {
  const name = `${kind.apiVersion} ${kind.kind}`;
  const fields = new Map(
    fieldsBelow(kind).map((field) => [JSON.stringify(rawPathOf(field.path)), field]),
  );
  const missing = [...expected.keys()].filter((path) => !fields.has(path));
  return [
    ...missing.map((path) => `${name} ${path}: missing`),
    ...[...fields].flatMap(([path, field]) => {
      const facts = expected.get(path);
      if (facts === undefined) return [`${name} ${path}: not expected`];
      return differingFacts(factsOf(field), facts).map((fact) => `${name} ${path}: ${fact}`);
    }),
  ];
}

function differingFacts(found: FieldFacts, expected: FieldFacts): readonly string[] {
  return (['type', 'isRequired', 'enum', 'limits', 'rules'] as const)
    .filter((fact) => !isDeepStrictEqual(found[fact], expected[fact]))
    .map((fact) => `${fact} ${JSON.stringify(found[fact])}, not ${JSON.stringify(expected[fact])}`);
}

function factsOf(field: ApiField): FieldFacts {
  const { type, isRequired, limits, rules } = field;
  return {
    type,
    isRequired,
    enum: field.enum,
    limits: limits.map(({ name, text }) => `${name}: ${text}`),
    rules,
  };
}

function rawPathOf(path: FieldPath): readonly string[] {
  return path.map((step) => {
    if (step.kind === 'property') return `:${step.name}`;
    return step.kind === 'items' ? '[]' : '*';
  });
}

describe('the calls for the fields of OpenShift 4.20 with its CRDs', () => {
  it('are there for all that a manifest may set', (context) => {
    skipWithout(context, ...releasePaths);
    const wrong = answers()
      .filter(({ path, calls }) => (calls === undefined) !== hasNoFunction(path))
      .map(({ name, path }) => `${name} ${path.join('')}`);
    expect(wrong).toEqual([]);
  });

  it('lead back to their fields by their printed names', (context) => {
    skipWithout(context, ...releasePaths);
    const wrong = answered().flatMap(({ name, path, calls }) => {
      const found = pathBack(calls);
      return isDeepStrictEqual(found, path) ? [] : [`${name} ${path.join('')}: ${found.join('')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('set exactly their fields in TypeScript', async (context) => {
    skipWithout(context, ...releasePaths);
    const folder = await generated('typescript');
    const setting = settingCalls();
    await context.annotate(`${setting.length} calls`);
    const results = await runInModules(
      folder,
      setting.map(({ calls }) => calls),
    );
    expect(differingPaths(setting, results)).toEqual([]);
  }, 300_000);

  it('set exactly their fields in Jsonnet', async (context) => {
    skipWithout(context, ...releasePaths);
    skipWithoutJsonnet(context);
    const folder = await generated('jsonnet');
    // A sample: every function is called in Jsonnet by qa/conformance, and every call of these above in TypeScript.
    const setting = settingCalls().filter((_, index) => index % 29 === 0);
    await context.annotate(`${setting.length} calls`);
    const results = await runInJsonnet(
      folder,
      '4.20',
      setting.map(({ calls }) => calls),
    );
    expect(differingPaths(setting, results)).toEqual([]);
  }, 300_000);
});

interface Answer {
  readonly name: string;
  readonly path: readonly string[];
  readonly calls: FieldCalls | undefined;
}

type Answered = Answer & { readonly calls: FieldCalls };

const names = { folder: './typescript/4.20' };

let known: readonly Answer[] | undefined;

function answers(): readonly Answer[] {
  known ??= loaded.api.kinds.flatMap((kind) =>
    fieldsBelow(kind).map((field) => ({
      name: `${kind.apiVersion} ${kind.kind}`,
      path: rawPathOf(field.path),
      calls: loaded.callsOf(kind, field, names),
    })),
  );
  return known;
}

function answered(): readonly Answered[] {
  return answers().flatMap((answer) =>
    answer.calls === undefined ? [] : [{ ...answer, calls: answer.calls }],
  );
}

function settingCalls(): readonly Answered[] {
  const setting = answered().filter(({ calls }) => setsValue(calls));
  // They are chosen by their printed text: where that is no longer found, nothing would be compared.
  expect(setting.length).toBeGreaterThan(13_700);
  return setting;
}

async function generated(target: string): Promise<string> {
  const folder = temporaryFolder();
  const chosen = targets.filter(({ name }) => name === target);
  await generate({ from: releasePaths, out: folder, label: '4.20', targets: chosen });
  return folder;
}

function differingPaths(
  setting: readonly Answered[],
  results: readonly unknown[],
): readonly string[] {
  expect(results).toHaveLength(setting.length);
  return setting.flatMap(({ name, path, calls }, index) => {
    const found = pathsOfValue(results[index]);
    const expected = JSON.stringify(path);
    // A list takes one item that stands alone.
    const asItem = JSON.stringify([...path, '[]']);
    if (found.length === 1 && (found[0] === expected || found[0] === asItem)) return [];
    return [`${name} ${path.join('')}: ${calls.jsonnet} sets ${found.join(' and ')}`];
  });
}

/** The path that the names of a printed call set, found by the names alone; what stands as data is added. */
function pathBack({ jsonnet, rest }: FieldCalls): readonly string[] {
  const found = [...jsonnet.matchAll(/\bo((?:\.\w+|\[(?:'[^']*'|"[^"]*")\])+)/g)].map(
    ([, text = '']) => {
      const words = [...text.matchAll(/\.(\w+)|\[['"](.*?)['"]\]/g)];
      return loaded.findCall(words.map(([, plain, quoted]) => plain ?? quoted ?? ''))?.call;
    },
  );
  const [first, ...others] = found.flatMap((call) => call ?? []);
  if (first === undefined || found.includes(undefined)) return ['no such function'];
  return rawPathOf(pathOfCalls({ calls: [first, ...others], rest }));
}
