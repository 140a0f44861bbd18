import { expect, it } from 'vitest';
import { skipWithout } from '../support/shared.ts';
import type { ValidationCase } from './cases.ts';
import { customResourceDefinition, edgeCases, suiteCases, validationFolder } from './cases.ts';
import { fileFor, schemasOf } from '../../packages/couplet/src/testing/json-schemas.ts';
import { Validator } from './validator.ts';

/** What the schema cannot decide as the API server does. */
const knownMisses: readonly string[] = [
  ...[32, 33].map((number) => `edge/type-and-limits/${number}`),
  ...[4, 5, 7, 9].map((number) => `edge/pattern/${number}`),
  ...[42, 47, 49, 54, 56, 64].map((number) => `edge/format/${number}`),
];

interface Outcome {
  /** What the API server takes and the schema refuses. */
  readonly wronglyRefused: readonly string[];
  readonly accepted: number;
  readonly refused: number;
  /** What the API server refuses for its structure and the schema takes. */
  readonly missed: readonly string[];
}

async function run(cases: readonly ValidationCase[]): Promise<Outcome> {
  const validators = new Map<string, Validator>();
  const wronglyRefused: string[] = [];
  const missed: string[] = [];
  const counts = { accepted: 0, refused: 0 };
  for (const { id, crdFile, version, object, isAccepted, isRefused } of cases) {
    if (!isAccepted && !isRefused) continue;
    const key = `${crdFile} ${version}`;
    const validator =
      validators.get(key) ??
      new Validator((await schemasOf([customResourceDefinition(crdFile, version)])).files);
    validators.set(key, validator);
    const problems = problemsOf(validator, object);
    counts[isAccepted ? 'accepted' : 'refused']++;
    if (isAccepted && problems.length > 0) wronglyRefused.push(`${id}: ${problems.join('; ')}`);
    if (!isAccepted && problems.length === 0) missed.push(id);
  }
  return { wronglyRefused, missed, ...counts };
}

function problemsOf(validator: Validator, object: unknown): readonly string[] {
  const { apiVersion, kind } = Object(object);
  const file = fileFor(String(apiVersion), String(kind));
  return validator.has(file) ? validator.problems(file, object) : [`no ${file}`];
}

it('takes what the API server takes, and refuses what its structure decides', async (context) => {
  skipWithout(context, validationFolder);
  const { accepted, refused, wronglyRefused, missed } = await run([
    ...suiteCases(),
    ...edgeCases(),
  ]);
  console.log(
    `${accepted} accepted, none refused but ${wronglyRefused.length}; ${refused} refused for their structure, ` +
      `${missed.length} missed: ${missed.join(', ')}`,
  );
  expect(wronglyRefused).toEqual([]);
  expect(missed).toEqual(knownMisses);
  expect(accepted).toBeGreaterThanOrEqual(2379);
  expect(refused).toBeGreaterThanOrEqual(727);
});
