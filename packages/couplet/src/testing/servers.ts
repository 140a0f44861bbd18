import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificates.ts';

/** Makes no pause between two tries: nothing gets better here by waiting. */
export async function noPause(): Promise<void> {}

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that answers the first request with the first answer, and so on; the last one is for all that follow. */
export async function serve(...answers: readonly Answer[]): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(inTurn(answers)))}`;
}

/** The same with TLS. */
export async function serveSecurely(
  certificate: Certificate,
  ...answers: readonly Answer[]
): Promise<string> {
  return `https://127.0.0.1:${await listen(createSecureServer({ ...certificate }, inTurn(answers)))}`;
}

/** A server that speaks for itself, byte by byte. */
export async function serveSocket(talk: (socket: Socket) => void): Promise<string> {
  const server = createSocketServer((socket) => {
    // What a client does to its end is no fault of the test.
    socket.on('error', () => socket.destroy());
    onTestFinished(() => {
      socket.destroy();
    });
    talk(socket);
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

/** An address of this machine at which nothing listens. */
export async function serveNothing(): Promise<string> {
  const server = createSocketServer();
  const port = await listen(server);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return `http://127.0.0.1:${port}`;
}

function inTurn(
  answers: readonly Answer[],
): (request: IncomingMessage, response: ServerResponse) => void {
  let count = 0;
  return (request, response) => {
    const answer = answers[Math.min(count, answers.length - 1)];
    count += 1;
    answer?.(response, request);
  };
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function') {
      server.closeAllConnections();
    }
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen');
  return address.port;
}
