import type { Definition, Definitions } from './definition.ts';
import type { ReferenceSchema, Schema } from '../schema/schema.ts';

/** A schema as it is left after following references: it is none itself. */
export type ResolvedSchema = Exclude<Schema, ReferenceSchema>;

/** A schema at the end of its references, and the definition that it stands in. */
export interface Resolved {
  readonly schema: ResolvedSchema;
  /** The last definition on the way; the one asked for, where nothing was referred to. */
  readonly definition: string;
}

const anything: ResolvedSchema = { kind: 'any' };

/** Definitions that the published libraries do not follow: the one is recursive, the other is for lists. */
const notFollowed = /(^|\.)(JSONSchemaProps|ListMeta)$/;

/** Tells whether a field that refers to the definition gets the functions of what is in it. */
export function isFollowed(definition: string): boolean {
  return !notFollowed.test(definition);
}

/** Follows references from definition to definition. */
export class Resolver {
  readonly #definitions: Pick<Definitions, 'get'>;
  readonly #resolved = new Map<string, Resolved>();

  constructor(definitions: Pick<Definitions, 'get'>) {
    this.#definitions = definitions;
  }

  /**
   * Follows a schema of the given definition to what it describes. Where that is not defined, or only refers
   * back to itself, any value is allowed; that is reported when a library is built.
   */
  resolve(schema: Schema, definition: string): Resolved {
    if (schema.kind !== 'reference') return { schema, definition };
    const known = this.#resolved.get(schema.target);
    if (known !== undefined) return known;
    const passed = new Set<string>();
    const resolved = this.#follow(schema.target, passed);
    // All on the way end in the same place: each definition of a long chain is passed once.
    for (const name of passed) this.#resolved.set(name, resolved);
    return resolved;
  }

  #follow(target: string, passed: Set<string>): Resolved {
    for (let name = target; ;) {
      const known = this.#resolved.get(name);
      if (known !== undefined) return known;
      if (passed.has(name)) return { schema: anything, definition: target };
      passed.add(name);
      const schema = this.#definitions.get(name)?.schema;
      if (schema === undefined) return { schema: anything, definition: name };
      if (schema.kind !== 'reference') return { schema, definition: name };
      name = schema.target;
    }
  }
}

/** Tells whether a definition describes an object, and no list of others (its `metadata` would be a ListMeta). */
export function describesObject({ schema, name }: Definition, resolver: Resolver): boolean {
  const resolved = resolver.resolve(schema, name).schema;
  if (resolved.kind !== 'object') return false;
  const metadata = resolved.properties.get('metadata');
  return metadata?.kind !== 'reference' || !/(^|\.)ListMeta$/.test(metadata.target);
}
