// Runs a user's module in a thread of its own: what it does to its surroundings, and what it leaves running, ends there.
import { inspect, types } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Locator } from '../diagnostic/place.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { FoundManifest } from './manifests.ts';
import { collectManifests } from './manifests.ts';
import { renderProblems } from './problems.ts';

/** The data that the worker is given. */
export interface WorkerInput {
  /** The address of the bundled module. */
  readonly module: string;
  /** The module as the user calls it. */
  readonly source: string;
  /** The parameters that a function which it exports is called with. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** An answer of the worker. */
export type WorkerAnswer =
  | {
      readonly kind: 'collected';
      readonly manifests: readonly FoundManifest[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | Failure;

/** The depth that calls may have between the user's module and a fault in a library. */
const stackLimit = 50;

/** A fault of the module: a text that names it, and where an error was made. */
export interface Failure {
  readonly kind: 'failed';
  readonly thrown: string;
  readonly stack: string;
}

type Parameters = WorkerInput['parameters'];

async function run({ module, source, parameters }: WorkerInput): Promise<WorkerAnswer> {
  const diagnostics = new Diagnostics();
  const { locator } = placeInText(source);
  const namespace: Readonly<Record<string, unknown>> = await import(module);
  const { value, path } = Object.hasOwn(namespace, 'default')
    ? { value: await evaluate(namespace['default'], parameters), path: ['default'] }
    : { value: namedExports(namespace, locator, diagnostics), path: [] };
  const manifests = collectManifests(value, { path, locator, diagnostics });
  return { kind: 'collected', manifests, diagnostics: diagnostics.list() };
}

async function evaluate(exported: unknown, parameters: Parameters): Promise<unknown> {
  const value = await exported;
  return isFunction(value) ? value(parameters) : value;
}

function isFunction(value: unknown): value is (parameters: Parameters) => unknown {
  return typeof value === 'function';
}

function namedExports(
  namespace: Readonly<Record<string, unknown>>,
  locator: Locator,
  diagnostics: Diagnostics,
): Readonly<Record<string, unknown>> {
  const exports = Object.entries(namespace);
  if (exports.length === 0)
    diagnostics.report(renderProblems['nothing-exported'], {}, { locator, path: [] });
  const isCalled = ([name, value]: readonly [string, unknown]): boolean => {
    if (typeof value !== 'function') return false;
    diagnostics.report(renderProblems['function-not-default'], {}, { locator, path: [name] });
    return true;
  };
  return Object.fromEntries(exports.filter((entry) => !isCalled(entry)));
}

function describeFailure(thrown: unknown): Failure {
  if (!types.isNativeError(thrown)) {
    const text = inspect(thrown, { depth: 1, breakLength: Infinity });
    return { kind: 'failed', thrown: `it throws ${text}, which is no Error`, stack: '' };
  }
  const { name, message, stack = '' } = thrown;
  // The name of a plain error says nothing, if there is a message.
  const parts = name === 'Error' && message !== '' ? [message] : [name, message];
  return { kind: 'failed', thrown: parts.filter((part) => part !== '').join(': '), stack };
}

async function answer(message: WorkerAnswer): Promise<void> {
  // The worker ends with its answer, and what it has printed would be lost.
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => {
      stream.write('', () => resolve());
    });
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this port is no window
  parentPort?.postMessage(message);
}

Error.stackTraceLimit = stackLimit;
process.setSourceMapsEnabled(true);
process.on('uncaughtException', (thrown) => void answer(describeFailure(thrown)));
run(workerData).then(answer, (thrown: unknown) => answer(describeFailure(thrown)));
