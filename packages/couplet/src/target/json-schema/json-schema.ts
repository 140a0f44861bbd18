import type { GroupVersionKind } from '../../api/definition.ts';
import { apiVersionOf } from '../../api/group-version-kind.ts';
import type { OutputFile } from '../../text/output-file.ts';
import { isGiven, slimOption } from '../option.ts';
import type { TargetSubject } from '../target.ts';
import type { JsonSchema } from './keywords.ts';
import type { ServedKind } from './kind.ts';
import { translateKind } from './kind.ts';
import type { SharedDefinition } from './shared-definitions.ts';
import { definitionLine, SharedDefinitions } from './shared-definitions.ts';
import { UniqueNames } from './unique-names.ts';

/**
 * A JSON Schema of draft 7 for each kind that the API serves, `json-schema/<label>/<kind>-<group>-<version>.json`, which
 * is where kubeconform looks it up, and `all.json` for editors, which chooses by apiVersion and kind. No file refers to
 * another one.
 */
export function* emitJsonSchemas(subject: TargetSubject): Iterable<OutputFile> {
  const { naming, options } = subject;
  const folder = `json-schema/${naming.label}`;
  const keys = new UniqueNames();
  const shared = new SharedDefinitions(subject.api, isGiven(slimOption, options), keys);
  const entries: Entry[] = [];
  const targets = new Set<SharedDefinition>();
  // All files have their names before any definition has: kubeconform finds them by these.
  const kinds = servedKinds(subject).map((kind) => ({
    kind,
    key: keys.take(fileStem(kind.groupVersionKind)),
  }));
  for (const { kind, key } of kinds) {
    const { groupVersionKind } = kind;
    const translated = translateKind(kind, shared);
    for (const target of translated.targets) targets.add(target);
    entries.push({ groupVersionKind, key, line: definitionLine(key, translated.json) });
    const lines = linesOf(shared, translated.targets);
    yield { path: `${folder}/${key}.json`, text: fileText(translated.json, lines) };
  }
  const lines = [...entries.map(({ line }) => line), ...linesOf(shared, targets)];
  yield { path: `${folder}/all.json`, text: fileText(chooser(entries), lines) };
}

/** A kind among the definitions of the file that has all. */
interface Entry {
  readonly groupVersionKind: GroupVersionKind;
  readonly key: string;
  readonly line: string;
}

/** The kinds of the library that the API serves. */
function servedKinds({ api, library }: TargetSubject): readonly ServedKind[] {
  const kinds = library.groups.flatMap(({ versions }) => versions.flatMap((each) => each.kinds));
  return kinds.flatMap(({ newFunction }): readonly ServedKind[] => {
    if (newFunction === undefined) return [];
    const { groupVersionKind, apiVersion } = newFunction;
    const kind = api.kind(apiVersion, groupVersionKind.kind);
    if (kind === undefined) return [];
    const { schema } = kind.root;
    const isExact = kind.resource.schema !== undefined;
    // Only a CRD says that a status is a field like any other.
    const hasStatus = !isExact || kind.resource.hasStatus === true;
    return [{ groupVersionKind, schema, isExact, hasStatus }];
  });
}

/** Names the file as kubeconform does: of the core group, its version stands in the place of the group. */
function fileStem({ group, version, kind }: GroupVersionKind): string {
  return `${kind.toLowerCase()}-${group === '' ? version : group}-${version}`;
}

function linesOf(
  shared: SharedDefinitions,
  targets: Iterable<SharedDefinition>,
): readonly string[] {
  return shared.reachedFrom(targets).map((target) => shared.line(target));
}

/** The text of a file. Each definition has a line, so that a change is seen where it is. */
function fileText(json: JsonSchema, definitions: readonly string[]): string {
  const start = JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...json });
  if (definitions.length === 0) return `${start}\n`;
  return `${start.slice(0, -1)},"definitions":{\n${definitions.join(',\n')}\n}}\n`;
}

/** Chooses a kind's schema by apiVersion and kind; other objects may be anything. */
function chooser(entries: readonly Entry[]): JsonSchema {
  const apiVersions = entries.map(({ groupVersionKind }) => apiVersionOf(groupVersionKind));
  const kinds = entries.map(({ groupVersionKind }) => groupVersionKind.kind);
  return {
    type: 'object',
    properties: {
      apiVersion: { type: 'string', examples: [...new Set(apiVersions)] },
      kind: { type: 'string', examples: [...new Set(kinds)] },
    },
    required: ['apiVersion', 'kind'],
    allOf: entries.map(({ groupVersionKind, key }) => ({
      if: {
        properties: {
          apiVersion: { const: apiVersionOf(groupVersionKind) },
          kind: { const: groupVersionKind.kind },
        },
        required: ['apiVersion', 'kind'],
      },
      // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
      then: { $ref: `#/definitions/${key}` },
    })),
  };
}
