// Compositions that are right, and such as are wrong: there the compiler has to say what the comment says.
import type { OneOrMany, Part, Patch, RootOf } from '../src/index.ts';
import { compose } from '../src/index.ts';
import type { Addition, Leaf, Shelf, Teapot } from './tea-v1.js';
import { isTeapot, leaf, shelf, tasting, teapot } from './tea-v1.js';

// A kind's `new` with patches is an object of the kind; patches alone are a patch of it.
export const whole: Teapot = compose(teapot.new('a'), teapot.spec.withLid('Open'));
export const patch: Patch<Teapot> = compose(teapot.spec.withLid('Open'), teapot.new('a'));
// error: Type 'Patch<Teapot>' is missing the following properties from type 'Teapot': apiVersion, kind
export const notWhole: Teapot = compose(teapot.spec.withLid('Open'), teapot.spec.withServings(1));

// What is written by hand takes part.
const byHand: Teapot = { apiVersion: 'tea.example.com/v1', kind: 'Teapot' };
export const mixed: Teapot = compose(byHand, teapot.spec.withServings(1), { ...byHand, spec: {} });

// Parts of another kind do not.
// error: Argument of type 'Patch<Shelf>' is not assignable to parameter of type 'Part<Teapot>'.
compose(teapot.new('a'), shelf.metadata.withNamespace('b'));
// error: Argument of type 'Shelf' is not assignable to parameter of type 'Part<Teapot>'.
compose(teapot.spec.withLid('Open'), shelf.new('a'));
// error: Argument of type 'Patch<Tasting>' is not assignable to parameter of type 'Part<Teapot>'.
compose(teapot.new('a'), compose(tasting.withVerdict('good'), tasting.withVerdict('bad')));

// A list takes one item or many, each a patch or written by hand.
const addition = teapot.spec.additions.withName('sugar');
compose(
  teapot.spec.withAdditions(addition),
  teapot.spec.withAdditions([addition, { name: 'milk' }]),
);
// error: Argument of type 'Patch<Leaf>' is not assignable to parameter of type 'OneOrMany<Addition>'.
teapot.spec.withAdditions(leaf.withWeight(1));

// Names and values are checked.
// error: Property 'withLids' does not exist on type 'TeapotSpecFields<Teapot>'. Did you mean 'withLid'?
teapot.spec.withLids('Open');
// error: Argument of type '"Ajar"' is not assignable to parameter of type '"Closed" | "Open"'.
teapot.spec.withLid('Ajar');
// error: Expected 1 arguments, but got 0.
teapot.new();

// A guard tells the type.
export function name(manifest: Shelf | Teapot): string | undefined {
  return isTeapot(manifest) ? manifest.spec?.lid : manifest.kind;
}

// The types by themselves.
export const root: RootOf<Patch<Leaf>> = { weight: 1 };
export const sameRoot: RootOf<Leaf> = root;
export const parts: OneOrMany<Addition> = [addition] satisfies Part<Addition>[];
