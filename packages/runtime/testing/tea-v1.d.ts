import type { OneOrMany as OneOrMany$, Patch as Patch$, Table as Table$ } from '../src/index.ts';
import type { ObjectMeta, ObjectMetaFields } from './meta-v1.js';

export declare const table: Table$;

export interface Teapot {
  apiVersion: 'tea.example.com/v1';
  kind: 'Teapot';
  metadata?: ObjectMeta;
  spec?: TeapotSpec;
}
export interface TeapotFields<Root$> {
  readonly metadata: ObjectMetaFields<Root$>;
  readonly spec: TeapotSpecFields<Root$>;
}
export interface TeapotKind extends TeapotFields<Teapot> {
  'new'(name: string): Teapot;
}
export declare const teapot: TeapotKind;
export declare function isTeapot(value: unknown): value is Teapot;

/** Without `constructor`: every object has one from its prototype, which is no leaf. */
export interface TeapotSpec {
  CIDR?: string;
  $ref?: string;
  __proto__?: Leaf;
  'a > b: c*'?: { [key: string]: string };
  additions?: Addition[];
  blend?: Leaf;
  default?: string;
  import?: string;
  kettles?: string[];
  leaf?: Leaf;
  lid?: 'Open' | 'Closed';
  notes?: { [key: string]: string };
  servings?: number;
  'x-steep'?: Leaf;
}
export interface TeapotSpecFields<Root$> {
  with$Ref($ref: string): Patch$<Root$>;
  'withA > B: C*'(notes: { readonly [key: string]: string }): Patch$<Root$>;
  'withA > B: C*Mixin'(notes: { readonly [key: string]: string }): Patch$<Root$>;
  withAdditions(additions: OneOrMany$<Addition>): Patch$<Root$>;
  withAdditionsMixin(additions: OneOrMany$<Addition>): Patch$<Root$>;
  readonly additions: AdditionFields<Addition>;
  readonly blend: LeafFields<Root$>;
  withCidr(cidr: string): Patch$<Root$>;
  readonly constructor: LeafFields<Root$>;
  withDefault(default_: string): Patch$<Root$>;
  withImport(import_: string): Patch$<Root$>;
  withKettles(kettles: OneOrMany$<string>): Patch$<Root$>;
  withKettlesMixin(kettles: OneOrMany$<string>): Patch$<Root$>;
  readonly leaf: LeafFields<Root$>;
  withLid(lid: 'Open' | 'Closed'): Patch$<Root$>;
  withNotes(notes: { readonly [key: string]: string }): Patch$<Root$>;
  withNotesMixin(notes: { readonly [key: string]: string }): Patch$<Root$>;
  readonly __proto__: LeafFields<Root$>;
  withServings(servings: number): Patch$<Root$>;
  readonly 'x-steep': LeafFields<Root$>;
}

export interface Addition {
  leaf?: Leaf;
  name: string;
  tags?: string[];
}
export interface AdditionFields<Root$> {
  readonly leaf: LeafFields<Root$>;
  withName(name: string): Patch$<Root$>;
  withTags(tags: OneOrMany$<string>): Patch$<Root$>;
  withTagsMixin(tags: OneOrMany$<string>): Patch$<Root$>;
}

export interface Leaf {
  apiVersion?: string;
  kind?: string;
  origin?: Origin;
  weight?: number;
}
/** `apiVersion` is missing where a leaf is the root. */
export interface LeafRootFields<Root$> {
  withKind(kind: string): Patch$<Root$>;
  readonly origin: OriginFields<Root$>;
  withWeight(weight: number): Patch$<Root$>;
}
export interface LeafFields<Root$> extends LeafRootFields<Root$> {
  withApiVersion(apiVersion: string): Patch$<Root$>;
}
export declare const leaf: LeafRootFields<Leaf>;

export interface Origin {
  country?: string;
}
export interface OriginFields<Root$> {
  withCountry(country: string): Patch$<Root$>;
}

export interface Shelf {
  apiVersion: 'tea.example.com/v1';
  kind: 'ShelfBoard';
  metadata?: ObjectMeta;
}
export interface ShelfKind {
  'new'(name: string): Shelf;
  readonly metadata: ObjectMetaFields<Shelf>;
}
export declare const shelf: ShelfKind;

export interface Tasting {
  apiVersion: 'tea.example.com/v1';
  kind: 'Tasting';
  verdict?: string;
}
export interface TastingKind {
  'new'(): Tasting;
  withVerdict(verdict: string): Patch$<Tasting>;
}
export declare const tasting: TastingKind;
