import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { reachableNames } from '../api/references.ts';
import type { Definition, Definitions } from '../api/definition.ts';
import { isOpenShiftName } from '../api/openshift-names.ts';
import { compareNames } from '../text/compare-names.ts';
import type { Resolver } from '../api/resolve.ts';
import { describesObject } from '../api/resolve.ts';
import { libraryProblems } from './problems.ts';

/**
 * Chooses the definitions that get a place of their own in the library, in the order of their names: those that
 * match the prefix. Without one it is all that the API serves and what these refer to. Where there is a document of
 * OpenShift, and no cluster that lists what it serves, it is what is OpenShift's own, with all that CRDs define, and what
 * documents of other APIs serve. Lists (`metadata` is a ListMeta) and definitions without properties are left out.
 */
export function selectDefinitions(
  definitions: Definitions,
  prefix: RegExp | undefined,
  resolver: Resolver,
  diagnostics: Diagnostics,
): readonly Definition[] {
  const chosen = chooseNames(definitions, prefix);
  const selected = [...chosen]
    .sort(compareNames)
    .flatMap((name) => definitions.get(name) ?? [])
    .filter((definition) => describesObject(definition, resolver));
  if (selected.length === 0 && definitions.size > 0) {
    const [first] = definitions.values();
    diagnostics.report(
      libraryProblems['nothing-selected'],
      { definitions: definitions.size, prefix: prefix?.source },
      first && { locator: first.place.locator, path: [] },
    );
  }
  return selected;
}

function chooseNames(definitions: Definitions, prefix: RegExp | undefined): Iterable<string> {
  const names = [...definitions.keys()];
  if (prefix !== undefined) return names.filter((name) => prefix.test(name));
  const isOfCluster = [...definitions.values()].some(({ origin }) => origin.isListed === true);
  if (isOfCluster || !names.some(isOpenShiftName)) return servedAndReferred(definitions, isOfApi);
  const isOwn = ({ name, origin }: Definition): boolean =>
    isOpenShiftName(name) || origin.dialect === 'crd';
  const ownKinds = [...definitions.values()].filter(isOwn).map(({ name }) => name);
  const others = servedAndReferred(definitions, (definition) => {
    const { groupVersionKinds, origin } = definition;
    return groupVersionKinds.length > 0 && origin.isBorrowed !== true && !isOwn(definition);
  });
  return new Set([...ownKinds, ...others]);
}

/** Tells whether an API serves it, or a CRD defines it. */
function isOfApi({ groupVersionKinds, isUnserved, origin }: Definition): boolean {
  return groupVersionKinds.length > 0 || (isUnserved === true && origin.dialect === 'crd');
}

/** The chosen kinds with their parts; a part that is not defined is found to be so when it is used. */
function servedAndReferred(
  definitions: Definitions,
  isChosen: (definition: Definition) => boolean,
): Iterable<string> {
  const kinds = [...definitions.values()].filter(isChosen);
  return reachableNames(
    kinds.map(({ name }) => name),
    definitions,
  );
}
