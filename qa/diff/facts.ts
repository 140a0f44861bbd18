import { keyOf, suffixOf } from '../conformance/oracle/names.ts';
import type { OracleKind } from '../conformance/oracle/kinds.ts';
import { kindsOf } from '../conformance/oracle/kinds.ts';
import type { RawDefinitions } from '../conformance/oracle/raw-definitions.ts';
import { objectAt } from '../conformance/oracle/raw-definitions.ts';
import type { Found } from '../conformance/oracle/schemas.ts';
import {
  formOf,
  inlineItem,
  propertiesOf,
  References,
  targetOf,
  typeOf,
} from '../conformance/oracle/schemas.ts';
import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';

/** What a document says about one place of its library. */
export interface Fact {
  /** The place above; none for a kind and for a type. */
  readonly parent: string | undefined;
  /** `field` and `level` are of values that functions take: a property, and the items of a list or a map. */
  readonly form: 'kind' | 'part' | 'type' | 'new' | 'namespace' | 'set' | 'add' | 'field' | 'level';
  /** Of a value what it is, of `new` what it sets, of a namespace whether its functions build an item of a list. */
  readonly type?: string;
  readonly values?: readonly string[] | undefined;
  /** The property that it is for, which keeps its name when its functions change; of two functions, one has it. */
  readonly field?: string;
  readonly isRequired?: boolean;
  readonly isDeprecated?: boolean;
}

/**
 * All that a library has, place by place, worked out from the raw document with none of Couplet's readers, models and
 * comparisons: {@link compareFacts} then only has to compare two lists.
 */
export function factsOf(definitions: RawDefinitions): ReadonlyMap<string, Fact> {
  const walk = new Walk(definitions);
  for (const kind of kindsOf(definitions)) walk.kind(kind);
  walk.types();
  return walk.facts;
}

class Walk {
  readonly facts = new Map<string, Fact>();
  readonly #references: References;
  readonly #placed: ReadonlySet<string>;
  /** Definitions without a place in the library that functions take. */
  readonly #types = new Map<string, JsonObject>();

  constructor(definitions: RawDefinitions) {
    this.#references = new References(definitions);
    this.#placed = new Set(kindsOf(definitions).map(({ definition }) => definition.name));
  }

  kind({ place, definition, served }: OracleKind): void {
    const path = place.join('.');
    const { schema, definition: name } = this.#references.find(definition.schema, definition.name);
    const isDeprecated = saysDeprecated(schema);
    const form = served === undefined ? 'part' : 'kind';
    this.facts.set(path, { parent: undefined, form, field: path, isDeprecated });
    const left = new Set(['apiVersion', ...(served === undefined ? [] : ['kind'])]);
    const found = { schema, definition: name };
    this.#functions(found, path, left);
    if (served === undefined) return;
    const takesName = this.facts.has(`${path}.metadata.withName`);
    const { group, version, kind } = served;
    const marks = takesName && definition.isClusterScoped;
    const type = JSON.stringify([takesName, group, version, kind, marks]);
    this.facts.set(`${path}.new`, { parent: path, form: 'new', type });
  }

  types(): void {
    // Types that are come by on the way are added, and the loop goes on with them.
    for (const [name, schema] of this.#types) {
      const place = name.split('.').slice(-3).join('.');
      this.facts.set(place, { parent: undefined, form: 'type' });
      this.#fields({ schema, definition: name }, place);
    }
  }

  #functions({ schema, definition }: Found, parent: string, left = new Set<string>()): void {
    const required = requiredOf(schema);
    for (const property of propertiesOf(schema)) {
      const own = objectAt(schema, 'properties', property);
      const found = this.#references.find(own, definition);
      if (left.has(property) || isStatus(property, found, definition)) continue;
      const facts = {
        parent,
        field: `${parent}/${property}`,
        isRequired: required.has(property),
        isDeprecated: saysDeprecated(own, found.schema),
      };
      const form = formOf(found.schema);
      const place = `${parent}${dotted(keyOf(property))}`;
      const endsHere = this.#references.endsAt(own, definition);
      if (form === 'object' && !endsHere) {
        this.facts.set(place, { form: 'namespace', type: 'object', ...facts });
        this.#functions(found, place);
        continue;
      }
      const setter = `${parent}${dotted(`with${suffixOf(keyOf(property))}`)}`;
      this.facts.set(setter, { form: 'set', ...facts, ...this.#value(own, definition) });
      if (form === 'array' || form === 'map') {
        const adder = `${parent}${dotted(`with${suffixOf(keyOf(property))}Mixin`)}`;
        this.facts.set(adder, { parent, form: 'add' });
      }
      const item = form === 'array' && !endsHere ? inlineItem(found.schema) : undefined;
      if (item === undefined) this.#below(own, definition, setter);
      else {
        this.facts.set(`${setter}[]`, { parent: setter, form: 'level', type: typeNameOf(item) });
        this.facts.set(place, { parent, form: 'namespace', type: 'item' });
        this.#functions({ schema: item, definition: found.definition }, place);
      }
    }
  }

  #value(own: JsonObject, definition: string): Pick<Fact, 'type' | 'values'> {
    const { schema, definition: name } = this.#references.find(own, definition);
    const list = ownValue(schema, 'enum');
    const values = Array.isArray(list) ? list.map((value) => JSON.stringify(value)) : undefined;
    const isNamed = formOf(schema) === 'object' && targetOf(own) !== undefined;
    return { type: isNamed ? `the type ${name}` : typeNameOf(schema), values };
  }

  /** What is inside of a value. */
  #below(own: JsonObject, definition: string, place: string): void {
    const found = this.#references.find(own, definition);
    const form = formOf(found.schema);
    if (form === 'object' && targetOf(own) !== undefined) {
      if (!this.#placed.has(found.definition)) this.#types.set(found.definition, found.schema);
    } else if (form === 'object') {
      this.#fields(found, place);
    } else if (typeNameOf(found.schema) === 'array') {
      this.#level(objectAt(found.schema, 'items'), found.definition, place, '[]');
    } else if (typeNameOf(found.schema) === 'map') {
      this.#level(objectAt(found.schema, 'additionalProperties'), found.definition, place, '.*');
    }
  }

  #level(own: JsonObject, definition: string, parent: string, name: string): void {
    const place = `${parent}${name}`;
    this.facts.set(place, { parent, form: 'level', ...this.#value(own, definition) });
    this.#below(own, definition, place);
  }

  #fields({ schema, definition }: Found, parent: string): void {
    const required = requiredOf(schema);
    for (const property of propertiesOf(schema)) {
      const own = objectAt(schema, 'properties', property);
      const place = `${parent}${dotted(property)}`;
      this.facts.set(place, {
        parent,
        form: 'field',
        field: `${parent}/${property}`,
        isRequired: required.has(property),
        isDeprecated: saysDeprecated(own, this.#references.find(own, definition).schema),
        ...this.#value(own, definition),
      });
      this.#below(own, definition, place);
    }
  }
}

function dotted(name: string): string {
  return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function requiredOf(schema: JsonObject): ReadonlySet<unknown> {
  const required = ownValue(schema, 'required');
  return new Set(Array.isArray(required) ? required : []);
}

/** A status is no user's to write. */
function isStatus(property: string, { schema }: Found, definition: string): boolean {
  if (property !== 'status') return false;
  const isAnswer = definition === 'io.k8s.apimachinery.pkg.apis.meta.v1.Status';
  return isAnswer || ['object', 'map', 'untyped'].includes(formOf(schema));
}

function typeNameOf(schema: JsonObject): string {
  const isEither = ownValue(schema, 'format') === 'int-or-string';
  if (isEither || ownValue(schema, 'x-kubernetes-int-or-string') === true) return 'int-or-string';
  const form = formOf(schema);
  if (form === 'object') return 'fields';
  if (form !== 'map') return typeOf(schema);
  const additional = ownValue(schema, 'additionalProperties');
  return isJsonObject(additional) && Object.keys(additional).length > 0 ? 'map' : 'object';
}

/**
 * Of the schemas for one thing, the first that has a description says it: with the word in front of a colon or alone,
 * anywhere but in a list and behind a colon. One alone in front has a full stop, or anything if it is all in capitals.
 */
function saysDeprecated(...schemas: readonly JsonObject[]): boolean {
  if (schemas.some((schema) => ownValue(schema, 'deprecated') === true)) return true;
  const texts = schemas.map((schema) => ownValue(schema, 'description'));
  const text = texts.find((each) => typeof each === 'string') ?? '';
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  if (paragraphs.some((each) => /^(DEPRECATED(?!\w)|[Dd]eprecated[:.])/.test(each))) return true;
  return text.split('\n').some((line) => {
    const words = line.trim().split(/\s+/);
    if (['-', '*'].includes(words[0] ?? '')) return false;
    return words.some((word, index) => {
      const isLast = index === words.length - 1;
      const isWord =
        /^[Dd]eprecated:/.test(word) ||
        /^DEPRECATED[:.]/.test(word) ||
        (isLast && word === 'DEPRECATED');
      return isWord && words[index - 1]?.endsWith(':') !== true;
    });
  });
}
