import type { ValueType } from './types.ts';

type Literal = string | number | boolean;
type Member = ValueType | { readonly kind: 'null' };

const any: ValueType = { kind: 'any' };

/**
 * The type of what is of one of the types: each of them once, without literals whose own type is there too. Any value
 * is allowed where one of them says nothing, or where there are none.
 */
export function unionOf(types: readonly ValueType[]): ValueType {
  const members = new Map<string, ValueType>();
  const literals = new Set<Literal>();
  let isNullable = false;
  for (const type of types.flatMap(membersOf)) {
    if (type.kind === 'any') return any;
    if (type.kind === 'null') isNullable = true;
    else if (type.kind !== 'enum') members.set(keyOf(type), type);
    else for (const value of type.values) literals.add(value);
  }
  const values = [...literals].filter((value) => !members.has(typeof value));
  if (members.has('number') && members.delete('string')) {
    members.set('number', { kind: 'int-or-string' });
  }
  const all: ValueType[] = values.length > 0 ? [{ kind: 'enum', values }] : [];
  const [only = any, ...others] = [...all, ...members.values()];
  const union: ValueType = others.length > 0 ? { kind: 'union', of: [only, ...others] } : only;
  return isNullable ? { kind: 'nullable', of: union } : union;
}

/** The types that a type is one of, none of them a union. */
function membersOf(type: ValueType): readonly Member[] {
  switch (type.kind) {
    case 'union':
      return type.of.flatMap(membersOf);
    case 'nullable':
      return [{ kind: 'null' }, ...membersOf(type.of)];
    case 'int-or-string':
      return [{ kind: 'number' }, { kind: 'string' }];
    default:
      return [type];
  }
}

/** A text that equal types have in common, and no others. */
function keyOf(type: Member): string {
  switch (type.kind) {
    case 'named':
      return `named ${type.type.module.tag} ${type.type.name}`;
    case 'enum':
      return JSON.stringify(type.values);
    case 'list':
      return `list ${keyOf(type.item)}`;
    case 'map':
      return `map ${keyOf(type.value)}`;
    case 'nullable':
      return `null ${keyOf(type.of)}`;
    case 'union':
    case 'intersection':
      return `${type.kind} (${type.of.map(keyOf).join(', ')})`;
    default:
      return type.kind;
  }
}

/**
 * The type of what is of all of the types. Of types that have no value in common, any value: the document contradicts
 * itself.
 */
export function intersectionOf(types: readonly ValueType[]): ValueType {
  const objects = new Map<string, ValueType>();
  let rest = any;
  for (const type of types.map(withoutNull)) {
    const narrowed = isNamed(type) ? rest : narrow(rest, type);
    if (narrowed === undefined) return any;
    rest = narrowed;
    if (isNamed(type)) objects.set(keyOf(type), type);
  }
  const all = [...objects.values()];
  if (all.length > 0 && rest.kind !== 'any' && !typesIn(rest).some(isObject)) return any;
  // Of several objects one or the other is one thing more that an object is.
  if (rest.kind === 'union' && rest.of.every(isNamed)) all.push(rest);
  const [only = rest, ...others] = all;
  const of: ValueType = others.length > 0 ? { kind: 'intersection', of: [only, ...others] } : only;
  const isNullable = types.every(({ kind }) => kind === 'nullable' || kind === 'any');
  return isNullable && of.kind !== 'any' ? { kind: 'nullable', of } : of;
}

/** A type without what another one rules out; all of it, where they have no value in common. */
export function restrict(type: ValueType, restriction: ValueType): ValueType {
  return narrow(type, restriction) ?? type;
}

/** Gives what two types have in common, as far as that is known; nothing, where no value is of both. */
function narrow(one: ValueType, other: ValueType): ValueType | undefined {
  if (other.kind === 'any') return one;
  if (one.kind === 'any') return other;
  if (one.kind === 'nullable' || other.kind === 'nullable') return narrowNullable(one, other);
  if (isUnion(one)) return narrowUnion(one, other);
  if (isUnion(other)) return narrowUnion(other, one);
  if (one.kind === 'any-object') return isObject(other) ? other : undefined;
  if (other.kind === 'any-object') return isObject(one) ? one : undefined;
  if (one.kind === 'enum') return narrowLiterals(one.values, other);
  if (other.kind === 'enum') return narrowLiterals(other.values, one);
  if (one.kind === 'list' && other.kind === 'list') {
    return { kind: 'list', item: restrict(one.item, other.item) };
  }
  if (one.kind === 'map' && other.kind === 'map') {
    return { kind: 'map', value: restrict(one.value, other.value) };
  }
  return keyOf(one) === keyOf(other) ? one : undefined;
}

/** Null is left only where both have it. */
function narrowNullable(one: ValueType, other: ValueType): ValueType | undefined {
  const of = narrow(withoutNull(one), withoutNull(other));
  const isNullable = one.kind === 'nullable' && other.kind === 'nullable';
  return of !== undefined && isNullable ? { kind: 'nullable', of } : of;
}

/** Two unions have in common what both name, and literals; members of lists and maps are not looked into. */
function narrowUnion(union: ValueType, other: ValueType): ValueType | undefined {
  const members = typesIn(union);
  if (!isUnion(other)) {
    const common = members.flatMap((member) => narrow(member, other) ?? []);
    return common.length > 0 ? unionOf(common) : undefined;
  }
  const others = typesIn(other);
  const keys = new Set(others.map(keyOf));
  const common = [
    ...members.filter((member) => keys.has(keyOf(member))),
    ...literalsIn(members, other),
    ...literalsIn(others, union),
  ];
  return common.length > 0 ? unionOf(common) : undefined;
}

/** Of the members that are literals, what another type allows of them. */
function literalsIn(members: readonly ValueType[], other: ValueType): readonly ValueType[] {
  return members.flatMap((member) =>
    member.kind === 'enum' ? (narrowLiterals(member.values, other) ?? []) : [],
  );
}

function narrowLiterals(values: readonly Literal[], other: ValueType): ValueType | undefined {
  const members = typesIn(other);
  const kinds = new Set<string>(members.map(({ kind }) => kind));
  const literals = new Set(
    members.flatMap((member) => (member.kind === 'enum' ? member.values : [])),
  );
  const common = values.filter((value) => kinds.has(typeof value) || literals.has(value));
  return common.length > 0 ? { kind: 'enum', values: common } : undefined;
}

function typesIn(type: ValueType): readonly ValueType[] {
  return membersOf(type).filter((member) => member.kind !== 'null');
}

/** Gives what a type is but for null. */
export function withoutNull(type: ValueType): ValueType {
  return type.kind === 'nullable' ? type.of : type;
}

function isUnion({ kind }: ValueType): boolean {
  return kind === 'union' || kind === 'int-or-string';
}

function isNamed({ kind }: ValueType): boolean {
  return kind === 'named' || kind === 'intersection';
}

function isObject(type: ValueType): boolean {
  return isNamed(type) || type.kind === 'map' || type.kind === 'any-object';
}
