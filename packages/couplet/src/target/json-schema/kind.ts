import type { GroupVersionKind } from '../../api/definition.ts';
import { apiVersionOf } from '../../api/group-version-kind.ts';
import type { ObjectSchema, Schema } from '../../schema/schema.ts';
import type { JsonSchema } from './keywords.ts';
import type { SharedDefinitions, Translated } from './shared-definitions.ts';
import type { Translation } from './translate.ts';
import { translate } from './translate.ts';

/** A kind as the API server takes it. */
export interface ServedKind {
  readonly groupVersionKind: GroupVersionKind;
  readonly schema: Schema;
  /** Whether the schema is a CRD's own. */
  readonly isExact: boolean;
  /** Whether its status is written by controllers only, so that the API server drops what a user writes into it. */
  readonly hasStatus: boolean;
}

/** Translates the manifests of a kind: its schema, with the apiVersion and the kind that are its own. */
export function translateKind(kind: ServedKind, definitions: SharedDefinitions): Translated {
  const schema = manifestSchema(kind);
  const status = kind.hasStatus ? schema.properties.get('status') : undefined;
  const work = (how: Translation): JsonSchema => translate(schema, false, { ...how, status });
  return definitions.translate(work, kind.isExact, true);
}

/** Of the fields at the top these two must be there, and a status that is not the user's never need be. */
function manifestSchema({
  schema,
  groupVersionKind,
  isExact,
  hasStatus,
}: ServedKind): ObjectSchema {
  const object: ObjectSchema =
    schema.kind === 'object'
      ? schema
      : { kind: 'object', properties: new Map(), required: new Set() };
  const required = new Set([...object.required, 'apiVersion', 'kind']);
  if (hasStatus) required.delete('status');
  const properties = new Map(object.properties)
    .set('apiVersion', oneText(object, 'apiVersion', apiVersionOf(groupVersionKind)))
    .set('kind', oneText(object, 'kind', groupVersionKind.kind));
  const isOpen = object.properties.size === 0 && !isExact;
  const preserveUnknownFields = isOpen || object.preserveUnknownFields === true;
  return { ...object, nullable: false, required, properties, preserveUnknownFields };
}

function oneText({ properties }: ObjectSchema, name: string, value: string): Schema {
  const description = properties.get(name)?.description;
  const text = { kind: 'string', type: 'string', enum: [value] } as const;
  return description === undefined ? text : { ...text, description };
}
