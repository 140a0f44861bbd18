import type { OneOrMany as OneOrMany$, Patch as Patch$ } from '../src/index.ts';
import type { Leaf, LeafFields } from './tea-v1.js';

export interface ObjectMeta {
  annotations?: { [key: string]: string };
  finalizers?: string[];
  labels?: { [key: string]: string };
  name?: string;
  namespace?: string;
}
export interface ObjectMetaFields<Root$> {
  withAnnotations(annotations: { readonly [key: string]: string }): Patch$<Root$>;
  withAnnotationsMixin(annotations: { readonly [key: string]: string }): Patch$<Root$>;
  withFinalizers(finalizers: OneOrMany$<string>): Patch$<Root$>;
  withFinalizersMixin(finalizers: OneOrMany$<string>): Patch$<Root$>;
  withLabels(labels: { readonly [key: string]: string }): Patch$<Root$>;
  withLabelsMixin(labels: { readonly [key: string]: string }): Patch$<Root$>;
  withName(name: string): Patch$<Root$>;
  withNamespace(namespace: string): Patch$<Root$>;
}

export interface Sommelier {
  favourite?: Leaf;
  metadata?: ObjectMeta;
}
export interface SommelierFields<Root$> {
  readonly favourite: LeafFields<Root$>;
  readonly metadata: ObjectMetaFields<Root$>;
}
export declare const sommelier: SommelierFields<Sommelier>;
