import type { Field, Member, Shape } from '../library/library.ts';
import type { Finding } from './change.ts';
import { append, below } from './change.ts';
import type { ValueComparison } from './values.ts';
import { compareRequired } from './facts.ts';
import { member } from './place.ts';

/** An owner of functions: a kind, or an object in one. */
interface Owner {
  readonly members: readonly Member[];
  readonly shape: Shape;
}

/** Compares functions and namespaces by their names, and by what the functions take. */
export class FunctionComparison {
  readonly #values: ValueComparison;
  /** Kinds share the shapes of what they have in common, which are compared once. */
  readonly #known = new Map<Shape, Map<Shape, readonly Finding[]>>();

  constructor(values: ValueComparison) {
    this.#values = values;
  }

  /**
   * Finds what changed from the functions of one object to those of another. Of a namespace that is new or gone, the
   * functions are not listed.
   */
  compare(before: Owner, after: Owner): readonly Finding[] {
    const origin = originOf(after.shape);
    return [
      ...compareNames(before, after, origin),
      ...this.#fields(before.members, after.members, origin),
    ];
  }

  #shapes(before: Shape, after: Shape): readonly Finding[] {
    const known = this.#known.get(before) ?? new Map<Shape, readonly Finding[]>();
    this.#known.set(before, known);
    const findings =
      known.get(after) ??
      this.compare(
        { members: before.members, shape: before },
        { members: after.members, shape: after },
      );
    known.set(after, findings);
    return findings;
  }

  #fields(before: readonly Member[], after: readonly Member[], origin: string): readonly Finding[] {
    const old = new Map(before.map(({ field }) => [field.property, field]));
    const findings: Finding[] = [];
    for (const field of new Set(after.map((each) => each.field))) {
      const predecessor = old.get(field.property);
      const place = member(functionOf(field));
      const fieldOrigin = `${origin}/${field.property}`;
      const required = compareRequired(predecessor?.required === true, field.required);
      append(findings, below(place, fieldOrigin, required));
      if (predecessor === undefined) continue;
      const documented = this.#values.document(predecessor.schema, field.schema);
      append(findings, below(place, fieldOrigin, documented));
      append(findings, this.#inside(predecessor, field, fieldOrigin));
    }
    return findings;
  }

  #inside(before: Field, after: Field, origin: string): readonly Finding[] {
    const [old, own] = [shapeBelow(before), shapeBelow(after)];
    if (old !== undefined && own !== undefined && before.kind === after.kind) {
      return before.key === after.key ? below(member(after.key), '', this.#shapes(old, own)) : [];
    }
    // Where one of the two is a namespace, its functions are gone or new.
    if (before.kind === 'object' || after.kind === 'object') return [];
    const inside = this.#values.compare(before.schema, after.schema);
    return below(member(after.setter), origin, inside);
  }
}

function compareNames(before: Owner, after: Owner, origin: string): readonly Finding[] {
  if (haveSameFunctions(before.members, after.members)) return [];
  const old = new Map(before.members.map((each) => [each.name, each]));
  const own = new Map(after.members.map((each) => [each.name, each]));
  const findings: Finding[] = [];
  for (const [name, each] of old) {
    const successor = own.get(name);
    const finding = { place: member(name), origin: `${origin}/${name}` };
    if (successor?.kind !== each.kind) {
      const now = onlyIn(after.shape.gated.get(each.field.property));
      findings.push({ ...finding, kind: 'function-removed', after: now });
    } else if (!setSame(each, successor)) {
      const words = { before: whatIsSet(each), after: whatIsSet(successor) };
      findings.push({ ...finding, kind: 'function-changed', ...words });
    }
  }
  for (const [name, { kind, field }] of own) {
    if (old.get(name)?.kind === kind) continue;
    const was = onlyIn(before.shape.gated.get(field.property));
    const finding = { place: member(name), origin: `${origin}/${name}` };
    findings.push({ ...finding, kind: 'function-added', before: was });
  }
  return findings;
}

/** Most objects have what they had, in the same order. */
function haveSameFunctions(before: readonly Member[], after: readonly Member[]): boolean {
  return (
    before.length === after.length &&
    before.every((each, index) => {
      const other = after[index];
      return each.name === other?.name && each.kind === other.kind && setSame(each, other);
    })
  );
}

function setSame(before: Member, after: Member): boolean {
  return before.field.property === after.field.property && buildsItem(before) === buildsItem(after);
}

function buildsItem(each: Member): boolean {
  return each.kind === 'namespace' && each.buildsItem;
}

/** Two properties can give one name, and so can a list of objects and an object. */
function whatIsSet(each: Member): string {
  return `${buildsItem(each) ? 'builds an item of' : 'sets'} ${each.field.property}`;
}

/** A field that the chosen feature set of OpenShift lacks, but others have. */
function onlyIn(featureSets: readonly string[] | undefined): string | undefined {
  return featureSets === undefined ? undefined : `only in ${featureSets.join(', ')}`;
}

/** Names the object of the schema that a shape is made for: places of the library that share it share its changes. */
function originOf({ definition, path }: Shape): string {
  return [definition, ...path].join('/');
}

/** A field by the name that users call: its function, or its namespace where it has no function. */
function functionOf(field: Field): string {
  return field.kind === 'object' ? field.key : field.setter;
}

function shapeBelow(field: Field): Shape | undefined {
  if (field.kind === 'object') return field.shape;
  return field.kind === 'array' ? field.item : undefined;
}
