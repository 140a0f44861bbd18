import type { ResolvedSchema } from '../api/resolve.ts';
import { Resolver } from '../api/resolve.ts';
import type { Definitions } from '../api/definition.ts';
import type { ObjectSchema, ReferenceSchema, Schema } from '../schema/schema.ts';
import type { Finding } from './change.ts';
import { append, below, changeKinds } from './change.ts';
import type { CompareOptions } from './facts.ts';
import { compareAllowed, compareDocumentation, compareRequired } from './facts.ts';
import { items, member, values } from './place.ts';
import { typePlace } from '../api/type-text.ts';
import { formOf, takesAllOf, typeText } from '../api/type-text.ts';

/** References that lead on to other definitions are followed down to here; below, only the names are compared. */
const followedLevels = 50;

/**
 * Compares the values that functions take: what is in a list or a map has no functions of its own, yet programs
 * depend on its fields.
 */
export class ValueComparison {
  readonly #before: Resolver;
  readonly #after: Resolver;
  readonly #isComparedElsewhere: (before: string, after: string) => boolean;
  readonly #options: CompareOptions;
  readonly #known = new Map<Schema, Map<Schema, readonly Finding[]>>();
  /** Definitions that were come by, and have the same name in both libraries. */
  readonly #shared = new Map<string, readonly [ObjectSchema, ObjectSchema]>();
  #levels = 0;

  /**
   * @param isComparedElsewhere whether two definitions are a kind of both libraries, so that what changed in it is told
   * there
   */
  constructor(
    before: Definitions,
    after: Definitions,
    isComparedElsewhere: (before: string, after: string) => boolean,
    options: CompareOptions,
  ) {
    this.#before = new Resolver(before);
    this.#after = new Resolver(after);
    this.#isComparedElsewhere = isComparedElsewhere;
    this.#options = options;
  }

  /** Finds what changed from one value to another, but for what is in definitions that both libraries have. */
  compare(before: Schema, after: Schema): readonly Finding[] {
    if (before.kind === 'reference' && after.kind === 'reference') {
      this.#levels++;
      const findings = this.#references(before, after);
      this.#levels--;
      return findings;
    }
    return this.#schemas(
      this.#before.resolve(before, '').schema,
      this.#after.resolve(after, '').schema,
    );
  }

  /**
   * Gives what changed in the definitions that comparing values came by and that have no place in the library: each
   * once, as the type that the library for TypeScript has for it.
   */
  compareDefinitions(): readonly Finding[] {
    const findings: Finding[] = [];
    // Definitions that are come by on the way are added, and the loop goes on with them.
    for (const [name, [before, after]] of this.#shared) {
      append(findings, below(typePlace(name), name, this.#fields(before, after)));
    }
    return findings;
  }

  /** The text of a description, which for a reference is its own before it is the definition's. */
  document(before: Schema, after: Schema): readonly Finding[] {
    if (isSaidAlike(before, after)) return [];
    const old = this.#before.resolve(before, '').schema;
    const own = this.#after.resolve(after, '').schema;
    return compareDocumentation(
      {
        deprecated: before.deprecated ?? old.deprecated,
        description: before.description ?? old.description,
      },
      {
        deprecated: after.deprecated ?? own.deprecated,
        description: after.description ?? own.description,
      },
      this.#options,
    );
  }

  #references(before: ReferenceSchema, after: ReferenceSchema): readonly Finding[] {
    const old = this.#before.resolve(before, '');
    const own = this.#after.resolve(after, '');
    const isSame = old.definition === own.definition;
    if (this.#isComparedElsewhere(old.definition, own.definition)) return [];
    if (this.#levels > followedLevels) return isSame ? [] : [this.#retyped(before, after, true)];
    if (!hasFields(old.schema) || !hasFields(own.schema))
      return this.#schemas(old.schema, own.schema);
    if (isSame) {
      this.#shared.set(old.definition, [old.schema, own.schema]);
      return [];
    }
    // Another name is no change; what is in it may be.
    const inside = this.#schemas(old.schema, own.schema);
    return inside.length === 0 ? [] : [this.#retyped(before, after, inside.some(isBreaking))];
  }

  #schemas(before: ResolvedSchema, after: ResolvedSchema): readonly Finding[] {
    if (isSimple(before) || isSimple(after)) return this.#resolved(before, after);
    const known = this.#known.get(before) ?? new Map<Schema, readonly Finding[]>();
    this.#known.set(before, known);
    const earlier = known.get(after);
    if (earlier !== undefined) return earlier;
    // A schema that leads back to itself is as equal as the rest of it.
    known.set(after, []);
    const findings = this.#resolved(before, after);
    known.set(after, findings);
    return findings;
  }

  #resolved(before: ResolvedSchema, after: ResolvedSchema): readonly Finding[] {
    const [old, own] = [formOf(before), formOf(after)];
    if (old !== own) return [this.#retyped(before, after, !takesAllOf(own, old))];
    const findings = [...compareAllowed(before.enum, after.enum)];
    if (before.kind === 'array' && after.kind === 'array') {
      const inside = this.compare(before.items ?? { kind: 'any' }, after.items ?? { kind: 'any' });
      append(findings, below(items, items, inside));
    }
    if (before.kind !== 'object' || after.kind !== 'object') return findings;
    if (typeof before.additional === 'object' && typeof after.additional === 'object') {
      append(findings, below(values, values, this.compare(before.additional, after.additional)));
    }
    return [...findings, ...this.#fields(before, after)];
  }

  #fields(before: ObjectSchema, after: ObjectSchema): readonly Finding[] {
    const findings: Finding[] = [];
    for (const name of new Set([...before.properties.keys(), ...after.properties.keys()])) {
      const [old, own] = [before.properties.get(name), after.properties.get(name)];
      append(findings, below(member(name), member(name), this.#field(old, own)));
      if (own === undefined) continue;
      const wasRequired = old !== undefined && before.required.has(name);
      const required = compareRequired(wasRequired, after.required.has(name));
      append(findings, below(member(name), member(name), required));
    }
    return findings;
  }

  #field(before: Schema | undefined, after: Schema | undefined): readonly Finding[] {
    const finding = { place: '', origin: '' };
    if (before === undefined) return [{ ...finding, kind: 'field-added' }];
    if (after === undefined) return [{ ...finding, kind: 'field-removed' }];
    return [...this.document(before, after), ...this.compare(before, after)];
  }

  #retyped(before: Schema, after: Schema, breaks: boolean): Finding {
    return {
      kind: breaks ? 'retyped' : 'widened',
      place: '',
      origin: '',
      before: typeText(before, this.#before),
      after: typeText(after, this.#after),
    };
  }
}

/** Tells whether a value has nothing below it: it is compared faster than it is remembered. */
function isSimple({ kind }: ResolvedSchema): boolean {
  return kind !== 'object' && kind !== 'array';
}

/** Tells whether two schemas say the same of themselves, and refer to nothing that might say more. */
function isSaidAlike(before: Schema, after: Schema): boolean {
  if (before.kind === 'reference' || after.kind === 'reference') return false;
  return before.deprecated === after.deprecated && before.description === after.description;
}

function hasFields(schema: ResolvedSchema): schema is ObjectSchema {
  return formOf(schema) === 'fields';
}

function isBreaking({ kind }: Finding): boolean {
  return changeKinds[kind].isBreaking;
}
