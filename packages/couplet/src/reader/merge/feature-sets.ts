import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Definition } from '../../api/definition.ts';
import type { Resource } from '../../api/resource.ts';
import type { CustomResource } from '../dialect/crd.ts';
import type { FeatureSetSchema } from './gated.ts';
import { markGated } from './gated.ts';
import { readerProblems } from '../problems.ts';
import { isEqual } from '../../json/equal.ts';

/** The feature set of a cluster that nobody gave another one. */
export const defaultFeatureSet = 'Default';

/** The custom resources of one feature set. */
export interface FeatureSetChoice {
  readonly chosen: readonly Definition[];
  /** Those that only other feature sets have. */
  readonly leftOut: readonly Definition[];
  /** The resources of the CRDs that were chosen, exactly as these describe them. */
  readonly resources: readonly Resource[];
}

/**
 * Chooses, of the variants of each custom resource, the one for a feature set of OpenShift; one that names no set is
 * for all. Where a set has several, for different cluster profiles, it is the one for clusters that run their own
 * control plane, then the first. What only other sets have is reported and left out; what of a kind is not in all
 * sets is marked (see {@link markGated}).
 */
export function chooseFeatureSet(
  resources: readonly CustomResource[],
  featureSet: string,
  diagnostics: Diagnostics,
): FeatureSetChoice {
  reportUnknown(resources, featureSet, diagnostics);
  const chosen: Definition[] = [];
  const leftOut: Definition[] = [];
  const chosenResources: Resource[] = [];
  for (const variants of variantsByName(resources)) {
    const [choice, ...others] = variantsFor(featureSet, variants);
    const [first] = variants;
    if (choice !== undefined) {
      reportContradictions(choice, others, diagnostics);
      chosen.push(withGates(choice.definition, variants));
      chosenResources.push(choice.resource);
    } else if (first !== undefined) {
      leftOut.push(first.definition);
      const { name: kind, place } = first.definition;
      const featureSets = featureSetsOf(variants);
      diagnostics.report(
        readerProblems['other-feature-sets'],
        { kind, featureSets, chosen: featureSet },
        place,
      );
    }
  }
  return { chosen, leftOut, resources: chosenResources };
}

function variantsByName(resources: readonly CustomResource[]): Iterable<readonly CustomResource[]> {
  const byName = new Map<string, CustomResource[]>();
  for (const resource of resources) {
    const variants = byName.get(resource.definition.name) ?? [];
    byName.set(resource.definition.name, variants);
    variants.push(resource);
  }
  return byName.values();
}

function reportUnknown(
  resources: readonly CustomResource[],
  featureSet: string,
  diagnostics: Diagnostics,
): void {
  const known = new Set(featureSetsOf(resources));
  if (known.size === 0 || known.has(featureSet) || featureSet === defaultFeatureSet) return;
  known.add(defaultFeatureSet);
  diagnostics.report(readerProblems['unknown-feature-set'], {
    featureSet,
    known: [...known].sort(),
  });
}

function featureSetsOf(resources: readonly CustomResource[]): readonly string[] {
  return [...new Set(resources.flatMap(({ featureSets }) => featureSets ?? []))].sort();
}

/** Finds what a feature set has under one name; there should be one for clusters of the same profile. */
function variantsFor(
  featureSet: string,
  variants: readonly CustomResource[],
): readonly CustomResource[] {
  const having = variants.filter(
    ({ featureSets }) => featureSets === undefined || featureSets.includes(featureSet),
  );
  const selfManaged = having.filter(({ isSelfManaged }) => isSelfManaged);
  return selfManaged.length > 0 ? selfManaged : having;
}

function reportContradictions(
  chosen: CustomResource,
  others: readonly CustomResource[],
  diagnostics: Diagnostics,
): void {
  for (const { definition } of others) {
    if (isEqual(definition.schema, chosen.definition.schema)) continue;
    const { name, place } = definition;
    diagnostics.report(readerProblems['duplicate-definition'], { name }, place);
  }
}

function withGates(definition: Definition, variants: readonly CustomResource[]): Definition {
  const byFeatureSet = featureSetsOf(variants).flatMap(
    (featureSet): readonly FeatureSetSchema[] => {
      const [schema] = variantsFor(featureSet, variants).map((each) => each.definition.schema);
      return schema === undefined ? [] : [{ featureSet, schema }];
    },
  );
  if (byFeatureSet.length < 2) return definition;
  return { ...definition, schema: markGated(definition.schema, byFeatureSet) };
}
