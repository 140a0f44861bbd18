import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Definitions } from '../api/definition.ts';
import type { ObjectSchema, Schema } from '../schema/schema.ts';
import { connectedComponents } from '../api/components.ts';
import type { FieldNames, WantedNames } from './field-names.ts';
import { nameFields, UsualNames } from './field-names.ts';
import type { Field, Shape } from './library.ts';
import { membersOf } from './members.ts';
import { compareNames } from '../text/compare-names.ts';
import type { Resolved, ResolvedSchema, Resolver } from '../api/resolve.ts';
import { isFollowed } from '../api/resolve.ts';
import { libraryProblems } from './problems.ts';
import type { Location } from '../api/location.ts';

/** The answer of an API server, whose `status` no manifest sets. */
const statusAnswer = 'io.k8s.apimachinery.pkg.apis.meta.v1.Status';

/**
 * Go's own view of an embedded object: its one property `Raw` is no field of any manifest, so no spelling of it is
 * right, and the published libraries' `raw` stays.
 */
export const rawExtension = 'io.k8s.apimachinery.pkg.runtime.RawExtension';

/** A property on its way to becoming a field. */
interface Property {
  readonly name: string;
  readonly own: Schema;
  readonly resolved: Resolved;
  readonly form: Field['kind'];
  /** The object whose fields are generated below the property, if any. */
  readonly expanded: ObjectSchema | undefined;
  readonly required: boolean;
}

/** Makes the shapes of object schemas: one for each definition and one for each object described in place. */
export class ShapeBuilder {
  readonly #definitions: Pick<Definitions, 'get'>;
  readonly #resolver: Resolver;
  readonly #diagnostics: Diagnostics;
  readonly #shapes = new Map<string, Shape>();
  readonly #componentOf = new Map<string, number>();
  readonly #usualNames = new UsualNames();

  constructor(definitions: Pick<Definitions, 'get'>, resolver: Resolver, diagnostics: Diagnostics) {
    this.#definitions = definitions;
    this.#resolver = resolver;
    this.#diagnostics = diagnostics;
  }

  /**
   * The shapes of the named definitions, by name, and of all that they refer to; for a list of objects that are
   * described in place, the shape of an item. Definitions without properties have none.
   * A reference that leads back to where it stands is not followed, so that no shape contains itself.
   */
  build(names: readonly string[]): ReadonlyMap<string, Shape> {
    const components = connectedComponents(names, (name) => this.#targets(name));
    for (const [index, component] of components.entries()) {
      for (const name of component) this.#componentOf.set(name, index);
    }
    // Children come first, so that building one shape never has to build another definition's.
    for (const name of components.flat()) {
      const schema = this.#schemaOf(name);
      const expanded = expandedObject(schema);
      const path = schema.kind === 'array' ? ['*'] : [];
      if (expanded !== undefined)
        this.#shapes.set(name, this.#shape(expanded, { definition: name, path }));
    }
    return this.#shapes;
  }

  #schemaOf(name: string): ResolvedSchema {
    return this.#resolver.resolve({ kind: 'reference', target: name }, name).schema;
  }

  /** The definitions whose shapes a definition's own shape needs. */
  #targets(name: string): readonly string[] {
    const targets: string[] = [];
    const open = [expandedObject(this.#schemaOf(name))];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const property of next.properties.values()) {
        const { schema, definition } = this.#resolver.resolve(property, name);
        const expanded = expandedObject(schema);
        if (expanded === undefined) continue;
        if (property.kind !== 'reference') open.push(expanded);
        else if (isFollowed(property.target)) targets.push(definition);
      }
    }
    return targets;
  }

  #shape(schema: ObjectSchema, location: Location): Shape {
    const properties: Property[] = [];
    for (const [name, own] of schema.properties) {
      const property = this.#property(name, own, schema.required.has(name), location);
      if (hasFunctions(property, location.definition)) properties.push(property);
    }
    const { names, clashes } = nameFields(properties.map(wantedNames), this.#usualNames);
    for (const clash of clashes) {
      const place = this.#definitions.get(location.definition)?.place;
      this.#diagnostics.report(libraryProblems['field-clash'], clash, place);
    }
    const fields = properties
      .map((property) => this.#field(property, location, names.get(property.name)))
      .sort((left, right) => compareNames(left.key, right.key));
    const { description, gated = new Map<string, readonly string[]>() } = schema;
    const { definition, path } = location;
    return { definition, path, description, fields, members: membersOf(fields), gated };
  }

  #property(name: string, own: Schema, required: boolean, location: Location): Property {
    const resolved = this.#resolver.resolve(own, location.definition);
    const expanded = expandedObject(resolved.schema);
    if (expanded === undefined || !this.#endsHere(own, resolved, location)) {
      return { name, own, resolved, required, expanded, form: formOf(resolved.schema, expanded) };
    }
    if (resolved.schema.kind === 'array') {
      return { name, own, resolved, required, expanded: undefined, form: 'array' };
    }
    const whole = { ...resolved, schema: asAnyValue(own) };
    return { name, own, resolved: whole, required, expanded: undefined, form: 'scalar' };
  }

  /**
   * Tells whether a field is set as a whole, because its reference is not followed or leads back to where it stands.
   */
  #endsHere(own: Schema, resolved: Resolved, { definition }: Location): boolean {
    if (own.kind !== 'reference') return false;
    if (!isFollowed(own.target)) return true;
    return this.#componentOf.get(resolved.definition) === this.#componentOf.get(definition);
  }

  #field(property: Property, location: Location, names: FieldNames | undefined): Field {
    if (names === undefined)
      throw new Error(`no names were decided for the field ${property.name}`);
    const { own, form, required } = property;
    const { schema } = property.resolved;
    const { key, argument, setter, adder } = names;
    const base = {
      property: location.definition === rawExtension ? key : property.name,
      key,
      argument,
      argumentType: documentedType(schema),
      description: schema.description,
      required,
      schema: own,
    } as const;
    const shape = this.#shapeBelow(property, location);
    if (form === 'object' && shape !== undefined) return Object.assign(base, { kind: form, shape });
    if (form === 'array') return Object.assign(base, { kind: form, setter, adder, item: shape });
    if (form === 'map') return Object.assign(base, { kind: form, setter, adder });
    return Object.assign(base, { kind: 'scalar' as const, setter });
  }

  #shapeBelow(property: Property, { definition, path }: Location): Shape | undefined {
    const { own, expanded, resolved, form, name } = property;
    if (expanded === undefined) return undefined;
    if (own.kind === 'reference') return this.#shapes.get(resolved.definition);
    const below = form === 'array' ? [...path, name, '*'] : [...path, name];
    return this.#shape(expanded, { definition, path: below });
  }
}

/** The object whose fields get functions: an object with properties, or the item of a list described in place. */
function expandedObject(schema: ResolvedSchema): ObjectSchema | undefined {
  if (schema.kind === 'object') return schema.properties.size > 0 ? schema : undefined;
  if (schema.kind !== 'array' || schema.items?.kind !== 'object') return undefined;
  return schema.items.properties.size > 0 ? schema.items : undefined;
}

/** A number or text is documented as text, as v2 documents write it, also where a v3 document lists both types. */
function documentedType({ kind, type, oneOf }: ResolvedSchema): Field['argumentType'] {
  return type ?? (kind === 'int-or-string' && oneOf !== undefined ? 'string' : 'any');
}

function formOf(schema: ResolvedSchema, expanded: ObjectSchema | undefined): Field['kind'] {
  if (schema.kind === 'array') return 'array';
  if (schema.kind !== 'object') return 'scalar';
  return expanded === undefined ? 'map' : 'object';
}

/** Gives what a reference that is not followed still says: the published libraries name no type for it. */
function asAnyValue({ description }: Schema): ResolvedSchema {
  return description === undefined ? { kind: 'any' } : { kind: 'any', description };
}

/** A status is the API server's to write, except where a field that is no object happens to be called so. */
function hasFunctions({ name, resolved }: Property, definition: string): boolean {
  if (name !== 'status') return true;
  if (definition === statusAnswer) return false;
  return resolved.schema.kind !== 'object' && resolved.schema.kind !== 'any';
}

function wantedNames({ name, form, expanded }: Property): WantedNames {
  return {
    property: name,
    hasNamespace: expanded !== undefined,
    hasSetter: form !== 'object',
    hasAdder: form === 'array' || form === 'map',
  };
}
