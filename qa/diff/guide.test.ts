import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeKinds } from '../../packages/couplet/src/compare/change.ts';
import { Project } from '../examples/project.ts';
import { blocksOf } from '../support/markdown-blocks.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'diff.md'), 'utf8');
const blocks = blocksOf(guide);
const project = new Project();

/** A command of the guide, how it ends, and what the guide shows that it prints. */
interface Step {
  readonly command: string;
  readonly status: number;
  readonly shown: string | undefined;
}

const steps = blocks.flatMap(({ language, text }, index): readonly Step[] => {
  if (language !== 'bash') return [];
  const next = blocks[index + 1];
  return text
    .trim()
    .split('\n')
    .map((line) => ({
      command: line.replace(/\s+#\s.*$/, ''),
      status: Number(/\bends with (\d)$/.exec(line)?.[1] ?? 0),
      shown: next?.language === 'text' ? next.text : undefined,
    }));
});

const text = { type: 'string' };

function api(spec: object, more: object = {}): string {
  const served = { group: 'tea.example.com', version: 'v1' };
  const definitions = {
    'com.example.tea.v1.Pot': {
      properties: { spec: { $ref: '#/definitions/com.example.tea.v1.PotSpec' } },
      'x-kubernetes-group-version-kind': [{ ...served, kind: 'Pot' }],
    },
    'com.example.tea.v1.PotSpec': spec,
    ...more,
  };
  return JSON.stringify({ swagger: '2.0', definitions });
}

const lid = { type: 'string', enum: ['clay', 'glass'], description: 'Covers the pot.' };
const before = {
  properties: { size: text, lid, leaves: { type: 'array', items: text } },
};
const after = {
  properties: {
    size: { type: 'integer' },
    lid: { type: 'string', enum: ['clay'], description: 'Deprecated: use a cosy.' },
    tea: text,
  },
  required: ['tea'],
};
const cup = {
  properties: { size: text },
  'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Cup' }],
};

function kettle(names: readonly string[]): string {
  const properties = Object.fromEntries(names.map((name) => [name, text]));
  const openAPIV3Schema = { type: 'object', properties: { spec: { type: 'object', properties } } };
  return JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'tea.example.com',
      names: { kind: 'Kettle' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', schema: { openAPIV3Schema } }],
    },
  });
}

beforeAll(() => {
  project.write('tea-1.json', api(before, { 'com.example.tea.v1.Cup': text }));
  project.write('tea-2.json', api(after, { 'com.example.tea.v1.Cup': cup }));
  project.write('released-crds/kettle.yaml', kettle(['litres']));
  project.write('crds/kettle.yaml', kettle(['litres', 'whistle']));
});

afterAll(() => project.remove());

describe('the guide for diff', () => {
  it.each(steps)('$command', ({ command, status, shown }) => {
    const run = project.run(command);
    expect(run).toMatchObject({ status });
    if (shown !== undefined) expect(run).toMatchObject({ stdout: shown, stderr: '' });
  });

  it('has commands that end in every way', () => {
    expect([...new Set(steps.map(({ status }) => status))].sort()).toEqual([0, 1, 2, 3]);
    expect(steps.filter(({ shown }) => shown !== undefined)).toHaveLength(1);
  });

  it('prints the changes into files', () => {
    expect(readFileSync(join(project.folder, 'changes.md'), 'utf8')).toContain('(breaking)');
    const changes: unknown = JSON.parse(readFileSync(join(project.folder, 'changes.json'), 'utf8'));
    expect(changes).toHaveLength(8);
  });

  it('lists every kind of change', () => {
    const rows = guide.match(/^\| `[a-z-]+` \| .* \| (?:yes|no) \|$/gm) ?? [];
    const expected = Object.entries(changeKinds).map(
      ([kind, { title, isBreaking }]) =>
        `| \`${kind}\` | ${title} | ${isBreaking ? 'yes' : 'no'} |`,
    );
    expect([...rows]).toEqual(expected);
  });
});
