import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { documentOf } from '../testing/pipeline.ts';
import type { LibraryConfiguration } from './configuration.ts';
import { readK8sGenConfiguration } from './k8s-gen.ts';

function read(value: unknown): {
  entries: readonly LibraryConfiguration[];
  problems: readonly string[];
} {
  const diagnostics = new Diagnostics();
  const entries = readK8sGenConfiguration(documentOf(value, 'libs/config.yml'), diagnostics);
  const problems = diagnostics.list().map(({ path, message }) => `${path}: ${message}`);
  return { entries, problems };
}

const spec = { output: '1.30', openapi: 'openapi.json' };

describe('readK8sGenConfiguration', () => {
  it('reads libraries, with paths from where the file is', () => {
    const { entries, problems } = read({
      repository: 'github.com/example/tea',
      specs: [
        {
          ...spec,
          prefix: String.raw`^com\.example\..*`,
          patchDir: 'patches',
          extensionDir: '/abs/extensions',
          localName: 'tea',
          description: 'Tea',
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        label: '1.30',
        from: ['libs/openapi.json'],
        prefix: /^com\.example\..*/,
        patches: 'libs/patches',
        extensions: '/abs/extensions',
        localName: 'tea',
        description: 'Tea',
        repository: 'github.com/example/tea',
      },
    ]);
  });

  it('reads the CRDs themselves where there are any, and not the cluster that would serve them', () => {
    const crds = ['https://example.com/a.yaml', 'b.yaml'];
    const { entries } = read({
      specs: [{ ...spec, openapi: 'http://localhost:8001/openapi/v2', crds }],
    });
    expect(entries[0]?.from).toEqual(['https://example.com/a.yaml', 'libs/b.yaml']);
  });

  it('reads files whatever they are called, also beside itself', () => {
    const document = documentOf(
      {
        specs: [
          { output: 'a', openapi: 'openshift@4.99' },
          { output: 'b', crds: ['-', '<cluster>', 'ftp://example.com/a.json'] },
        ],
      },
      'config.yml',
    );
    const entries = readK8sGenConfiguration(document, new Diagnostics());
    expect(entries.map(({ from }) => from)).toEqual([
      ['./openshift@4.99'],
      ['./-', './<cluster>', 'ftp://example.com/a.json'],
    ]);
  });

  it.each([
    [
      { specs: [{ ...spec, localNmae: 'x' }] },
      'specs[0].localNmae: the key "localNmae" is not known; did you mean "localName"?',
    ],
    [{ specs: [], zebra: 1 }, 'zebra: the key "zebra" is not known'],
    [{ specs: [{ output: '1' }] }, 'specs[0]: the library has no openapi or crds'],
    [{ specs: [{ openapi: 'a' }] }, 'specs[0]: the library has no output'],
    [{ specs: [{ ...spec, output: 1.3 }] }, 'specs[0].output: expected text, found a number'],
    [
      { specs: [{ ...spec, output: '../x' }] },
      expect.stringMatching(/^specs\[0\]\.output: expected a label, which has .*, found "..\/x"$/),
    ],
    [
      { specs: [spec, { ...spec, output: 'Tea' }, { ...spec, output: 'tea' }] },
      'specs[2].output: expected a label that no other library has, found "tea"',
    ],
    [
      { specs: [{ ...spec, prefix: '(' }] },
      expect.stringMatching(/^specs\[0\]\.prefix: expected a regular expression, found /),
    ],
    [
      { specs: [{ ...spec, crds: 'a.yaml' }] },
      'specs[0].crds: expected a list of files or addresses, found the text "a.yaml"',
    ],
    [
      { specs: [{ ...spec, crds: [1] }] },
      'specs[0].crds[0]: expected a file or an address, found a number',
    ],
    [{ specs: ['x'] }, 'specs[0]: expected an object, found the text "x"'],
    [{}, 'specs: expected a list of libraries, found nothing'],
    ['x', ': expected an object with specs, found the text "x"'],
  ])('%j is reported', (value, problem) => {
    expect(read(value).problems).toContainEqual(problem);
  });
});
