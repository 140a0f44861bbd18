import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Definition, Definitions } from '../../api/definition.ts';
import { groupVersionKindKey } from '../../api/group-version-kind.ts';
import type { Schema } from '../../schema/schema.ts';
import { readerProblems } from '../problems.ts';

/** One way in which a name is described, and how many documents do it so. */
interface Description {
  definition: Definition;
  documents: number;
}

/** All that was read under one name. The content is only worked out for names that come a second time. */
interface Entry {
  readonly first: Description;
  variants: Map<string, Description> | undefined;
  /** True where every definition came from a document of a cluster, which repeat each other. */
  isFromCluster: boolean;
}

/**
 * Makes one definition of those that share a name. A cluster serves a document for each group and version, and each
 * repeats what it refers to: what is equal is one. Servers of different releases describe the same name in different
 * ways: then the way that most documents have wins, of equally many the first, and it is reported. What a document only
 * borrows counts where no other has it.
 */
export class RepeatedDefinitions {
  readonly #entries = new Map<string, Entry>();

  /** @param isFromCluster whether they are of an OpenAPI v3 document, where repetition is no mistake */
  addAll(definitions: readonly Definition[], isFromCluster: boolean): void {
    for (const definition of definitions) this.#add(definition, isFromCluster);
  }

  #add(definition: Definition, isFromCluster: boolean): void {
    const entry = this.#entries.get(definition.name);
    const isKnown = entry !== undefined && entry.first.definition.origin.isBorrowed !== true;
    if (isKnown && definition.origin.isBorrowed === true) return;
    if (entry === undefined || (!isKnown && definition.origin.isBorrowed !== true)) {
      const first = { definition, documents: 1 };
      this.#entries.set(definition.name, { first, variants: undefined, isFromCluster });
      return;
    }
    entry.isFromCluster &&= isFromCluster;
    entry.variants ??= new Map([[contentOf(entry.first.definition.schema), entry.first]]);
    const content = contentOf(definition.schema);
    const known = entry.variants.get(content);
    if (known === undefined) {
      entry.variants.set(content, { definition, documents: 1 });
    } else {
      known.documents++;
      known.definition = withKindsOf(known.definition, definition);
    }
  }

  /** One definition for each name, in the order in which the names came first. */
  settle(diagnostics: Diagnostics): Definitions {
    const definitions = new Map<string, Definition>();
    for (const [name, { first, variants, isFromCluster }] of this.#entries) {
      let chosen = first;
      for (const [, variant] of variants ?? []) {
        if (variant.documents > chosen.documents) chosen = variant;
      }
      definitions.set(name, chosen.definition);
      if (variants === undefined || variants.size === 1) continue;
      const { place } = [...variants.values()][1]?.definition ?? first.definition;
      if (isFromCluster) {
        diagnostics.report(
          readerProblems['definition-varies'],
          { name, variants: variants.size },
          place,
        );
      } else {
        diagnostics.report(readerProblems['duplicate-definition'], { name }, place);
      }
    }
    return definitions;
  }
}

/** API servers list different kinds for definitions that they share, such as DeleteOptions: all of them hold. */
function withKindsOf(definition: Definition, other: Definition): Definition {
  const known = new Set(definition.groupVersionKinds.map(groupVersionKindKey));
  const added = other.groupVersionKinds.filter((each) => !known.has(groupVersionKindKey(each)));
  if (added.length === 0) return definition;
  return { ...definition, groupVersionKinds: [...definition.groupVersionKinds, ...added] };
}

/** A text that is equal for schemas that say the same, whatever the order of their keys. */
function contentOf(schema: Schema): string {
  return JSON.stringify(schema, (_key, value: unknown) => {
    if (value instanceof Map) return ['map', ...[...value].sort(byKey)];
    if (value instanceof Set) return ['set', ...[...value].map(String).sort(compareTexts)];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return ['object', ...Object.entries(value).sort(byKey)];
  });
}

function byKey([left]: readonly [unknown, unknown], [right]: readonly [unknown, unknown]): number {
  return compareTexts(String(left), String(right));
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : 1;
}
