import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Definition } from '../api/definition.ts';
import { isPlatformName } from '../api/openshift-names.ts';
import { compareNames } from '../text/compare-names.ts';
import { hash } from '../text/hash.ts';
import { FolderNames } from './folder-names.ts';
import { lowerFirstWord } from './names.ts';
import { safeName } from '../text/safe-name.ts';
import { libraryProblems } from './problems.ts';

/** A definition with the place that it gets in the library. */
export interface NamedDefinition {
  readonly definition: Definition;
  readonly group: string;
  readonly version: string;
  /** The key in its version, and the name of its file. */
  readonly key: string;
  /** The kind as the definition's name spells it. */
  readonly kindName: string;
}

/**
 * Gives each definition its place: group, version and key from the last three labels of its name. API groups that
 * share their first word share the library's group, so that adding one never renames what is there.
 *
 * Where two definitions then want one place, or places that differ in case only, it belongs to the one of the
 * platform (Kubernetes, OpenShift), then to the one with fewer labels, then to the first by name. Every other one has
 * its domain behind its key (`config_operator_example_com`), and is reported. So a name follows from the definition
 * alone, but for the plain key: adding a definition takes that away from one other definition at most, and only from
 * one that has less right to it; what is added to the platform's definitions never takes one from these.
 * Only kinds of one group that differ in case alone, which no API serves, may take each other's longer keys as well.
 */
export function nameKinds(
  definitions: readonly Definition[],
  diagnostics: Diagnostics,
): readonly NamedDefinition[] {
  const placed = definitions.flatMap((definition) => {
    const labels = definition.name.split('.');
    const [group, version, kindName] = [labels.at(-3), labels.at(-2), labels.at(-1)];
    if (kindName !== undefined && version !== undefined && group !== undefined) {
      return [{ definition, group, version, kindName, domain: labels.slice(0, -2) }];
    }
    diagnostics.report(
      libraryProblems['unnamed-kind'],
      { name: definition.name },
      definition.place,
    );
    return [];
  });
  const groups = namesOf(placed.map(({ group }) => group));
  const versions = namesOf(placed.map(({ version }) => version));
  const taken = new Map<string, string>();
  return placed.sort(byPriority).map(({ definition, kindName, domain, ...labels }) => {
    const group = groups.name(labels.group);
    const version = versions.name(labels.version);
    const ownerOf = (key: string): string | undefined =>
      taken.get(`${group}/${version}/${key}`.toLowerCase());
    let key = safeName(lowerFirstWord(kindName));
    const first = ownerOf(key);
    if (first !== undefined) {
      key = safeName([key, ...domain.toReversed()].join('_'));
      if (ownerOf(key) !== undefined) key = `${key}_${hash(definition.name)}`;
      while (ownerOf(key) !== undefined) key += '_';
      const clash = { name: definition.name, first, place: `${group}.${version}.${key}` };
      diagnostics.report(libraryProblems['kind-clash'], clash, definition.place);
    }
    taken.set(`${group}/${version}/${key}`.toLowerCase(), definition.name);
    return { definition, group, version, key, kindName };
  });
}

interface Placed {
  readonly definition: Definition;
  readonly domain: readonly string[];
}

function byPriority(left: Placed, right: Placed): number {
  const [leftName, rightName] = [left.definition.name, right.definition.name];
  return (
    Number(isPlatformName(rightName)) - Number(isPlatformName(leftName)) ||
    left.domain.length - right.domain.length ||
    compareNames(leftName, rightName)
  );
}

/** Names all labels, the last by name first. */
function namesOf(labels: readonly string[]): FolderNames {
  const names = new FolderNames();
  for (const label of [...new Set(labels)].sort(compareNames).toReversed()) names.name(label);
  return names;
}
