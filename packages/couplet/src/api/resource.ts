import type { Place } from '../diagnostic/place.ts';
import type { Schema } from '../schema/schema.ts';
import type { Definitions, GroupVersionKind, Scope } from './definition.ts';

/** A column of `kubectl get`, as a CRD describes it. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: string;
  readonly jsonPath: string;
  readonly format?: string;
  readonly description?: string;
  /** Above zero where only `-o wide` shows it. */
  readonly priority?: number;
}

/** The paths at which a CRD's scale subresource finds its numbers; a cluster and OpenAPI only say that there is one. */
export interface ScalePaths {
  readonly specReplicasPath?: string;
  readonly statusReplicasPath?: string;
  readonly labelSelectorPath?: string;
}

/** The facts that documents may say of a kind besides its schema. What is absent is not said. */
export interface ResourceFacts {
  /** The name in addresses: `routes`. */
  readonly plural?: string;
  readonly singular?: string;
  readonly listKind?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly scope?: Scope;
  /** In order: `create`, `delete`, `deletecollection`, `get`, `list`, `patch`, `update`, `watch`. */
  readonly verbs?: readonly string[];
  /** True where the API server takes and gives objects of this version. */
  readonly isServed?: boolean;
  /** True where objects are stored in this version. */
  readonly isStored?: boolean;
  readonly isDeprecated?: boolean;
  /** The warning that the API server gives to those who use it although it is deprecated. */
  readonly deprecationWarning?: string;
  readonly hasStatus?: boolean;
  /** Present where there is a scale subresource. */
  readonly scale?: ScalePaths;
  /** The fields by which objects can be selected, as JSON paths. */
  readonly selectableFields?: readonly string[];
  readonly printerColumns?: readonly PrinterColumn[];
  /** A CRD's schema as it is written: without what every object has, and merged with nothing. */
  readonly schema?: Schema;
  /** True where unknown fields are kept everywhere: what `v1beta1` does unless its CRD says otherwise. */
  readonly preserveUnknownFields?: boolean;
}

/** A kind as an API serves it, as far as the documents say. */
export interface Resource extends ResourceFacts {
  readonly groupVersionKind: GroupVersionKind;
  /** The document that says most of it. */
  readonly origin: ResourceOrigin;
  readonly place: Place;
}

/** The origin of the facts of a resource. */
export interface ResourceOrigin {
  readonly dialect: 'crd' | 'discovery' | 'openapi';
  /** The name of the document in messages. */
  readonly document: string;
}

/** Everything that the documents say of an API. */
export interface ApiFacts {
  readonly definitions: Definitions;
  /** One for each group, version and kind, in their order. */
  readonly resources: readonly Resource[];
}

/** Gives facts without those that are absent. */
export function knownFacts(facts: {
  readonly [Fact in keyof ResourceFacts]: ResourceFacts[Fact] | undefined;
}): ResourceFacts {
  const known: { [fact: string]: unknown } = {};
  for (const [fact, value] of Object.entries(facts)) if (value !== undefined) known[fact] = value;
  return known;
}
