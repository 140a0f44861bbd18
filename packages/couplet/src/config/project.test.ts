import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { documentOf } from '../testing/pipeline.ts';
import type { Configuration } from './configuration.ts';
import { targets } from '../target/targets.ts';
import { typeScriptTarget } from '../target/typescript/target.ts';
import { libraryKeys, projectKeys, readProject } from './project.ts';

function read(value: unknown): Configuration & { readonly problems: readonly string[] } {
  const diagnostics = new Diagnostics();
  const project = readProject(documentOf(value, 'tea/couplet.yaml'), diagnostics);
  const problems = diagnostics.list().map(({ path, message }) => `${path}: ${message}`);
  return { ...project, problems };
}

function problemsOf(library: object): readonly string[] {
  return read({ libraries: [{ sources: ['a.json'], ...library }] }).problems;
}

describe('readProject', () => {
  it('reads libraries, with paths from where the file is', () => {
    const { libraries, locksAddresses, problems } = read({
      libraries: [
        {
          sources: ['openshift@4.20', 'crds', './b@1', '/abs', 'https://example.com/a.yaml'],
          label: '4.20',
          targets: ['typescript'],
          featureSet: 'TechPreviewNoUpgrade',
          prefix: '^a',
          patches: 'patches',
          extensions: '../extensions',
          name: 'o',
          repository: 'example.com/o',
          description: 'Tea',
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(locksAddresses).toBe(true);
    expect(libraries).toEqual([
      {
        from: ['openshift@4.20', 'tea/crds', 'tea/b@1', '/abs', 'https://example.com/a.yaml'],
        label: '4.20',
        targets: [typeScriptTarget],
        featureSet: 'TechPreviewNoUpgrade',
        prefix: /^a/,
        patches: 'tea/patches',
        extensions: 'extensions',
        localName: 'o',
        repository: 'example.com/o',
        description: 'Tea',
      },
    ]);
  });

  it('leaves each source what it is, also beside the file', () => {
    const sources = ['./tea@1.yaml', './-', './tea.yaml', 'ftp://example.com/a.json', 'tea@1'];
    const document = documentOf({ libraries: [{ sources }] }, 'couplet.yaml');
    const { libraries } = readProject(document, new Diagnostics());
    expect(libraries[0]?.from).toEqual([
      './tea@1.yaml',
      './-',
      'tea.yaml',
      'ftp://example.com/a.json',
      'tea@1',
    ]);
  });

  it('reads the catalog of a user', () => {
    const url = 'https://example.com/crds.yaml';
    const { catalog, problems } = read({ libraries: [], catalog: { tea: { '1.2': [url] } } });
    expect(problems).toEqual([]);
    expect(catalog.get('tea')?.get('1.2')).toEqual({
      version: '1.2',
      revision: undefined,
      files: [{ url, sha256: undefined }],
    });
  });

  it.each<[object, string]>([
    [{ label: 4.2 }, 'libraries[0].label: expected text, found a number'],
    [{ labl: 'a' }, 'libraries[0].labl: the key "labl" is not known; did you mean "label"?'],
    [{ sources: [] }, 'libraries[0]: the library has no sources'],
    [{ targets: [] }, 'libraries[0]: the library has no targets'],
    [
      { targets: 'jsonnet' },
      'libraries[0].targets: expected a list of targets, found the text "jsonnet"',
    ],
    [
      { targets: ['jsonet'] },
      'libraries[0].targets[0]: expected one of jsonnet, markdown, typescript, json-schema, found the text "jsonet"',
    ],
    [
      { sources: ['a', '-'] },
      'libraries[0].sources[1]: expected a file, a folder, an address or a name such as openshift@4.20, found the text "-"',
    ],
    [
      { prefix: '(' },
      'libraries[0].prefix: expected a regular expression, found Invalid regular expression: /(/: Unterminated group',
    ],
  ])('%j is told', (library, problem) => {
    expect(problemsOf(library)).toEqual([problem]);
  });

  it.each<[unknown, string]>([
    ['tea', ': expected an object with libraries, found the text "tea"'],
    [{ libraries: 1 }, 'libraries: expected a list of libraries, found a number'],
    [{ libraries: ['a'] }, 'libraries[0]: expected an object, found the text "a"'],
    [{ libraries: [], catalog: [] }, 'catalog: expected an object, found a list'],
    [
      { libraries: [], catalog: { tea: { 1: 'https://example.com' } } },
      'catalog.tea["1"]: expected a list of addresses, found the text "https://example.com"',
    ],
    [
      { libraries: [], catalog: { tea: { 1: ['crds.yaml'] } } },
      'catalog.tea["1"][0]: expected an http or https address without a password, found the text "crds.yaml"',
    ],
    [
      { libraries: [], catalog: { tea: { latest: ['https://example.com'] } } },
      'catalog.tea.latest: expected a name of small letters, digits and hyphens, and a version other than latest, found "tea@latest"',
    ],
    [
      { libraries: [], catalog: { '../tea': { 1: ['https://example.com'] } } },
      'catalog["../tea"]["1"]: expected a name of small letters, digits and hyphens, and a version other than latest, found "../tea@1"',
    ],
    [
      {
        libraries: [
          { sources: ['a'], label: 'A' },
          { sources: ['b'], label: 'a' },
        ],
      },
      'libraries[1].label: expected a label that no other library has, found "a"',
    ],
  ])('%j is told', (value, problem) => {
    expect(read(value).problems).toEqual([problem]);
  });
});

describe('the JSON Schema for editors', () => {
  it('has the same keys and targets', () => {
    const schema = JSON.parse(
      readFileSync(new URL('schema/couplet.schema.json', packageRoot), 'utf8'),
    );
    expect(Object.keys(schema.properties)).toEqual(projectKeys);
    const library = schema.definitions.library.properties;
    expect(Object.keys(library)).toEqual(libraryKeys);
    expect(library.targets.items.enum).toEqual(targets.map(({ name }) => name));
  });
});
