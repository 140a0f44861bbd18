import { copy } from './add.ts';
import type { Marks } from './data.ts';
import { isArray, setField, setMarks } from './data.ts';
import { below } from './path.ts';
import type { Path } from './path.ts';
import { fieldsOf, resolveTarget } from './table.ts';
import type { Field, Table } from './table.ts';

/** Functions and nested namespaces, by name. What they are exactly, a generated module's declarations say. */
export type Namespace = { [name: string]: unknown };

/** An object that a namespace's functions reach through, seen from the root. */
interface Level extends Path {
  readonly parent: Level | undefined;
  readonly key: string;
  readonly marks: Marks;
}

/**
 * The functions of a definition that has no `new`, by a row of the table (see {@link Table}): `withX(x)` sets a field,
 * `withXMixin(x)` adds to it, and objects are namespaces, made on first use. A function copies its argument.
 */
export function definition(table: Table, row: string): Namespace {
  return namespaceOf(table, row, undefined, true);
}

/** The functions of a kind, with `new(name)`, which sets apiVersion, kind and the name in the metadata. */
export function kind(
  table: Table,
  row: string,
  apiVersion: string,
  kindName: string = row,
): Namespace {
  return constructible(table, row, (name) => withMetadata(apiVersion, kindName, { name }));
}

/** The functions of a kind that belongs to no namespace: `new(name)` also tells Tanka not to give it one. */
export function clusterKind(
  table: Table,
  row: string,
  apiVersion: string,
  kindName: string = row,
): Namespace {
  return constructible(table, row, (name) => {
    const annotations = { 'tanka.dev/namespaced': 'false' };
    return withMetadata(apiVersion, kindName, { name, annotations });
  });
}

/** The functions of a kind that has no metadata to hold a name: `new()` sets apiVersion and kind. */
export function namelessKind(
  table: Table,
  row: string,
  apiVersion: string,
  kindName: string = row,
): Namespace {
  return constructible(table, row, () => ({ apiVersion, kind: kindName }));
}

function constructible(table: Table, row: string, create: (name: string) => object): Namespace {
  const namespace = namespaceOf(table, row, undefined, true);
  namespace['new'] = create;
  return namespace;
}

/** As in Jsonnet, the name is added to the metadata that stands before it. */
function withMetadata(apiVersion: string, kindName: string, metadata: object): object {
  const object = { apiVersion, kind: kindName, metadata };
  setMarks(object, marksOfOne('metadata'));
  return object;
}

function namespaceOf(table: Table, row: string, at: Level | undefined, isRoot: boolean): Namespace {
  const namespace: Namespace = {};
  for (const field of fieldsOf(table, row)) {
    if (isRoot && field.isLeftOutOfRoot) continue;
    if (field.sign !== '>') {
      setField(namespace, field.setter, functionOf(field, at, false));
      if (field.sign !== '') {
        setField(namespace, `${field.setter}Mixin`, functionOf(field, at, true));
      }
    }
    if (field.target !== '') defineNested(namespace, table, field, at);
  }
  return namespace;
}

/** A namespace in a namespace, which takes the place of its getter on first use. */
function defineNested(
  namespace: Namespace,
  table: Table,
  { key, property, sign, target }: Field,
  at: Level | undefined,
): void {
  const make = (): Namespace => {
    const [targetTable, row] = resolveTarget(table, target);
    // An item is an object of its own, whatever it is an item of.
    const level = sign === '*' ? undefined : levelBelow(at, property);
    const value = namespaceOf(targetTable, row, level, false);
    Object.defineProperty(namespace, key, { value });
    return value;
  };
  Object.defineProperty(namespace, key, { configurable: true, enumerable: true, get: make });
}

function levelBelow(parent: Level | undefined, key: string): Level {
  return { ...below(parent, key), parent, key, marks: marksOfOne(key) };
}

function functionOf(
  { property, sign }: Field,
  at: Level | undefined,
  isAdded: boolean,
): (argument: unknown) => object {
  const marks = isAdded ? marksOfOne(property) : undefined;
  return (argument) => {
    const value = sign === '*' && !isArray(argument) ? [argument] : argument;
    let patch = wrap(property, copy(value, at, property), marks);
    for (let level = at; level !== undefined; level = level.parent) {
      patch = wrap(level.key, patch, level.marks);
    }
    return patch;
  };
}

function wrap(key: string, value: unknown, marks: Marks | undefined): object {
  // In brackets, `__proto__` is a property like any other.
  const object = { [key]: value };
  if (marks !== undefined) setMarks(object, marks);
  return object;
}

function marksOfOne(key: string): Marks {
  return new Map([[key, true]]);
}
