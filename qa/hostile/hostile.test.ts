import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipWithoutCommands } from '../conformance/jsonnet.ts';
import { archiveCases } from './archives.ts';
import { byteCases } from './bytes.ts';
import type { HostileCase } from './case.ts';
import { checkExpectation, checkOutcome } from './check.ts';
import { customResourceCases, replacedParts } from './custom-resources.ts';
import { checkInJsonnet, generatedBy } from './libraries.ts';
import { nameCases } from './names.ts';
import type { Generated } from './libraries.ts';
import { runHostile, sandboxFolder } from './sandbox.ts';
import { structureCases } from './structures.ts';
import { surroundingCases } from './surroundings.ts';
import { textCases } from './texts.ts';
import { wrongTypeCases } from './wrong-types.ts';

const corpus: Readonly<Record<string, readonly HostileCase[]>> = {
  names: nameCases,
  texts: textCases,
  structures: structureCases,
  bytes: byteCases,
  archives: archiveCases,
  'custom resources': customResourceCases,
  'wrong types': wrongTypeCases,
  surroundings: surroundingCases,
};

/** Nobody waits longer, and the slowest machine of a build may be four times as slow as ours. */
const timeLimit = 120_000;

let folder = '';
const libraries: Generated[] = [];

beforeAll(() => {
  folder = sandboxFolder();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function runAndCheck(hostile: HostileCase): ReturnType<typeof runHostile> {
  const outcome = await runHostile(folder, hostile);
  checkOutcome(outcome);
  libraries.push(...generatedBy(outcome));
  return outcome;
}

describe.each(Object.entries(corpus))('%s', (_name, cases) => {
  it.each(cases)('$name', { timeout: timeLimit }, async (hostile) => {
    checkExpectation(await runAndCheck(hostile), hostile);
  });
});

it('gives a library or an error for every part of a custom resource that is wrong', async () => {
  expect(replacedParts.length).toBeGreaterThan(200);
  for (const hostile of replacedParts) {
    await runAndCheck(hostile).catch((error: unknown) => {
      throw new Error(hostile.name, { cause: error });
    });
  }
});

it(
  'gives libraries that run in a real Jsonnet, and are formatted',
  { timeout: 600_000 },
  async (context) => {
    skipWithoutCommands(context, 'jsonnet', 'jsonnetfmt');
    await checkInJsonnet(folder, libraries);
  },
);

it('never takes much memory', () => {
  const kilobytes = process.resourceUsage().maxRSS;
  expect(kilobytes / 1024).toBeLessThan(2048);
});
