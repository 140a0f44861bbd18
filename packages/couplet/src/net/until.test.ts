import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { serve } from '../testing/servers.ts';
import { collect } from './collect.ts';
import { until } from './until.ts';

const never = new Promise<string>(() => undefined);

describe('work until a signal', () => {
  test('gives what comes of it', async () => {
    expect(await until(new AbortController().signal, Promise.resolve('tea'))).toBe('tea');
  });

  test('fails as the work does', async () => {
    const work = Promise.reject(new Error('no tea'));
    await expect(until(new AbortController().signal, work)).rejects.toThrow('no tea');
  });

  test('ends with the reason of the signal, whether or not the work heeds it', async () => {
    const controller = new AbortController();
    const outcome = until(controller.signal, never);
    controller.abort(new Error('too late'));
    await expect(outcome).rejects.toThrow('too late');
  });

  test('does not wait for a signal that was given before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(until(signal, never)).rejects.toThrow('too late');
  });

  // `fetch` of Node 20 and 22 neither goes on nor fails when it is broken off while it unpacks.
  test('ends where `fetch` is broken off while it unpacks', async () => {
    // Just too much for one read of a connection.
    const packed = gzipSync(
      Buffer.concat([Buffer.alloc(60 * 1024 * 1024), randomBytes(10 * 1024)]),
    );
    const url = await serve((response) => {
      response.setHeader('content-encoding', 'gzip').end(packed);
    });
    const controller = new AbortController();
    const { body } = await fetch(url, { signal: controller.signal });
    if (body === null) throw new Error('there is no body');
    let chunks = 0;
    async function* brokenOff(whole: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
      for await (const chunk of whole) {
        chunks += 1;
        if (chunks === 3) controller.abort(new Error('too late'));
        yield chunk;
      }
    }
    const outcome = until(controller.signal, collect(brokenOff(body)));
    await expect(outcome).rejects.toThrow('too late');
  });
});
