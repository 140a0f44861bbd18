import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Definition } from '../api/definition.ts';
import type { Shape } from './library.ts';
import { libraryProblems } from './problems.ts';

/**
 * Far above what real APIs have: the largest kind of Kubernetes, OpenShift and the Prometheus operator has 1,500
 * functions, nested 9 deep; the longest of OpenShift has 76,000 characters, all of them together have 6 million.
 */
const kindLimits = { functions: 50_000, characters: 20_000_000, depth: 120 } as const;
const libraryLimits = { functions: 2_000_000, characters: 1_000_000_000 } as const;

/** Counts what there is of a shape with all below it, where every reference is written out. */
interface Size {
  readonly functions: number;
  /** Names and descriptions as they are printed: those of the fields above are there again for each function. */
  readonly characters: number;
  readonly depth: number;
}

/**
 * Keeps out kinds that would never end: shared definitions make a small document describe a huge tree, which
 * doubles with every level, and whatever is long is printed in each place that refers to it.
 */
export class SizeLimits {
  readonly #diagnostics: Diagnostics;
  readonly #sizes = new Map<Shape, Size>();
  readonly #total = { functions: 0, characters: 0 };

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  /** Tells whether a kind of this shape may be generated; if not, that is reported. */
  allow(shape: Shape, { name, place }: Definition): boolean {
    const size = this.#sizeOf(shape);
    for (const unit of ['functions', 'characters'] as const) {
      const total = this.#total[unit] + size[unit];
      if (size[unit] <= kindLimits[unit] && total <= libraryLimits[unit]) continue;
      const limit = size[unit] > kindLimits[unit] ? kindLimits[unit] : libraryLimits[unit];
      this.#diagnostics.report(libraryProblems['kind-too-large'], { name, limit, unit }, place);
      return false;
    }
    if (size.depth > kindLimits.depth) {
      this.#diagnostics.report(
        libraryProblems['kind-too-deep'],
        { name, limit: kindLimits.depth },
        place,
      );
      return false;
    }
    this.#total.functions += size.functions;
    this.#total.characters += size.characters;
    return true;
  }

  #sizeOf(root: Shape): Size {
    const open = [root];
    for (let shape = open.at(-1); shape !== undefined; shape = open.at(-1)) {
      // It may wait in several places, and need not be added up in each.
      if (this.#sizes.has(shape)) {
        open.pop();
        continue;
      }
      const waiting = open.length;
      for (const member of shape.members) {
        if (member.kind === 'namespace' && !this.#sizes.has(member.shape)) open.push(member.shape);
      }
      if (open.length > waiting) continue;
      open.pop();
      this.#sizes.set(shape, this.#add(shape));
    }
    return this.#sizes.get(root) ?? { functions: 0, characters: 0, depth: 0 };
  }

  #add({ members, description = '' }: Shape): Size {
    let functions = 0;
    let characters = description.length;
    let depth = 0;
    for (const member of members) {
      const { name, field } = member;
      characters += name.length + field.property.length + (field.description?.length ?? 0);
      const below = member.kind === 'namespace' ? this.#sizes.get(member.shape) : undefined;
      functions += below?.functions ?? 1;
      characters += (below?.characters ?? 0) + (below?.functions ?? 0) * field.property.length;
      depth = Math.max(depth, below?.depth ?? 0);
    }
    return { functions, characters, depth: depth + 1 };
  }
}
