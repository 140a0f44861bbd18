import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Api } from '../../api/api.ts';
import type { Definition, Definitions } from '../../api/definition.ts';
import type { KindNames } from '../../api/kind.ts';
import type { Resource } from '../../api/resource.ts';
import type { Path, Place, Position } from '../../diagnostic/place.ts';
import { placeInText } from '../../diagnostic/place.ts';
import { isFileSystemError, reasonOf } from '../../files/file-system-error.ts';
import type { JsonObject } from '../../json/object.ts';
import { ownValue } from '../../json/object.ts';
import type { PlacedKinds } from '../../library/placed-kinds.ts';
import { placedOnDemand } from '../../library/placed-on-demand.ts';
import { version as ownVersion } from '../../version.ts';
import type { StoreIndex } from './format.ts';
import { checksumOf, storeFormat } from './format.ts';
import { listOf, objectOf, schemaOf } from './schema-json.ts';

/** Thrown where a store cannot be used; the message says which, why, and what to do. */
export class StoreError extends Error {
  /** Makes the error of a file and what is to be read after its name. */
  constructor(file: string, reason: string) {
    super(`${file} ${reason}; load the API from its documents to write it anew`);
    this.name = 'StoreError';
  }
}

/** The facts of an API in a file, read as they are asked for. */
export interface OpenedStore {
  /** The key of what the facts were made from. */
  readonly key: string;
  readonly api: Api;
  /** Reads all definitions, in the order in which they were written. */
  readonly definitions: () => Definitions;
  /** The kinds of the library of the whole API. */
  readonly placedKinds: PlacedKinds;
  readonly close: () => void;
}

/**
 * Opens a store. Of its parts nothing is read yet; one that turns out to be damaged later is a {@link StoreError} where it
 * is asked for.
 *
 * @throws {StoreError} where the file cannot be read or is no store of this version of Couplet
 */
export function openStore(file: string): OpenedStore {
  return attempt(file, () => {
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return openFrom(new StoreFile(file, descriptor));
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  });
}

function openFrom(file: StoreFile): OpenedStore {
  const { index } = file;
  const numbers = new Map(index.definitions.map((name, number) => [name, number]));
  const definition = (name: string): Definition | undefined => {
    const number = numbers.get(name);
    return number === undefined ? undefined : file.definition(number);
  };
  const resources = new Map<KindNames, number>();
  const kinds = index.kinds.map((row): KindNames => {
    const [group, version, kind, number, isMain, plural, singular, shortNames, categories] = row;
    const groupVersionKind = { group, version, kind };
    const names = {
      groupVersionKind,
      definition: index.definitions[number] ?? '',
      isMain,
      plural: plural ?? undefined,
      singular,
      shortNames,
      categories,
    };
    if (row[9] >= 0) resources.set(names, row[9]);
    return names;
  });
  const resource = (names: KindNames): Resource | undefined => {
    const number = resources.get(names);
    return number === undefined ? undefined : file.resource(number);
  };
  const api = new Api({ kinds: () => kinds, definition, resource });
  const places = index.places.map(([number, group, version, key]) => ({
    definition: index.definitions[number] ?? '',
    group,
    version,
    key,
  }));
  const placedKinds = placedOnDemand(places, { get: definition }, api.resolver);
  const definitions = (): Definitions =>
    new Map(index.definitions.map((name, number) => [name, file.definition(number)]));
  return { key: file.key, api, definitions, placedKinds, close: () => file.close() };
}

/** The bytes of a store, of which parts are read by number. */
class StoreFile {
  readonly key: string;
  readonly index: StoreIndex;
  readonly #file: string;
  readonly #descriptor: number;
  readonly #start: number;
  readonly #definitions = new Map<number, Definition>();
  #isClosed = false;

  constructor(file: string, descriptor: number) {
    this.#file = file;
    this.#descriptor = descriptor;
    const [line = ''] = this.#read(0, headerSize).split('\n', 1);
    const header = objectOf(JSON.parse(line));
    if (header['format'] !== storeFormat || header['version'] !== ownVersion) {
      throw new StoreError(file, 'is of another version of Couplet');
    }
    this.key = String(header['key']);
    const from = Buffer.byteLength(line) + 1;
    const { size } = fstatSync(descriptor);
    const [indexSize, checksum] = listOf(header['index']);
    // What a damaged header says could be more than there is memory.
    if (typeof indexSize !== 'number' || !(indexSize >= 0) || from + indexSize > size) {
      throw this.#damaged();
    }
    const text = this.#read(from, indexSize);
    if (checksumOf(text) !== checksum) throw this.#damaged();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its checksum is the one that was written with it
    this.index = JSON.parse(text) as StoreIndex;
    this.#start = from + indexSize;
    const end = this.index.parts.at(-1)?.[0] ?? 0;
    if (size !== this.#start + end) throw new StoreError(file, 'is cut off');
  }

  definition(number: number): Definition {
    const known = this.#definitions.get(number);
    if (known !== undefined) return known;
    const made = attempt(this.#file, () => definitionOf(this.#part(number)));
    this.#definitions.set(number, made);
    return made;
  }

  resource(number: number): Resource {
    return attempt(this.#file, () => resourceOf(this.#part(number)));
  }

  close(): void {
    if (!this.#isClosed) closeSync(this.#descriptor);
    this.#isClosed = true;
  }

  #part(number: number): JsonObject {
    // By now the descriptor may be another file's.
    if (this.#isClosed) throw new StoreError(this.#file, 'is closed');
    const [start = 0, checksum = ''] = this.index.parts[number] ?? [];
    const [end = 0] = this.index.parts[number + 1] ?? [];
    const text = this.#read(this.#start + start, end - start);
    if (checksumOf(text) !== checksum) throw this.#damaged();
    return objectOf(JSON.parse(text));
  }

  #damaged(): StoreError {
    return new StoreError(this.#file, 'is damaged');
  }

  #read(position: number, size: number): string {
    const buffer = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const read = readSync(this.#descriptor, buffer, filled, size - filled, position + filled);
      if (read === 0) break;
      filled += read;
    }
    return buffer.toString('utf8', 0, filled);
  }
}

/** The header is shorter than this; reading beyond it does no harm. */
const headerSize = 1024;

function definitionOf(json: JsonObject): Definition {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its checksum is the one that was written with it
  const definition = json as unknown as Definition;
  const scope = definition.scope ?? undefined;
  return { ...definition, scope, schema: schemaOf(json['schema']), place: placeOf(json['place']) };
}

function resourceOf(json: JsonObject): Resource {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its checksum is the one that was written with it
  const { schema, ...resource } = json as unknown as Resource;
  const place = placeOf(json['place']);
  return schema === undefined
    ? { ...resource, place }
    : { ...resource, place, schema: schemaOf(json['schema']) };
}

/** A place whose position is known without its document. */
function placeOf(value: unknown): Place {
  const json = objectOf(value);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its checksum is the one that was written with it
  const position = ownValue(json, 'position') as Position | undefined;
  const { locator } = placeInText(String(json['source']), position);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its checksum is the one that was written with it
  return { locator, path: listOf(json['path']) as Path };
}

/** Does something with a store; what stands against it is a {@link StoreError}, all else a bug. */
function attempt<Result>(file: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (isFileSystemError(error)) throw new StoreError(file, `cannot be read: ${reasonOf(error)}`);
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw new StoreError(file, 'is damaged');
    }
    throw error;
  }
}
