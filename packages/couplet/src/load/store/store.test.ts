import { mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiOf } from '../../api/from-documents.ts';
import type { ApiFacts } from '../../api/resource.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { buildLibrary } from '../../library/build.ts';
import { readApiFacts } from '../../reader/read.ts';
import { temporaryFolder } from '../../testing/output-folder.ts';
import { documentOf } from '../../testing/pipeline.ts';
import { kettleDefinition, teaApi } from '../../testing/tea.ts';
import { version } from '../../version.ts';
import type { OpenedStore } from './read-store.ts';
import { openStore, StoreError } from './read-store.ts';
import { stringify } from './schema-json.ts';
import { printStore, storeKey, writeStore } from './write-store.ts';

function factsOf(...values: readonly unknown[]): ApiFacts {
  const documents = values.map((value) => documentOf(value));
  return readApiFacts(documents, new Diagnostics());
}

const tea = factsOf(teaApi, kettleDefinition);

function write(file: string, facts: ApiFacts = tea, key = 'tea'): void {
  writeStore(file, facts, buildLibrary(facts.definitions, undefined, new Diagnostics()), key);
}

function bytesOf(facts: ApiFacts): Buffer {
  const library = buildLibrary(facts.definitions, undefined, new Diagnostics());
  return Buffer.from(printStore(facts, library, 'tea'));
}

/** All definitions and all that is known of kinds, without what only tells where they are from. */
function allOf({ api }: Pick<OpenedStore, 'api'>): readonly unknown[] {
  return api.kinds.map(({ names, definition, resource }) => [
    names,
    { ...definition, place: undefined },
    { ...resource, place: undefined },
  ]);
}

describe('a store', () => {
  it('has what the documents say', () => {
    const file = join(temporaryFolder(), 'tea.store');
    write(file);
    const store = openStore(file);
    expect(store.key).toBe('tea');
    expect(allOf(store)).toEqual(allOf({ api: apiOf(tea) }));
    expect(store.placedKinds.at('tea', 'v1', 'pot')?.kind.name).toBe('Pot');
    expect(store.api.definition('com.example.tea.v1.Cup')).toBeUndefined();
    store.close();
  });

  it('is the same for the same facts', () => {
    const again = factsOf(teaApi, kettleDefinition);
    expect(bytesOf(again).equals(bytesOf(tea))).toBe(true);
    expect(bytesOf(factsOf(teaApi)).equals(bytesOf(tea))).toBe(false);
  });

  it('keeps odd names and values', () => {
    const schema = `{ "type": "object", "properties": {
      "__proto__": { "type": "string", "default": "\\ud800", "enum": [null, 0, "\\u2028"] },
      "constructor": { "type": "object", "default": { "__proto__": { "a": 1 } } },
      "": { "type": "integer", "maximum": 1e21 } } }`;
    const pot = {
      type: 'object',
      properties: { spec: { type: 'object', properties: {} }, odd: JSON.parse(schema) as unknown },
      'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Pot' }],
    };
    const facts = factsOf({ swagger: '2.0', definitions: { 'com.example.tea.v1.Pot': pot } });
    const file = join(temporaryFolder(), 'odd.store');
    write(file, facts);
    const store = openStore(file);
    expect(allOf(store)).toEqual(allOf({ api: apiOf(facts) }));
    const odd = store.api.kind('tea.example.com/v1', 'Pot')?.field('odd');
    expect(odd?.fields().map(({ name }) => name)).toEqual([
      'odd[""]',
      'odd.__proto__',
      'odd.constructor',
    ]);
    expect(odd?.fields()[1]?.default).toBe('\ud800');
    store.close();
  });

  it('that is damaged is an error and never another answer', () => {
    const file = join(temporaryFolder(), 'tea.store');
    const bytes = bytesOf(factsOf(teaApi));
    const expected = stringify(allOf({ api: apiOf(factsOf(teaApi)) }));
    const header = bytes.indexOf('\n') + 1;
    for (const [index, byte] of bytes.entries()) {
      if (index > header && index % 17 !== 0) continue;
      // Another letter, a digit, a sign: a header may then promise anything.
      for (const other of index > header ? [byte ^ 1] : [byte ^ 1, 0x65, 0x2d, 0xff]) {
        if (other === byte) continue;
        const damaged = Buffer.from(bytes);
        damaged[index] = other;
        writeFileSync(file, damaged);
        expect(['an error', expected]).toContain(answerOf(file));
      }
    }
  });

  it('that is cut off is an error', () => {
    const file = join(temporaryFolder(), 'tea.store');
    const bytes = bytesOf(factsOf(teaApi));
    for (let size = 0; size < bytes.length; size += 7) {
      writeFileSync(file, bytes);
      truncateSync(file, size);
      expect(() => openStore(file)).toThrow(StoreError);
    }
  });

  it.each([
    ['nothing', '', 'tea.store is damaged'],
    ['something else', '{"teas":[]}', 'tea.store is of another version of Couplet'],
    [
      'another format',
      '{"format":"couplet-api-store/0","key":"","index":[0,""]}\n',
      'tea.store is of another version of Couplet',
    ],
    [
      'another version of Couplet',
      '{"format":"couplet-api-store/1","version":"0.0.1","key":"","index":[0,""]}\n',
      'tea.store is of another version of Couplet',
    ],
    ['no object', '[]\n', 'tea.store is damaged'],
    [
      'an index beyond its end',
      `{"format":"couplet-api-store/1","version":"${version}","key":"","index":[1e300,""]}\n`,
      'tea.store is damaged',
    ],
  ])('of %s is an error', (_, text, message) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'tea.store'), text);
    expect(() => openStore(join(folder, 'tea.store'))).toThrow(message);
    expect(() => openStore(join(folder, 'tea.store'))).toThrow(StoreError);
  });

  it('that is not there, or a folder, is an error', () => {
    const folder = temporaryFolder();
    expect(() => openStore(join(folder, 'none.store'))).toThrow(
      /none\.store cannot be read: no such/,
    );
    expect(() => openStore(folder)).toThrow(StoreError);
  });

  it('is written whole or not at all', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'below', 'tea.store');
    write(file);
    write(file, factsOf(teaApi), 'less');
    expect(readdirSync(join(folder, 'below'))).toEqual(['tea.store']);
    const store = openStore(file);
    expect(store.key).toBe('less');
    store.close();
    // A folder with something in it is in the way.
    mkdirSync(join(folder, 'taken', 'cup'), { recursive: true });
    expect(() => write(join(folder, 'taken'))).toThrow(/taken/);
    expect(readdirSync(folder).sort()).toEqual(['below', 'taken']);
    expect(() => write(join(file, 'inside.store'))).toThrow(/tea\.store/);
    expect(readFileSync(file, 'utf8')).toContain('"less"');
  });
});

/** All that a store says, or that it is damaged: anything else that is thrown fails the test. */
function answerOf(file: string): string {
  try {
    const store = openStore(file);
    try {
      return stringify(allOf(store));
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return 'an error';
    throw error;
  }
}

describe('the key of a store', () => {
  it('is of documents, their order, the feature set, and dialects', () => {
    const pots = { name: 'pots', sha256: 'one' };
    const cups = { name: 'cups', sha256: 'other one' };
    const keys = [
      storeKey({ documents: [pots, cups] }),
      storeKey({ documents: [cups, pots] }),
      storeKey({ documents: [pots] }),
      storeKey({ documents: [pots, cups], featureSet: 'Tech' }),
      storeKey({ documents: [pots, cups], dialects: ['menu'] }),
      storeKey({ documents: [{ ...pots, sha256: 'other' }, cups] }),
    ];
    expect(new Set(keys).size).toBe(6);
    expect(storeKey({ documents: [pots, cups], featureSet: undefined })).toBe(keys[0]);
  });
});
