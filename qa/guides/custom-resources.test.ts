import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { skipWithoutJsonnet } from '../support/jsonnet.ts';
import {
  certManagerPath,
  mirrorCertManager,
  mirrorRelease,
  releasePaths,
} from '../support/release-mirror.ts';
import { skipWithout } from '../support/shared.ts';
import { Guide } from './guide.ts';

const guide = new Guide('custom-resources.md');
const { project } = guide;
const needed = [...releasePaths, certManagerPath];

interface Crd {
  readonly group: string;
  readonly kind: string;
  readonly scope?: string;
  readonly fields: Readonly<Record<string, object>>;
}

function crd({ group, kind, scope = 'Namespaced', fields }: Crd): object {
  const spec = { type: 'object', properties: fields };
  const openAPIV3Schema = { type: 'object', properties: { spec } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${kind.toLowerCase()}s.${group}` },
    spec: {
      group,
      names: { kind, plural: `${kind.toLowerCase()}s` },
      scope,
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  };
}

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const kettle = { group: 'tea.example.com', kind: 'Kettle' };

/** What the guide's addresses have, below the folder that stands for the internet. */
const addresses: Readonly<Record<string, readonly object[]>> = {
  'example.com/pots/v2/crds.yaml': [
    crd({ group: 'tea.example.org', kind: 'Pot', scope: 'Cluster', fields: { lid: text } }),
    crd({ group: 'tea.example.org', kind: 'Kettle', fields: { watts: { type: 'integer' } } }),
  ],
  'example.com/tea-operator/v1.2/crds.yaml': [
    crd({
      ...kettle,
      fields: {
        litres: { type: 'integer', minimum: 1 },
        material: { type: 'string', enum: ['steel', 'glass'] },
        teaBags: texts,
      },
    }),
  ],
};

/** What the guide's other programs do here: `kubectl` has a cluster, `jb` copies what is in the repository. */
const programs = {
  helm: `cat tea-chart/crds/*.yaml`,
  kubectl: `echo '${JSON.stringify({ kind: 'List', items: [crd({ ...kettle, fields: { litres: { type: 'integer' }, teas: texts } })] })}'`,
  jb: `[ "$1" = init ] && exit
to="vendor/$(dirname "\${2%@*}")"
mkdir -p "$to" && cp -R "lib/$(basename "\${2%@*}")" "$to" && cp -R lib/doc-util vendor`,
};

beforeAll(() => {
  if (needed.every((path) => existsSync(path))) {
    mirrorRelease(join(project.folder, 'mirror'));
    mirrorCertManager(join(project.folder, 'mirror'));
  }
  for (const [path, documents] of Object.entries(addresses)) {
    const stream = documents.map((document) => JSON.stringify(document)).join('\n---\n');
    project.write(`mirror/${path}`, stream);
  }
  guide.useMirror(join(project.folder, 'mirror'));
  for (const [name, script] of Object.entries(programs)) {
    project.write(`node_modules/.bin/${name}`, `#!/bin/sh\n${script}\n`, 0o755);
  }
  project.link('../../lib/typescript', 'node_modules/@example/platform');
});

afterAll(() => project.remove());

describe('the guide for custom resources', () => {
  beforeEach((context) => skipWithout(context, ...needed));

  it.for(guide.steps)('$command', ({ command, status, shown }, context) => {
    if (command.startsWith('jsonnet ')) skipWithoutJsonnet(context);
    const run = project.run(command);
    expect(run.stderr).not.toContain('error');
    expect(run.status).toBe(status);
    if (shown !== undefined) expect(run.stdout).toBe(shown.text);
  });

  it('has a program with the mistakes that it marks, and no others', () => {
    const compilerOptions = { module: 'nodenext', strict: true, noEmit: true, skipLibCheck: false };
    const configuration = { compilerOptions, files: ['kitchen.mts'] };
    project.write('tsconfig.json', JSON.stringify(configuration));
    expect(project.check('tsconfig.json')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('has libraries that are called after their packages', () => {
    for (const label of ['tea-operator-1.3.0', 'tea-chart-0.3.0']) {
      expect(existsSync(join(project.folder, 'lib', label, 'main.libsonnet'))).toBe(true);
    }
  });

  it('shows what most commands print', () => {
    expect(guide.steps.filter(({ shown }) => shown !== undefined)).toHaveLength(6);
  });
});
