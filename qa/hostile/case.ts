import type { ProblemCode } from '../../packages/couplet/src/cli/all-problems.ts';
import type { Sandbox } from './sandbox.ts';

/** An input that somebody made who means no good, or who made a bad mistake. */
export interface HostileCase {
  readonly name: string;
  /** Inputs by path; all of them are read, unless the options say otherwise. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  /** The options that stand for `--from`; `--label` and `--out` stand before them. */
  readonly options?: (sandbox: Sandbox) => readonly string[];
  /** Does what inputs alone cannot, before the run. */
  readonly prepare?: (sandbox: Sandbox) => void;
  /** A library, a diagnostic that is an error, or the arguments are refused. */
  readonly outcome: 'library' | 'wrong use' | ProblemCode;
  /** What is reported besides, as an error or not. */
  readonly reports?: readonly ProblemCode[];
}

/** A case of one input, `in.json`. */
export function jsonCase(
  name: string,
  value: unknown,
  outcome: HostileCase['outcome'] = 'library',
  ...reports: readonly ProblemCode[]
): HostileCase {
  return { name, files: { 'in.json': JSON.stringify(value) }, outcome, reports };
}

/** A case of one text, in a file of the given name. */
export function textCase(
  name: string,
  file: string,
  content: string | Uint8Array,
  outcome: HostileCase['outcome'],
  ...reports: readonly ProblemCode[]
): HostileCase {
  return { name, files: { [file]: content }, outcome, reports };
}

/** An object whose keys may be any text, `__proto__` included. */
export function objectOf<Value>(
  names: Iterable<string>,
  valueOf: (name: string) => Value,
): Record<string, Value> {
  return Object.fromEntries(Array.from(names, (name) => [name, valueOf(name)]));
}

/** An OpenAPI document with the given definitions. */
export function openApi(definitions: object): object {
  return { swagger: '2.0', definitions };
}

const metadata = { type: 'object', properties: { name: { type: 'string' } } };

/** A definition that is served as a kind, with the given properties besides its metadata. */
export function served(
  properties: object,
  { group = 'tea.example.com', version = 'v1', kind = 'Pot' } = {},
): object {
  return {
    type: 'object',
    properties: Object.assign(Object.fromEntries(Object.entries(properties)), { metadata }),
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
  };
}

/** An OpenAPI document with one kind that has the given properties. */
export function kindWith(properties: object): object {
  return openApi({ 'com.example.tea.v1.Pot': served(properties) });
}

/** A reference to a definition. */
export function referenceTo(name: string): object {
  return { $ref: `#/definitions/${name}` };
}
