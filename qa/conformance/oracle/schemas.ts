import type { JsonObject } from '../../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../../packages/couplet/src/json/object.ts';
import type { RawDefinitions } from './raw-definitions.ts';
import { objectAt } from './raw-definitions.ts';

/** A schema behind its references, and the definition that it was found in. */
export interface Found {
  readonly schema: JsonObject;
  readonly definition: string;
}

/** What a schema describes, as far as it decides on functions. */
export type Form = 'object' | 'map' | 'array' | 'scalar' | 'untyped';

/** The name that a `$ref` leads to. */
export function targetOf(schema: JsonObject): string | undefined {
  const reference = ownValue(schema, '$ref');
  return typeof reference === 'string' ? reference.replace('#/definitions/', '') : undefined;
}

/** The targets of every `$ref` in a value, wherever it stands. */
export function targetsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(targetsIn);
  if (!isJsonObject(value)) return [];
  const target = targetOf(value);
  return [...(target === undefined ? [] : [target]), ...Object.values(value).flatMap(targetsIn)];
}

/** What a property is: by its type, or by its properties where it names none. */
export function formOf(schema: JsonObject): Form {
  const hasProperties = propertiesOf(schema).length > 0;
  switch (typeOf(schema)) {
    case 'array':
      return 'array';
    case 'object':
      return hasProperties ? 'object' : 'map';
    case 'any':
      return hasProperties ? 'object' : 'untyped';
    default:
      return 'scalar';
  }
}

export function propertiesOf(schema: JsonObject): readonly string[] {
  return Object.keys(objectAt(schema, 'properties'));
}

/** The type as the documentation shows it. */
export function typeOf(schema: JsonObject): string {
  const type = ownValue(schema, 'type');
  const names = ['string', 'integer', 'number', 'boolean', 'object', 'array'];
  return typeof type === 'string' && names.includes(type) ? type : 'any';
}

/** The items of a list, where they are objects that are described in place. */
export function inlineItem(schema: JsonObject): JsonObject | undefined {
  const items = objectAt(schema, 'items');
  return targetOf(items) === undefined && formOf(items) === 'object' ? items : undefined;
}

/** Follows references, and knows which of them lead in a circle. */
export class References {
  readonly #definitions: RawDefinitions;
  readonly #reachable = new Map<string, ReadonlySet<string>>();

  constructor(definitions: RawDefinitions) {
    this.#definitions = definitions;
  }

  /** What a schema of the given definition is behind its references; anything, where one leads nowhere. */
  find(schema: JsonObject, definition: string): Found {
    const target = targetOf(schema);
    if (target === undefined) return { schema, definition };
    return this.find(this.#definitions.get(target)?.schema ?? {}, target);
  }

  /** Whether the functions of what a reference leads to would hold themselves, or are left out by rule. */
  endsAt(schema: JsonObject, definition: string): boolean {
    const target = targetOf(schema);
    if (target === undefined) return false;
    if (/^(JSONSchemaProps|ListMeta)$/.test(target.split('.').at(-1) ?? '')) return true;
    const found = this.find(schema, definition).definition;
    return found === definition || this.#reachableFrom(found).has(definition);
  }

  /** Every definition whose functions are part of the given definition's functions. */
  #reachableFrom(start: string): ReadonlySet<string> {
    const known = this.#reachable.get(start);
    if (known !== undefined) return known;
    const reached = new Set<string>();
    const open = [start];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const schema = this.#definitions.get(name)?.schema ?? {};
      for (const next of this.#expandedIn(schema, name)) {
        if (!reached.has(next)) open.push(next);
        reached.add(next);
      }
    }
    this.#reachable.set(start, reached);
    return reached;
  }

  #expandedIn(schema: JsonObject, definition: string): readonly string[] {
    const object = formOf(schema) === 'array' ? inlineItem(schema) : schema;
    if (object === undefined) return [];
    return propertiesOf(object).flatMap((name) => {
      const property = objectAt(object, 'properties', name);
      if (targetOf(property) === undefined) return this.#expandedIn(property, definition);
      const found = this.find(property, definition);
      const isExpanded =
        formOf(found.schema) === 'object' || inlineItem(found.schema) !== undefined;
      return isExpanded ? [found.definition] : [];
    });
  }
}
