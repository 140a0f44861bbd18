import { describe, expect, test } from 'vitest';
import { failure } from './failure.ts';
import { netProblems } from './problems.ts';
import { retry } from './retry.ts';

const document = new Uint8Array([1]);

function fault(waitSeconds?: number) {
  return failure(
    netProblems['url-server-failed'],
    { status: 503 },
    { isTransient: true, waitSeconds },
  );
}

/** The result of tries that end like this one after the other, and the pauses between them in milliseconds. */
async function pausesOf(
  ends: readonly (Uint8Array | ReturnType<typeof fault>)[],
  timeoutSeconds: number,
): Promise<{ isRead: boolean; tries: number; pauses: readonly number[] }> {
  const pauses: number[] = [];
  let tries = 0;
  const result = await retry(
    async () => {
      tries += 1;
      return ends[tries - 1] ?? document;
    },
    timeoutSeconds,
    async (milliseconds) => {
      pauses.push(milliseconds);
    },
  );
  return { isRead: result === document, tries, pauses };
}

describe('a try after a fault of the moment', () => {
  test.each([
    ['is not made if there was none', [], { isRead: true, tries: 1, pauses: [] }],
    ['comes after a pause', [fault()], { isRead: true, tries: 2, pauses: [250] }],
    [
      'comes after a longer pause each time',
      [fault(), fault()],
      { isRead: true, tries: 3, pauses: [250, 500] },
    ],
    [
      'is the last one if it is the third',
      [fault(), fault(), fault()],
      { isRead: false, tries: 3, pauses: [250, 500] },
    ],
    ['comes when the server wants it', [fault(1)], { isRead: true, tries: 2, pauses: [1000] }],
    ['comes at once if the server wants that', [fault(0)], { isRead: true, tries: 2, pauses: [0] }],
    [
      'is not made if the server wants it too late',
      [fault(31)],
      { isRead: false, tries: 1, pauses: [] },
    ],
  ])('%s', async (_, ends, outcome) => {
    expect(await pausesOf(ends, 30)).toEqual(outcome);
  });

  test('is not made if its pause would be longer than the time that is left', async () => {
    expect(await pausesOf([fault()], 0.2)).toEqual({ isRead: false, tries: 1, pauses: [] });
  });
});
