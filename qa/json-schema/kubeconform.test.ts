import { afterAll, expect, it } from 'vitest';
import { openApi } from '../../packages/couplet/src/testing/pipeline.ts';
import { schemasOf } from '../../packages/couplet/src/testing/json-schemas.ts';
import { Project } from '../examples/project.ts';
import { skipWithoutKubeconform } from '../support/kubeconform.ts';

const project = new Project();

afterAll(() => project.remove());

function kind(group: string, name: string): object {
  return {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      tea: { type: 'string' },
    },
    'x-kubernetes-group-version-kind': [{ group, version: 'v1', kind: name }],
  };
}

it('has files that kubeconform finds, of the core group and of others', async (context) => {
  skipWithoutKubeconform(context);
  const { files } = await schemasOf([
    openApi({
      'com.example.core.v1.TeaCup': kind('', 'TeaCup'),
      'com.example.pots.v1.TeaPot': kind('pots.example.com', 'TeaPot'),
    }),
  ]);
  for (const [name, text] of files) project.write(`schemas/${name}`, text);
  const manifests = ['v1/TeaCup', 'pots.example.com/v1/TeaPot'].flatMap((name) => {
    const [, apiVersion, kindName] = /^(.*)\/(\w+)$/.exec(name) ?? [];
    return ['mint', 5].map((tea) => ({ apiVersion, kind: kindName, metadata: { name: 'a' }, tea }));
  });
  project.write('all.yaml', manifests.map((each) => JSON.stringify(each)).join('\n---\n'));
  const location = 'schemas/{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json';
  const run = project.run(
    `kubeconform -output json -verbose -schema-location '${location}' all.yaml`,
  );
  const { resources } = JSON.parse(run.stdout);
  const verdicts = resources.map(
    ({ kind: found, status }: { kind: string; status: string }) => `${found}: ${status}`,
  );
  expect(verdicts.sort()).toEqual([
    'TeaCup: statusInvalid',
    'TeaCup: statusValid',
    'TeaPot: statusInvalid',
    'TeaPot: statusValid',
  ]);
});
