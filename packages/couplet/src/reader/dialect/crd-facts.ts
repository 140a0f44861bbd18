import type { PrinterColumn, ResourceFacts, ScalePaths } from '../../api/resource.ts';
import { knownFacts } from '../../api/resource.ts';
import type { Cursor } from '../../json/cursor.ts';
import { textsOf } from '../cursor.ts';

/** Reads what a CRD says of all its versions. */
export function readSharedFacts(spec: Cursor, apiVersion: string): ResourceFacts {
  const names = spec.object('names');
  // The API server's defaults: v1beta1 keeps unknown fields, v1 must not.
  const isOld = apiVersion.endsWith('/v1beta1');
  return knownFacts({
    plural: names?.text('plural'),
    singular: names?.text('singular'),
    listKind: names?.text('listKind'),
    shortNames: names && textsOf(names, 'shortNames'),
    categories: names && textsOf(names, 'categories'),
    preserveUnknownFields: spec.flag('preserveUnknownFields') ?? (isOld ? true : undefined),
  });
}

/**
 * Reads what a CRD says of one of its versions.
 *
 * @param own what stands in the list of versions; absent where `spec` names the only one, which is served and stored
 */
export function readVersionFacts(spec: Cursor, own: Cursor | undefined): ResourceFacts {
  // In v1beta1 all versions may share these.
  const subresources = own?.object('subresources') ?? spec.object('subresources');
  const scale = subresources?.object('scale');
  return knownFacts({
    isServed: own === undefined ? true : own.flag('served'),
    isStored: own === undefined ? true : own.flag('storage'),
    hasStatus: subresources?.object('status') !== undefined,
    scale: scale && readScale(scale),
    selectableFields: own && readSelectableFields(own),
    printerColumns: (own && readColumns(own)) ?? readColumns(spec),
  });
}

function readScale(scale: Cursor): ScalePaths {
  const paths: { -readonly [Path in keyof ScalePaths]: string } = {};
  for (const key of ['specReplicasPath', 'statusReplicasPath', 'labelSelectorPath'] as const) {
    const path = scale.text(key);
    if (path !== undefined) paths[key] = path;
  }
  return paths;
}

function readSelectableFields(version: Cursor): readonly string[] | undefined {
  const fields = version.list('selectableFields').flatMap((field) => {
    const path = field.asObject()?.text('jsonPath');
    return path === undefined ? [] : [path];
  });
  return fields.length === 0 ? undefined : fields;
}

function readColumns(holder: Cursor): readonly PrinterColumn[] | undefined {
  const columns = holder
    .list('additionalPrinterColumns')
    .flatMap((column) => readColumn(column) ?? []);
  return columns.length === 0 ? undefined : columns;
}

function readColumn(column: Cursor): PrinterColumn | undefined {
  const name = column.text('name');
  const type = column.text('type');
  // v1beta1 has another spelling.
  const jsonPath = column.text('jsonPath') ?? column.text('JSONPath');
  if (name === undefined || type === undefined || jsonPath === undefined) {
    return column.wrong('a column with a name, a type and a jsonPath');
  }
  const format = column.text('format');
  const description = column.text('description');
  const priority = column.number('priority');
  return {
    name,
    type,
    jsonPath,
    ...(format === undefined ? {} : { format }),
    ...(description === undefined ? {} : { description }),
    ...(priority === undefined ? {} : { priority }),
  };
}
