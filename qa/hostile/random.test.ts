import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { packedFiles, tarOf, tgzOf, zipOf } from '../../packages/couplet/src/testing/archives.ts';
import { bundleFiles } from '../../packages/couplet/src/testing/packages.ts';
import { skipWithoutCommands } from '../conformance/jsonnet.ts';
import { anyCustomResource, anyOpenApi } from './arbitraries.ts';
import type { HostileCase } from './case.ts';
import { checkOutcome } from './check.ts';
import type { Generated } from './libraries.ts';
import { checkInJsonnet, generatedBy } from './libraries.ts';
import { runHostile, sandboxFolder } from './sandbox.ts';

let folder = '';
const libraries: Generated[] = [];

beforeAll(() => {
  folder = sandboxFolder();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function check(files: Readonly<Record<string, string>>): Promise<void> {
  const outcome = await runHostile(folder, { name: 'random', files, outcome: 'library' });
  checkOutcome(outcome);
  libraries.push(...generatedBy(outcome));
}

it('gives a library or an error for any OpenAPI document', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyOpenApi,
      async (value) => await check({ 'in.json': JSON.stringify(value) }),
    ),
    { numRuns: 150 },
  );
});

it('gives a library or an error for any custom resources', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCustomResource, { minLength: 1, maxLength: 3 }),
      async (values) => {
        await check({ 'in.yaml': values.map((value) => `---\n${stringify(value)}`).join('') });
      },
    ),
    { numRuns: 80 },
  );
});

it('gives a library or an error for both together', async () => {
  await fc.assert(
    fc.asyncProperty(anyOpenApi, anyCustomResource, async (api, resource) => {
      await check({ 'a.json': JSON.stringify(api), 'b.json': JSON.stringify(resource) });
    }),
    { numRuns: 50 },
  );
});

it('gives an error for what is neither', async () => {
  const anyText = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 50 }),
  );
  await fc.assert(
    fc.asyncProperty(anyText, async (content) => {
      const files = { 'in.json': content, 'in.yaml': content };
      const outcome = await runHostile(folder, { name: 'random', files, outcome: 'library' });
      checkOutcome(outcome);
      expect(outcome.result.code).toBe(1);
    }),
    { numRuns: 100 },
  );
});

it('gives a library or an error for any archive', async () => {
  const files = packedFiles(bundleFiles());
  const good = [tarOf(files), tgzOf(files), zipOf(files)];
  const anyArchive = fc.constantFrom(...good).chain((bytes) =>
    fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 3 }).map((changes) => {
      const changed = Buffer.from(bytes);
      for (const [index, byte] of changes) changed[index] = byte;
      return changed;
    }),
  );
  await fc.assert(
    fc.asyncProperty(anyArchive, async (content) => {
      const options: HostileCase['options'] = ({ inputs }) => ['--from', `${inputs}/in.bin`];
      const hostile = { name: 'random', files: { 'in.bin': content }, options };
      const outcome = await runHostile(folder, { ...hostile, outcome: 'library' });
      checkOutcome(outcome);
      libraries.push(...generatedBy(outcome));
    }),
    { numRuns: 100 },
  );
});

it('gives libraries that run in a real Jsonnet, and are formatted', async (context) => {
  skipWithoutCommands(context, 'jsonnet', 'jsonnetfmt');
  expect(libraries.length).toBeGreaterThan(50);
  await checkInJsonnet(folder, libraries);
});
