import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

/** What a web server is that serves a folder; it runs in a process of its own, since tests wait for their commands. */
const program = `
const { createReadStream } = require('node:fs');
const { join } = require('node:path');
const server = require('node:http').createServer((request, response) => {
  const file = createReadStream(join(process.argv[1], decodeURIComponent(request.url)));
  file.on('error', () => response.writeHead(404).end());
  file.pipe(response);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** A web server for the files of a folder. */
export class FolderServer {
  readonly #folder: string;
  #process: ChildProcess | undefined;
  address = '';

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['-e', program, this.#folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    for await (const chunk of child.stdout) {
      this.address = `http://127.0.0.1:${String(chunk).trim()}`;
      break;
    }
  }

  stop(): void {
    this.#process?.kill();
  }
}
