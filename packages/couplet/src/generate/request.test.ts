import { describe, expect, it } from 'vitest';
import { isLabel, nameLibrary } from './request.ts';

describe('isLabel', () => {
  it.each(['4.20', 'a', '_x', 'A-b_c.d', 'x'.repeat(100), 'documents'])('takes %s', (text) => {
    expect(isLabel(text)).toBe(true);
  });

  const unsafe = [
    '',
    '.',
    '..',
    '.a',
    '-a',
    'a/b',
    'a\\b',
    '../x',
    'a b',
    'a\n',
    'ä',
    '\0',
    '$',
    "a'",
  ];
  const taken = ['docs', 'Docs', 'doc-util', 'typescript', 'json-schema'];

  it.each([...unsafe, ...taken, 'x'.repeat(101)])('does not take %j', (text) => {
    expect(isLabel(text)).toBe(false);
  });
});

describe('nameLibrary', () => {
  it('calls the embedded document what the published library is called', () => {
    expect(nameLibrary({}, [])).toEqual({
      label: '4.5',
      localName: 'o',
      repository: 'github.com/jsonnet-libs/openshift-libsonnet',
      description: 'Generated Jsonnet library for OpenShift v4.5',
    });
    expect(nameLibrary({ label: 'x' }, []).description).toBe('Generated Jsonnet library for x');
  });

  it.each([
    ['specs/openapi-4.20.json.gz', 'openapi-4.20'],
    ['crds/', 'crds'],
    ['a.YAML', 'a'],
    ['https://example.com/a/openapi.json?x=/y#z', 'openapi'],
    ['https://example.com/', 'example.com'],
    ['-', 'stdin'],
    ['tea.tgz', 'tea'],
    ['tea.tar.gz', 'tea'],
    ['a/tea-1.0.ZIP', 'tea-1.0'],
    ['..', 'library'],
    ['/', 'library'],
    ['.json', 'library'],
    ['.hidden.yaml', 'hidden'],
    ['-a.json', 'a'],
    ['a b$ä.json', 'a_b__'],
    ['docs', 'docs_'],
    ['Doc-Util/', 'Doc-Util_'],
    [`${'x'.repeat(200)}.json`, 'x'.repeat(100)],
  ])('names the library of %s after it', (source, label) => {
    expect(nameLibrary({}, [source, 'other.json'])).toEqual({
      label,
      localName: 'o',
      repository: '',
      description: `Generated Jsonnet library for ${label}`,
    });
    expect(isLabel(label)).toBe(true);
  });

  it.each([
    ['tea-operator-1.2.3', 'tea-operator-1.2.3'],
    ['../tea operator-1.0+b', '_tea_operator-1.0_b'],
    ['docs', 'docs_'],
    ['', 'library'],
  ])('names the library of a source that calls itself %j', (own, label) => {
    expect(nameLibrary({}, ['x.tgz'], own).label).toBe(label);
    expect(isLabel(label)).toBe(true);
    expect(nameLibrary({ label: 'mine' }, ['x.tgz'], own).label).toBe('mine');
  });

  it.each([
    ['openshift@4.20', undefined, '4.20'],
    ['openshift@latest', '5.1', '5.1'],
    ['tea@1', 'docs', 'docs_'],
    ['tea@1', '../x', '_x'],
    ['tea@docs', undefined, 'docs_'],
    ['./tea@1.yaml', undefined, 'tea_1'],
  ])('names the library of %s after its version, which is %s', (source, version, label) => {
    expect(nameLibrary({ version }, [source], source.startsWith('.') ? undefined : 'own')).toEqual({
      label,
      localName: 'o',
      repository: '',
      description: `Generated Jsonnet library for ${label}`,
    });
    expect(nameLibrary({ version, label: 'mine' }, [source]).label).toBe('mine');
  });

  it('takes what the user says before all', () => {
    const choices = { label: 'a', localName: 'b', repository: 'c', description: 'd' };
    expect(nameLibrary(choices, ['x.json'])).toEqual(choices);
    expect(nameLibrary(choices, [])).toEqual(choices);
  });
});
