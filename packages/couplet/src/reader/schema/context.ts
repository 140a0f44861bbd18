import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Locator, Path } from '../../diagnostic/place.ts';
import type { Problem } from '../../diagnostic/problem.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, ownValue } from '../../json/object.ts';
import { readerProblems } from '../problems.ts';

/** The surroundings that a reader needs to turn one document's schemas into Couplet's. */
export interface SchemaContext {
  readonly locator: Locator;
  readonly diagnostics: Diagnostics;
  /** The beginning of `$ref`s to definitions: `#/definitions/` or `#/components/schemas/`. */
  readonly referencePrefix: string;
}

/** Reports a problem at a path of the context's document. */
export function reportAt<Parameters>(
  context: SchemaContext,
  path: Path,
  problem: Problem<Parameters>,
  parameters: NoInfer<Parameters>,
): void {
  context.diagnostics.report(problem, parameters, { locator: context.locator, path });
}

/** A list of names such as `required`; what is no text in it is reported and left out. */
export function readNames(
  raw: JsonObject,
  keyword: string,
  path: Path,
  context: SchemaContext,
): readonly string[] {
  const value = ownValue(raw, keyword);
  // Draft 3 wrote `required: true` beside a property; old CRDs still have it, and it says nothing here.
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  if (!Array.isArray(value)) {
    const found = describe(value);
    reportAt(context, [...path, keyword], readerProblems['wrong-type'], {
      expected: 'a list of names',
      found,
    });
    return [];
  }
  return value.filter((name, index): name is string => {
    if (typeof name === 'string') return true;
    const found = describe(name);
    reportAt(context, [...path, keyword, index], readerProblems['wrong-type'], {
      expected: 'a name',
      found,
    });
    return false;
  });
}
