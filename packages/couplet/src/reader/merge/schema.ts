import type { Definitions } from '../../api/definition.ts';
import type {
  ObjectSchema,
  ReferenceSchema,
  Schema,
  SchemaFacts,
  ValidationRule,
} from '../../schema/schema.ts';
import { isEqual } from '../../json/equal.ts';

/** A definition's schema, and what CRDs say in the places where it stands. */
export interface Described {
  readonly schema: Schema;
  readonly places: readonly Schema[];
}

/**
 * Finds, for each definition, the schemas that CRDs have in the places where it stands. CRDs have no references: what
 * a definition says once, they repeat wherever it is used.
 *
 * @param roots the kinds that have a CRD, with the CRD's schema
 * @param isMerged whether a definition's own schema is merged; others are left as they are
 */
export function findPlaces(
  roots: readonly (readonly [name: string, schema: Schema])[],
  definitions: Definitions,
  isMerged: (name: string) => boolean,
): ReadonlyMap<string, Described> {
  const found = new Map<string, { schema: Schema; places: Schema[] }>();
  const visit = (name: string, place: Schema): void => {
    const schema = definitions.get(name)?.schema;
    if (schema === undefined || !isMerged(name)) return;
    const described = found.get(name) ?? { schema, places: [] };
    found.set(name, described);
    described.places.push(place);
    walk(schema, place);
  };
  const walk = (schema: Schema, place: Schema): void => {
    if (schema.kind === 'reference') {
      visit(schema.target, place);
    } else if (schema.kind === 'object' && place.kind === 'object') {
      for (const [name, property] of schema.properties) {
        const below = place.properties.get(name);
        if (below !== undefined) walk(property, below);
      }
      const { additional } = schema;
      if (isSchema(additional) && isSchema(place.additional)) walk(additional, place.additional);
    } else if (schema.kind === 'array' && place.kind === 'array') {
      if (schema.items !== undefined && place.items !== undefined) walk(schema.items, place.items);
    }
  };
  for (const [name, schema] of roots) visit(name, schema);
  return found;
}

/**
 * Merges definitions with what CRDs say in their places.
 *
 * The definition keeps its structure: its properties, its references and its texts. All other facts are those of
 * the CRDs, which the API server checks by: where the places of a shared definition differ, those in which they
 * agree. What a place says beyond the definition that it refers to is said beside the reference. A property that only
 * CRDs have is added; one that only other feature sets have is left out. Where a CRD has another type, or nothing, the
 * definition's own word stays.
 */
export class SchemaMerger {
  readonly #definitions: Definitions;
  readonly #described: ReadonlyMap<string, Described>;
  readonly #sharedFacts = new Map<string, Facts>();

  constructor(definitions: Definitions, described: ReadonlyMap<string, Described>) {
    this.#definitions = definitions;
    this.#described = described;
  }

  /** A schema of a definition, merged with the schemas that CRDs have in its places. */
  merge(schema: Schema, places: readonly Schema[]): Schema {
    const [first] = places;
    if (first === undefined) return schema;
    if (schema.kind === 'reference') return this.#mergeReference(schema, first, places);
    if (places.some(({ kind }) => kind !== schema.kind)) return schema;
    const facts = { ...Object.fromEntries(commonFacts(places)), ...textsOf(schema) };
    switch (schema.kind) {
      case 'object':
        return { ...facts, kind: 'object', ...this.#mergeObject(schema, places.filter(isObject)) };
      case 'array': {
        if (schema.items === undefined) return { ...facts, kind: 'array' };
        const below = places.flatMap((place) =>
          place.kind === 'array' ? (place.items ?? []) : [],
        );
        return { ...facts, kind: 'array', items: this.merge(schema.items, below) };
      }
      default:
        return { ...facts, kind: schema.kind };
    }
  }

  #mergeReference(schema: ReferenceSchema, first: Schema, places: readonly Schema[]): Schema {
    const { kind, target } = schema;
    if (!this.#definitions.has(target)) return { ...first, ...textsOf(schema) };
    const shared = this.#factsShared(target);
    const own = [...commonFacts(places)].filter(
      ([fact, value]) => fact !== 'type' && !isEqual(value, shared.get(fact)),
    );
    return { ...Object.fromEntries(own), ...textsOf(schema), kind, target };
  }

  /** Finds what CRDs say in all places of a definition, and what is hence said once, with the definition. */
  #factsShared(definition: string): Facts {
    const known = this.#sharedFacts.get(definition);
    if (known !== undefined) return known;
    const facts = commonFacts(this.#described.get(definition)?.places ?? []);
    this.#sharedFacts.set(definition, facts);
    return facts;
  }

  #mergeObject(
    { properties: own, additional }: ObjectSchema,
    places: readonly ObjectSchema[],
  ): Pick<ObjectSchema, 'properties' | 'required' | 'additional' | 'gated'> {
    const gated = commonGates(places);
    const properties = new Map<string, Schema>();
    for (const [name, property] of own) {
      const below = places.flatMap((place) => place.properties.get(name) ?? []);
      if (below.length > 0 || !gated.has(name)) properties.set(name, this.merge(property, below));
    }
    for (const [name, property] of places.flatMap((place) => [...place.properties])) {
      if (!properties.has(name)) properties.set(name, property);
    }
    return {
      properties,
      required: commonNames(places),
      ...(additional === undefined
        ? {}
        : { additional: this.#mergeAdditional(additional, places) }),
      ...(gated.size === 0 ? {} : { gated }),
    };
  }

  #mergeAdditional(
    additional: Schema | boolean,
    places: readonly ObjectSchema[],
  ): Schema | boolean {
    if (!isSchema(additional)) return additional;
    const below = places.map((place) => place.additional).filter(isSchema);
    return this.merge(additional, below);
  }
}

function isSchema(value: ObjectSchema['additional']): value is Schema {
  return typeof value === 'object';
}

function isObject(schema: Schema): schema is ObjectSchema {
  return schema.kind === 'object';
}

function textsOf({ title, description }: SchemaFacts): SchemaFacts {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  };
}

type Facts = ReadonlyMap<string, unknown>;

const structure: ReadonlySet<string> = new Set([
  'kind',
  'target',
  'properties',
  'required',
  'additional',
  'gated',
  'items',
]);

/** The facts that all of the schemas state, and state alike; of their rules, those that all have. */
function commonFacts(schemas: readonly Schema[]): Facts {
  const [first, ...others] = schemas.map(
    (schema) => new Map<string, unknown>(Object.entries(schema)),
  );
  const facts = new Map<string, unknown>();
  for (const [fact, value] of first ?? []) {
    if (structure.has(fact) || fact === 'validations') continue;
    if (others.every((other) => isEqual(other.get(fact), value))) facts.set(fact, value);
  }
  const validations = commonRules(schemas);
  return validations.length === 0 ? facts : facts.set('validations', validations);
}

function commonRules(schemas: readonly Schema[]): readonly ValidationRule[] {
  const [first, ...others] = schemas.map(({ validations = [] }) => validations);
  const texts = others.map((rules) => new Set(rules.map((rule) => JSON.stringify(rule))));
  return (first ?? []).filter((rule) => texts.every((each) => each.has(JSON.stringify(rule))));
}

/** The names that all of the objects require: one that requires less may leave the rest out. */
function commonNames(places: readonly ObjectSchema[]): ReadonlySet<string> {
  const [first, ...others] = places;
  return new Set(
    [...(first?.required ?? [])].filter((name) =>
      others.every(({ required }) => required.has(name)),
    ),
  );
}

/** The properties that are gated in all of the objects that know them, with every feature set that has them. */
function commonGates(places: readonly ObjectSchema[]): ReadonlyMap<string, readonly string[]> {
  const featureSets = new Map<string, Set<string>>();
  for (const { gated } of places) {
    for (const [name, having] of gated ?? []) {
      const known = featureSets.get(name) ?? new Set<string>();
      featureSets.set(name, known);
      for (const featureSet of having) known.add(featureSet);
    }
  }
  for (const { gated, properties } of places) {
    for (const name of properties.keys()) if (gated?.has(name) !== true) featureSets.delete(name);
  }
  return new Map([...featureSets].map(([name, having]) => [name, [...having].sort()]));
}
