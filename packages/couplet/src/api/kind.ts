import type { ObjectSchema, ReferenceSchema, Schema } from '../schema/schema.ts';
import type { Definition, GroupVersionKind, Scope } from './definition.ts';
import type { FieldPath } from './field-path.ts';
import { parseFieldPath } from './field-path.ts';
import { ApiField } from './field.ts';
import { apiVersionOf } from './group-version-kind.ts';
import { objectMetaName } from './object-meta.ts';
import type { Resolver } from './resolve.ts';
import type { Resource } from './resource.ts';

/** The names of a kind, and that of the definition which describes it: all that finding it needs. */
export interface KindNames {
  readonly groupVersionKind: GroupVersionKind;
  /** The name of the definition that describes it. */
  readonly definition: string;
  /** True where it is the one that its definition is made for; DeleteOptions is of one group, and served by all. */
  readonly isMain: boolean;
  /** Absent where no document says it, and no table knows it. */
  readonly plural: string | undefined;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
}

/** The parts that a kind is made of, read when they are first asked for. */
export interface KindParts {
  readonly definition: Definition;
  readonly resource: Resource | undefined;
}

/** A kind that an API serves: what it is called, what the server does with it, and its fields. */
export class ApiKind {
  /** All that it is called. */
  readonly names: KindNames;
  readonly #parts: () => KindParts;
  readonly #resolver: Resolver;
  #known: KindParts | undefined;

  /** @internal */
  constructor(names: KindNames, parts: () => KindParts, resolver: Resolver) {
    this.names = names;
    this.#parts = parts;
    this.#resolver = resolver;
  }

  /** The API group, `route.openshift.io`; empty for the core group. */
  get group(): string {
    return this.names.groupVersionKind.group;
  }

  /** The version in its group: `v1`. */
  get version(): string {
    return this.names.groupVersionKind.version;
  }

  /** The name of the kind: `Route`. */
  get kind(): string {
    return this.names.groupVersionKind.kind;
  }

  /** `route.openshift.io/v1`, or the version alone for the core group. */
  get apiVersion(): string {
    return apiVersionOf(this.names.groupVersionKind);
  }

  /** The definition that the documents together give of it. The library is made from this. */
  get definition(): Definition {
    return this.#read().definition;
  }

  /** The facts that a CRD, a cluster or the paths of a document say of it besides its schema. */
  get resource(): Partial<Resource> {
    return this.#read().resource ?? {};
  }

  /** The scope of its objects, in a namespace or not; `undefined` where no document says it. */
  get scope(): Scope | undefined {
    const { definition, resource } = this.#read();
    return definition.scope ?? resource?.scope;
  }

  /**
   * The schema that the API server checks an object by: of a kind that a CRD defines, exactly what the CRD says for the
   * chosen feature set, with what every object has; of all others, their definition.
   */
  get schema(): Schema {
    const { definition, resource } = this.#read();
    if (resource?.schema === undefined) return definition.schema;
    return asObject(resource.schema, this.#resolver);
  }

  /** The whole manifest, as the API server checks it. */
  get root(): ApiField {
    return this.#rootOf(this.schema);
  }

  /** The whole manifest, as its definition describes it, which is what libraries are made from. */
  get definitionRoot(): ApiField {
    return this.#rootOf(this.definition.schema);
  }

  /** The fields at the top of a manifest, in the order of their names. */
  fields(): readonly ApiField[] {
    return this.root.fields();
  }

  /**
   * Finds a field by its path from the top: `spec.tls.termination`, `spec.rules.http.paths` through lists, or steps.
   *
   * @returns `undefined` where the path leads nowhere, or is none
   */
  field(path: string | FieldPath): ApiField | undefined {
    const steps = typeof path === 'string' ? parseFieldPath(path) : path;
    return steps && this.root.follow(steps);
  }

  #rootOf(schema: Schema): ApiField {
    const at = { schema, definition: this.names.definition };
    return new ApiField(at, [], true, this.#resolver);
  }

  #read(): KindParts {
    this.#known ??= this.#parts();
    return this.#known;
  }
}

const text: Schema = { kind: 'string', type: 'string' };

/** Adds what every object has, and a CRD's schema need not say. */
function asObject(schema: Schema, resolver: Resolver): Schema {
  if (schema.kind !== 'object') return schema;
  const properties: ObjectSchema['properties'] = new Map<string, Schema>([
    ['apiVersion', text],
    ['kind', text],
    ...schema.properties,
    ['metadata', metadataOf(schema.properties.get('metadata'), resolver)],
  ]);
  return { ...schema, properties };
}

/** The metadata of every object, with what a CRD says of names: the API server looks at nothing else of it there. */
function metadataOf(own: Schema | undefined, resolver: Resolver): Schema {
  const { schema } = resolver.resolve(objectMeta, objectMetaName);
  if (own?.kind !== 'object' || own.properties.size === 0 || schema.kind !== 'object') {
    return objectMeta;
  }
  const properties = new Map(schema.properties);
  for (const [name, more] of own.properties) {
    const known = properties.get(name);
    if (known !== undefined) properties.set(name, { ...known, ...more });
  }
  return { ...schema, properties };
}

const objectMeta: ReferenceSchema = { kind: 'reference', target: objectMetaName };
