import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Definition } from '../../api/definition.ts';
import { kindNamesOf } from '../../api/from-documents.ts';
import { groupVersionKindKey } from '../../api/group-version-kind.ts';
import { Resolver } from '../../api/resolve.ts';
import type { ApiFacts, Resource } from '../../api/resource.ts';
import type { Place } from '../../diagnostic/place.ts';
import { locatePlaces } from '../../diagnostic/place.ts';
import { replaceFile } from '../../files/replace-file.ts';
import type { Library } from '../../library/library.ts';
import { version } from '../../version.ts';
import { stringify } from './schema-json.ts';
import type { StoredKind, StoreHeader, StoreIndex } from './format.ts';
import { checksumOf, storeFormat } from './format.ts';

/** The inputs that the facts of an API are made from. */
export interface StoreInputs {
  /** The documents by their names, with the SHA-256 of each. */
  readonly documents: readonly { readonly name: string; readonly sha256: string }[];
  /** Absent for `Default`. */
  readonly featureSet?: string | undefined;
  /** The names of dialects that are not Couplet's own. */
  readonly dialects?: readonly string[] | undefined;
}

/** A text that is equal for equal inputs of the same Couplet only. */
export function storeKey({ documents, featureSet, dialects = [] }: StoreInputs): string {
  const parts = [
    storeFormat,
    version,
    featureSet,
    dialects,
    documents.map(({ name, sha256 }) => [name, sha256]),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Writes the facts of an API to one file, all or nothing.
 *
 * @param library the library of the whole API, whose places are kept with it
 * @throws errors of the file system
 */
export function writeStore(file: string, facts: ApiFacts, library: Library, key: string): void {
  mkdirSync(dirname(file), { recursive: true });
  replaceFile(file, printStore(facts, library, key));
}

/** A store as it is written: the same facts give the same bytes. */
export function printStore(facts: ApiFacts, library: Library, key: string): Uint8Array {
  const definitions = [...facts.definitions.values()];
  const numbers = new Map(definitions.map(({ name }, number) => [name, number]));
  const positions = locatePlaces([...definitions, ...facts.resources].map(({ place }) => place));
  const texts = [
    ...definitions.map((definition) => definitionText(definition, positions)),
    ...facts.resources.map((resource) => resourceText(resource, positions)),
  ];
  const buffers = texts.map((text) => Buffer.from(text));
  const index: StoreIndex = {
    definitions: definitions.map(({ name }) => name),
    kinds: storedKinds(facts, numbers),
    places: placesOf(library, numbers),
    parts: partsOf(texts, buffers),
  };
  const indexText = JSON.stringify(index);
  const header: StoreHeader = {
    format: storeFormat,
    version,
    key,
    index: [Buffer.byteLength(indexText), checksumOf(indexText)],
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n${indexText}`), ...buffers]);
}

function storedKinds(facts: ApiFacts, numbers: ReadonlyMap<string, number>): readonly StoredKind[] {
  const resources = new Map(
    facts.resources.map(({ groupVersionKind }, number) => [
      groupVersionKindKey(groupVersionKind),
      numbers.size + number,
    ]),
  );
  return kindNamesOf(facts, new Resolver(facts.definitions)).map((names): StoredKind => {
    const { group, version: ofKind, kind } = names.groupVersionKind;
    return [
      group,
      ofKind,
      kind,
      numbers.get(names.definition) ?? -1,
      names.isMain,
      names.plural ?? null,
      names.singular,
      names.shortNames,
      names.categories,
      resources.get(groupVersionKindKey(names.groupVersionKind)) ?? -1,
    ];
  });
}

function placesOf({ groups }: Library, numbers: ReadonlyMap<string, number>): StoreIndex['places'] {
  return groups.flatMap((group) =>
    group.versions.flatMap(({ name, kinds }) =>
      kinds.map(
        ({ definition, key }) => [numbers.get(definition) ?? -1, group.name, name, key] as const,
      ),
    ),
  );
}

function partsOf(texts: readonly string[], buffers: readonly Uint8Array[]): StoreIndex['parts'] {
  let start = 0;
  const parts = texts.map((text, number): StoreIndex['parts'][number] => {
    const part = [start, checksumOf(text)] as const;
    start += buffers[number]?.length ?? 0;
    return part;
  });
  return [...parts, [start, '']];
}

type Positions = ReturnType<typeof locatePlaces>;

function definitionText({ place, ...definition }: Definition, positions: Positions): string {
  return stringify({ ...definition, place: placeJson(place, positions) });
}

function resourceText({ place, ...resource }: Resource, positions: Positions): string {
  return stringify({ ...resource, place: placeJson(place, positions) });
}

function placeJson(place: Place, positions: Positions): unknown {
  const { locator, path } = place;
  return { source: locator.source, path, position: positions.get(place) };
}
