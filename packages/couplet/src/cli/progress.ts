import type { Streams } from './streams.ts';

/** Runs that are over sooner show nothing: a line that flashes by tells nobody anything. */
const patience = 400;

/** Shows on a terminal what a command is doing; elsewhere, and in a quick run, it shows nothing. */
export class Progress {
  readonly #stderr: Streams['stderr'];
  readonly #started = performance.now();
  #isShown = false;

  constructor({ stderr }: Streams) {
    this.#stderr = stderr;
  }

  step(text: string): void {
    if (this.#stderr.isTTY !== true) return;
    if (performance.now() - this.#started < patience) return;
    this.#stderr.write(`\r\u001b[K${text} …`);
    this.#isShown = true;
  }

  /** Takes the line away again, so that what follows starts on an empty one. */
  end(): void {
    if (this.#isShown) this.#stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}
