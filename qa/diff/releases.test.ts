import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { runCommand } from '../../packages/couplet/src/testing/command.ts';
import { rawDefinitionsOf } from '../conformance/oracle/read.ts';
import { readDocuments } from '../support/documents.ts';
import { crdsPath, kubernetesPath } from '../support/release-mirror.ts';
import { embeddedPath, sharedPath, skipWithout } from '../support/shared.ts';
import { compareFacts } from './compare-facts.ts';
import type { Fact } from './facts.ts';
import { factsOf } from './facts.ts';
import { diff } from './run-diff.ts';

function openShift(release: string): string {
  return sharedPath('specs', 'openshift', `openapi-${release}.json.gz`);
}

async function readFacts(path: string): Promise<ReadonlyMap<string, Fact>> {
  const documents = await readDocuments([path], new Diagnostics());
  return factsOf(rawDefinitionsOf(documents.map(({ value }) => value)));
}

/** What Couplet tells, as the check words it: which of two types takes more is not the check's to say. */
async function tellChanges(before: string, after: string): Promise<readonly string[]> {
  const { changes } = await diff(before, after);
  return changes
    .flatMap(({ kind, places }) => {
      const told = kind === 'widened' ? 'retyped' : kind;
      return places.map((place) => `${told} ${place}`);
    })
    .sort();
}

describe.each([
  ['4.16', '4.20'],
  ['4.20', '5.1'],
  // What comes before is then newer: all that was added is removed.
  ['4.20', '4.16'],
])('couplet diff of OpenShift %s and %s', (before, after) => {
  it('finds what the raw documents say, no more, no less', async (context) => {
    const [old, own] = [openShift(before), openShift(after)];
    skipWithout(context, old, own);
    const expected = compareFacts(await readFacts(old), await readFacts(own));
    expect(expected.length).toBeGreaterThan(200);
    expect(await tellChanges(old, own)).toEqual(expected);
  });
});

describe('the check of the raw documents', () => {
  it('sees changes of every kind', async (context) => {
    skipWithout(context, openShift('4.16'), openShift('4.20'));
    const changes = compareFacts(
      await readFacts(openShift('4.16')),
      await readFacts(openShift('4.20')),
    );
    expect([...new Set(changes.map((change) => change.replace(/ .*/, '')))]).toEqual([
      'deprecated',
      'field-added',
      'field-removed',
      'function-added',
      'function-changed',
      'function-removed',
      'kind-added',
      'kind-removed',
      'newly-required',
      'no-longer-deprecated',
      'no-longer-required',
      'part-added',
      'part-removed',
      'values-added',
      'values-removed',
    ]);
  });
});

describe('couplet diff of a document and itself', () => {
  it.for([
    ['OpenShift 4.5', embeddedPath],
    ['OpenShift 4.12', openShift('4.12')],
    ['OpenShift 4.16', openShift('4.16')],
    ['OpenShift 4.20', openShift('4.20')],
    ['OpenShift 5.1', openShift('5.1')],
    ['Kubernetes 1.30', kubernetesPath('1.30')],
    ['Kubernetes 1.33', kubernetesPath('1.33')],
    ['Kubernetes 1.35', kubernetesPath('1.35')],
    ['Kubernetes 1.36', kubernetesPath('1.36')],
    ['the CRDs of OpenShift 4.5', sharedPath('specs', 'openshift', 'crds-4.5')],
    ['the CRDs of OpenShift 4.20', crdsPath],
  ])('says that nothing changed in %s', async ([, path = ''], context) => {
    skipWithout(context, path);
    const { stdout, code } = await runCommand(['diff', path, path, '--wording']);
    expect({ stdout, code }).toEqual({ stdout: 'No changes.\n', code: 0 });
  });
});
