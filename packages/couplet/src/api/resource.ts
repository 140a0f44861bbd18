import type { Place } from '../diagnostic/place.ts';
import type { Schema } from '../schema/schema.ts';
import type { GroupVersionKind, Scope } from './definition.ts';

/** Where an object has its number of replicas, by JSON paths such as `.spec.replicas`. */
export interface ScalePaths {
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
  readonly labelSelectorPath?: string;
}

/** A column that `kubectl get` prints. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: string;
  readonly jsonPath: string;
  readonly format?: string;
  readonly description?: string;
  /** Above 0 for columns that are printed in wide views only. */
  readonly priority?: number;
}

/** A kind as an API serves it, as far as the documents say; what is absent is not said. */
export interface Resource {
  readonly groupVersionKind: GroupVersionKind;
  /** `routes`, as it stands in addresses. */
  readonly plural?: string;
  readonly singular?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly scope?: Scope;
  /** What can be done with it, in the order of the words. */
  readonly verbs?: readonly string[];
  /** Whether the API server takes and gives objects of this version. */
  readonly isServed?: boolean;
  /** Whether objects are stored in this version. */
  readonly isStored?: boolean;
  readonly isDeprecated?: boolean;
  readonly deprecationWarning?: string;
  /** Whether the status is written through a subresource of its own. */
  readonly hasStatus?: boolean;
  readonly hasScale?: boolean;
  /** Known of CRDs. */
  readonly scale?: ScalePaths;
  /** The JSON paths of fields that lists can be selected by. */
  readonly selectableFields?: readonly string[];
  readonly printerColumns?: readonly PrinterColumn[];
  /** The schema of a CRD's version for the chosen feature set, exactly as it is written. */
  readonly schema?: Schema;
  readonly place: Place;
}
