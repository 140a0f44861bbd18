import type { FieldPath, Step } from '../api/field-path.ts';
import { items, property } from '../api/field-path.ts';
import type { ApiField } from '../api/field.ts';
import type { ApiKind } from '../api/kind.ts';
import type { Member } from './library.ts';
import type { PlacedKind, PlacedKinds } from './placed-kinds.ts';

/** A function of a library, or a namespace of it, by the names that lead there from its kind. */
export interface Call {
  readonly at: PlacedKind;
  readonly members: readonly [Member, ...Member[]];
  /** Tells whether it makes one item of a list, and not a part of the kind's own manifest. */
  readonly buildsItem: boolean;
}

/**
 * A way to set a field: by the functions of its kind, from the outside in. The value of each but the last is made by the
 * next: a list takes an item that another function makes. What of the path is left has no function, and stands as plain
 * data in the argument of the last one.
 */
export interface CallChain {
  readonly calls: readonly [Call, ...Call[]];
  readonly rest: FieldPath;
}

/** Says of fields how they are called in a library, and of calls which field they set. */
export class Calls {
  readonly #kinds: PlacedKinds;

  constructor(kinds: PlacedKinds) {
    this.#kinds = kinds;
  }

  /**
   * Finds the functions that set a field of a kind's manifest; of an object with functions for its fields, their
   * namespace. `undefined` where the library has none: of a kind that it does not have, of what `new` sets, of a status.
   */
  of(kind: ApiKind, field: ApiField): CallChain | undefined {
    const placed = this.#kinds.ofDefinition(kind.names.definition);
    if (placed === undefined) return undefined;
    const walk = new CallWalk(placed, this.#kinds);
    let at = kind.definitionRoot;
    for (const step of field.path) {
      const below = at.step(step);
      if (below === undefined || !walk.follow(step, at, below)) break;
      at = below;
    }
    return walk.end(field.path);
  }

  /**
   * Finds what the names behind `o.` are in the library: `route`, `v1`, `route`, `spec`, `withHost`.
   *
   * @returns the function or namespace, `undefined` where there is none
   */
  find([group = '', version = '', key = '', ...names]: readonly string[]): Call | undefined {
    const at = this.#kinds.at(group, version, key);
    const found: Member[] = [];
    let level: readonly Member[] = at?.kind.members ?? [];
    for (const name of names) {
      const member = level.find((each) => each.name === name);
      if (member === undefined) return undefined;
      found.push(member);
      level = member.kind === 'namespace' ? member.shape.members : [];
    }
    const [first, ...others] = found;
    return at && first && callOf(at, [first, ...others]);
  }
}

/** The path of the field that a chain of calls sets, from the manifest of the first call's kind. */
export function pathOfCalls({ calls, rest }: CallChain): FieldPath {
  return [...pathSetBy(calls), ...rest];
}

function pathSetBy(calls: CallChain['calls']): FieldPath {
  let base: FieldPath = [];
  let path: FieldPath = [];
  for (const [index, call] of calls.entries()) {
    // The names of a call that makes an item lead through its list; all others begin anew, with a part.
    if (!call.buildsItem) base = setsList(calls[index - 1]) ? [...path, items] : path;
    path = [...base, ...pathOfCall(call)];
  }
  return path;
}

function setsList(call: Call | undefined): boolean {
  return call?.members.at(-1)?.field.kind === 'array';
}

function chainOf(calls: readonly Call[], path: FieldPath): CallChain | undefined {
  const [first, ...others] = calls;
  if (first === undefined) return undefined;
  return { calls: [first, ...others], rest: path.slice(pathSetBy([first, ...others]).length) };
}

/** The path of the field that a call sets in its kind's manifest, through the lists whose items are made. */
export function pathOfCall({ members }: Call): FieldPath {
  return members.flatMap((member): FieldPath => {
    const step = property(member.field.property);
    return member.kind === 'namespace' && member.buildsItem ? [step, items] : [step];
  });
}

function callOf(at: PlacedKind, members: Call['members']): Call {
  const buildsItem = members.some((member) => member.kind === 'namespace' && member.buildsItem);
  return { at, members, buildsItem };
}

/** A walk from a kind down the fields of its manifest, by the functions that set them. */
class CallWalk {
  readonly #kinds: PlacedKinds;
  readonly #calls: Call[] = [];
  #at: PlacedKind;
  #level: readonly Member[];
  #above: readonly Member[] = [];
  #members: Member[] = [];

  constructor(at: PlacedKind, kinds: PlacedKinds) {
    this.#kinds = kinds;
    this.#at = at;
    this.#level = at.kind.members;
  }

  /** Goes one step further, if there is a function or a namespace for it. */
  follow(step: Step, from: ApiField, to: ApiField): boolean {
    if (step.kind === 'values') return false;
    if (step.kind === 'items') return this.#enterItem(to);
    if (this.#members.at(-1)?.field.kind === 'scalar' && !this.#enterPart(from)) return false;
    return this.#enter(step.name);
  }

  /** The result of the walk on the way to a field; `undefined` where no function sets it. */
  end(path: FieldPath): CallChain | undefined {
    const outer = chainOf(this.#calls, path);
    this.#finish();
    const whole = chainOf(this.#calls, path);
    const last = this.#members.at(-1);
    if (last?.kind !== 'namespace') return whole;
    // A namespace sets nothing: what is below it without a function is set from further out, if anywhere.
    return last.buildsItem || whole?.rest.length !== 0 ? outer : whole;
  }

  #enter(name: string): boolean {
    const member = this.#level.find(
      (each) =>
        each.field.property === name &&
        (each.kind === 'setter' || (each.kind === 'namespace' && !each.buildsItem)),
    );
    if (member === undefined) return false;
    this.#members.push(member);
    this.#above = this.#level;
    this.#level = member.kind === 'namespace' ? member.shape.members : [];
    return true;
  }

  /** From a list to the functions that make one item of it: its own, or those of the part that the items are. */
  #enterItem(item: ApiField): boolean {
    const list = this.#members.at(-1)?.field;
    if (list?.kind !== 'array') return false;
    const builder = this.#above.find((each) => each.kind === 'namespace' && each.field === list);
    if (builder?.kind !== 'namespace') return this.#enterPart(item);
    this.#finish();
    this.#members.splice(-1, 1, builder);
    this.#level = builder.shape.members;
    return true;
  }

  /** To the functions of a part that has a place of its own in the library. */
  #enterPart({ own, definition }: ApiField): boolean {
    const part = own.kind === 'reference' ? this.#kinds.ofDefinition(definition) : undefined;
    if (part === undefined) return false;
    this.#finish();
    this.#at = part;
    this.#level = part.kind.members;
    this.#members = [];
    return true;
  }

  #finish(): void {
    const [first, ...others] = this.#members;
    if (first !== undefined) this.#calls.push(callOf(this.#at, [first, ...others]));
  }
}
