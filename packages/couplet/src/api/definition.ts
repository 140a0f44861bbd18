import type { Place } from '../diagnostic/place.ts';
import type { Schema } from '../schema/schema.ts';

/** The name of a kind in the Kubernetes API: `{ group: 'route.openshift.io', version: 'v1', kind: 'Route' }`. */
export interface GroupVersionKind {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The place of the objects of a kind: in a namespace, or in the cluster as a whole. */
export type Scope = 'Namespaced' | 'Cluster';

/** The origin of a definition. Which document that is, its place tells. */
export interface Origin {
  /** The name of its document's dialect, or `built-in` for what Couplet adds itself. */
  readonly dialect: string;
  /** True where a cluster lists it among all the kinds that it serves. */
  readonly isListed?: boolean;
  /** True where OpenShift's document only repeats it, for its own kinds to refer to. */
  readonly isBorrowed?: boolean;
}

/** A named schema of a document, whatever dialect it was written in. */
export interface Definition {
  /** `<domain>.<group>.<version>.<Kind>`, unique in its set. */
  readonly name: string;
  readonly schema: Schema;
  /** The kinds that the definition is served as, as the document lists them; none for a part of another one. */
  readonly groupVersionKinds: readonly GroupVersionKind[];
  /** Known from CRDs, from clusters, and of OpenShift's own kinds; OpenAPI documents do not say it of a definition. */
  readonly scope: Scope | undefined;
  readonly origin: Origin;
  /**
   * True where it has an apiVersion and a kind of its own, though no API serves it: a component's configuration file,
   * or a version that a CRD keeps for stored objects only.
   */
  readonly isUnserved?: boolean;
  readonly place: Place;
}

/** Every definition that was read, by name. */
export type Definitions = ReadonlyMap<string, Definition>;
