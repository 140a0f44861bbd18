import { reachableNames } from '../api/references.ts';
import type { Definitions } from '../api/definition.ts';
import type { ObjectSchema, Schema } from '../schema/schema.ts';
import { alternativeCircles, hasMoreProperties, hasTypedAlternative } from './alternatives.ts';
import type { NewFunction, Kind, Library } from '../library/library.ts';
import { compareNames } from '../text/compare-names.ts';
import { hash } from '../text/hash.ts';
import type { Resolved, Resolver } from '../api/resolve.ts';
import { rawExtension } from '../library/shapes.ts';
import type { TypeDraft } from './drafts.ts';
import { ModuleDraft } from './drafts.ts';
import type { Home } from './homes.ts';
import { assignHomes } from './homes.ts';
import { inlineTypeName, typeName, UniqueNames } from './names.ts';
import type { NamedTypes } from './values.ts';
import { ValueTypes } from './values.ts';
import type { DataType, Described, Property } from './types.ts';
import type { Location } from '../api/location.ts';

/** All types of a library, by what they are types of. */
export class TypeRegistry implements NamedTypes {
  readonly values: ValueTypes;
  readonly #definitions: Definitions;
  readonly #resolver: Resolver;
  readonly #modules = new Map<string, ModuleDraft>();
  readonly #moduleTags = new UniqueNames();
  readonly #ofDefinition = new Map<string, TypeDraft>();
  readonly #ofObject = new Map<ObjectSchema, TypeDraft>();
  #circles: ReadonlyMap<string, number> = new Map();

  constructor(definitions: Definitions, resolver: Resolver) {
    this.#definitions = definitions;
    this.#resolver = resolver;
    this.values = new ValueTypes(resolver, this);
  }

  /**
   * Makes the types of all that the kinds lead to. Names go to the kinds first, then to other definitions in the order
   * of their names, then to the objects described in place in these.
   */
  addAll(library: Library, kinds: ReadonlyMap<string, Kind>): void {
    const reachable = [...reachableNames(kinds.keys(), this.#definitions)].sort(compareNames);
    const names = new Set([...kinds.keys(), ...reachable]);
    const homes = assignHomes(library, names);
    this.#circles = alternativeCircles(names, this.#resolver);
    for (const name of names) {
      const home = homes.get(name);
      if (home !== undefined && this.#hasType(name)) this.#nameType(name, home);
    }
    for (const [name, draft] of this.#ofDefinition) {
      this.#fill(draft, name, kinds.get(name)?.newFunction);
    }
  }

  /** In the order of their groups and versions. */
  modules(): readonly ModuleDraft[] {
    return [...this.#modules.values()].sort(
      (left, right) =>
        compareNames(left.group, right.group) || compareNames(left.version, right.version),
    );
  }

  ofDefinition(name: string): TypeDraft | undefined {
    return this.#ofDefinition.get(name);
  }

  ofReference(definition: string): TypeDraft | undefined {
    const draft = this.#ofDefinition.get(definition);
    if (draft !== undefined) draft.isReferred = true;
    return draft;
  }

  isMadeOfEachOther(one: string, other: string): boolean {
    const circle = this.#circles.get(one);
    return circle !== undefined && circle === this.#circles.get(other);
  }

  ofInlineObject(schema: ObjectSchema, { definition, path }: Location): TypeDraft {
    const known = this.#ofObject.get(schema);
    if (known !== undefined) return known;
    const owner = this.#ofDefinition.get(definition);
    if (owner === undefined) throw new Error(`no type was made for the definition ${definition}`);
    const name = inlineTypeName(owner.name, path);
    const draft = owner.module.addType(name, () => [`${name}_${hash(path.join('.'))}`]);
    this.#ofObject.set(schema, draft);
    draft.data = this.#interface(schema, { definition, path }, undefined);
    return draft;
  }

  /** Text, numbers and what may be anything need no name. */
  #hasType(name: string): boolean {
    const { schema } = this.#resolve(name);
    if (schema.kind === 'any') return hasTypedAlternative(schema);
    return schema.kind === 'object' || schema.kind === 'array';
  }

  #resolve(name: string): Resolved {
    return this.#resolver.resolve({ kind: 'reference', target: name }, name);
  }

  #nameType(definition: string, home: Home): void {
    const path = `${home.group}/${home.version}`;
    const module = this.#modules.get(path) ?? new ModuleDraft(home, this.#moduleTags);
    this.#modules.set(path, module);
    const labels = definition.split('.');
    const name = typeName(labels.at(-1) ?? '');
    const draft = module.addType(name, () => {
      const longName = typeName([name, ...labels.slice(0, -2).toReversed()].join('_'));
      return [longName, `${longName}_${hash(definition)}`];
    });
    this.#ofDefinition.set(definition, draft);
  }

  #fill(draft: TypeDraft, name: string, newFunction: NewFunction | undefined): void {
    const { schema: resolved, definition } = this.#resolve(name);
    const own = this.#definitions.get(name)?.schema ?? resolved;
    draft.described = { own, resolved, type: { kind: 'named', type: draft }, item: undefined };
    const location = { definition, path: [] };
    // Of Go's own view of it, nothing is in a manifest: it holds any object.
    if (definition === rawExtension) return;
    const hasProperties = resolved.kind === 'object' && resolved.properties.size > 0;
    draft.data =
      resolved.kind === 'object' && (hasProperties || newFunction !== undefined)
        ? this.#interface(resolved, location, newFunction)
        : { kind: 'alias', value: this.values.valueOf(resolved, location) };
  }

  #interface(
    schema: ObjectSchema,
    { definition, path }: Location,
    newFunction: NewFunction | undefined,
  ): DataType {
    const describe = (name: string, own: Schema): Described =>
      this.values.describe(own, { definition, path: [...path, name] });
    const identity = Object.entries(identityOf(newFunction)).map(([name, value]): Property => {
      const described = describe(name, schema.properties.get(name) ?? { kind: 'string' });
      const type = { kind: 'enum', values: [value] } as const;
      return { name, isRequired: true, described: { ...described, type } };
    });
    const properties = [...schema.properties]
      .filter(([name]) => identity.every((property) => property.name !== name))
      .sort(([left], [right]) => compareNames(left, right))
      .map(([name, own]): Property => {
        const described = describe(name, own);
        const isRequired = schema.required.has(name) && !isFilledIn(name, described);
        return { name, isRequired, described };
      });
    const hasOthers = isOpen(schema) || hasMoreProperties(schema, definition, this.#resolver);
    return { kind: 'interface', identity, properties, isOpen: hasOthers };
  }
}

function identityOf(newFunction: NewFunction | undefined): { readonly [name: string]: string } {
  if (newFunction === undefined) return {};
  const { apiVersion, groupVersionKind } = newFunction;
  return { apiVersion, kind: groupVersionKind.kind };
}

function isOpen({ preserveUnknownFields, additional }: ObjectSchema): boolean {
  return preserveUnknownFields === true || (additional !== undefined && additional !== false);
}

/**
 * Tells whether a manifest may lack a required field, because the API server sets it before it looks: a status, or what
 * has a default. Empty defaults do not count: OpenAPI documents have one for whatever Go prints although it is empty.
 */
function isFilledIn(name: string, { own, resolved }: Described): boolean {
  if (name === 'status' && (resolved.kind === 'object' || resolved.kind === 'any')) return true;
  const value = own.default ?? resolved.default;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
