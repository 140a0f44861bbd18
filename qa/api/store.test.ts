import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiField } from '../../packages/couplet/src/api/field.ts';
import type { ApiKind } from '../../packages/couplet/src/api/kind.ts';
import type { Place } from '../../packages/couplet/src/diagnostic/place.ts';
import type { LoadedApi } from '../../packages/couplet/src/index.ts';
import { loadApi, openApi, StoreError } from '../../packages/couplet/src/index.ts';
import { temporaryFolder } from '../../packages/couplet/src/testing/output-folder.ts';
import { releasePaths } from '../support/release-mirror.ts';
import { isThere, skipWithout } from '../support/shared.ts';
import { fieldsBelow } from './walk.ts';

let fromDocuments: LoadedApi;
let bytes: Buffer;

beforeAll(async () => {
  if (!isThere(...releasePaths)) return;
  fromDocuments = await loadApi({ from: releasePaths });
  const folder = mkdtempSync(join(tmpdir(), 'couplet-store-'));
  const file = join(folder, 'api.store');
  await loadApi({ from: releasePaths, store: file });
  bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
}, 300_000);

describe('a store of OpenShift 4.20 with its CRDs', () => {
  it('answers of every kind and field as the documents do', async (context) => {
    skipWithout(context, ...releasePaths);
    const stored = openApi(storeOf(bytes));
    const kinds = stored.api.kinds;
    expect(kinds.map(({ names }) => names)).toEqual(
      fromDocuments.api.kinds.map(({ names }) => names),
    );
    let count = 0;
    for (const [index, expected] of fromDocuments.api.kinds.entries()) {
      const kind = kinds[index];
      if (kind === undefined) throw new Error('a kind is missing');
      expect(kindFacts(kind)).toEqual(kindFacts(expected));
      const fields = fieldsBelow(kind).map((field) => fieldFacts(stored, kind, field));
      const own = fieldsBelow(expected).map((field) => fieldFacts(fromDocuments, expected, field));
      // In hashes first: to compare texts of thousands of fields takes their time.
      if (hashOf(fields) !== hashOf(own)) expect(fields).toEqual(own);
      count += fields.length;
    }
    await context.annotate(`${count} fields of ${kinds.length} kinds compared`);
    expect(count).toBeGreaterThan(20_000);
  }, 300_000);

  it('is found in by the same names', (context) => {
    skipWithout(context, ...releasePaths);
    const stored = openApi(storeOf(bytes));
    for (const name of [
      'routes',
      'mcp',
      'scc',
      'dc',
      'configs',
      'dnses.v1',
      'Route.v1.route.openshift.io',
      'pot',
    ]) {
      const found = ({ api }: LoadedApi) => api.find(name).map(({ names }) => names);
      expect([name, found(stored)]).toEqual([name, found(fromDocuments)]);
    }
    const names = ['route', 'v1', 'route', 'spec', 'tls', 'withTermination'];
    expect(stored.findCall(names)?.path).toEqual(fromDocuments.findCall(names)?.path);
  });

  it('is the same for the same documents, and read where it is current', async (context) => {
    skipWithout(context, ...releasePaths);
    const file = storeOf(bytes);
    // To write a store is to rename a new file into its place.
    const { ino } = statSync(file);
    await loadApi({ from: releasePaths, store: file });
    expect(statSync(file).ino).toBe(ino);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    writeFileSync(file, '');
    await loadApi({ from: releasePaths, store: file });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual(['api.store']);
  }, 300_000);

  it('that is damaged is an error, or answers rightly', (context) => {
    skipWithout(context, ...releasePaths);
    const whole = namesIn(storeOf(bytes));
    // One prime number's steps through header, index and parts.
    for (let index = 0; index < bytes.length; index += 97_001) {
      const damaged = Buffer.from(bytes);
      damaged[index] = (damaged[index] ?? 0) ^ 1;
      const answer = namesIn(storeOf(damaged));
      expect(['an error', whole]).toContain(answer);
    }
    for (const size of [0, 1, 100, 1000, 100_000, bytes.length - 1]) {
      const file = storeOf(bytes);
      truncateSync(file, size);
      expect(() => openApi(file)).toThrow(StoreError);
    }
  }, 300_000);
});

function storeOf(content: Uint8Array): string {
  const file = join(temporaryFolder(), 'api.store');
  writeFileSync(file, content);
  return file;
}

/** The facts of a store that a look through its kinds needs, or that it is damaged. */
function namesIn(file: string): string {
  try {
    const { api } = openApi(file);
    return JSON.stringify(
      api.kinds.map((kind) => [kind.names, kind.fields().map(({ type }) => type)]),
    );
  } catch (error) {
    if (error instanceof StoreError) return 'an error';
    throw error;
  }
}

function kindFacts({ scope, resource, definition }: ApiKind): unknown {
  const { place, schema: _, ...facts } = resource;
  const { place: ownPlace, schema, ...own } = definition;
  return {
    scope,
    facts,
    place: place && positionOf(place),
    ownPlace: positionOf(ownPlace),
    own,
    description: schema.description,
  };
}

function positionOf({ locator, path }: Place): unknown {
  return [locator.source, path, ...locator.locate([path])];
}

function fieldFacts(loaded: LoadedApi, kind: ApiKind, field: ApiField): unknown {
  return {
    name: field.name,
    type: field.type,
    enum: field.enum,
    limits: field.limits,
    rules: field.rules,
    isRequired: field.isRequired,
    isDeprecated: field.isDeprecated,
    default: field.default,
    format: field.format,
    description: field.description,
    definition: field.definition,
    listMapKeys: field.fact('listMapKeys'),
    nullable: field.fact('nullable'),
    preserveUnknownFields: field.fact('preserveUnknownFields'),
    calls: loaded.callsOf(kind, field),
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
