import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { shorten } from '../diagnostic/problem.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Definition, Definitions } from '../api/definition.ts';
import type { ApiFacts, Resource } from '../api/resource.ts';
import type { CustomResource } from './dialect/crd.ts';
import { isCustomResourceDefinition, readCustomResourceDefinition } from './dialect/crd.ts';
import { isDiscovery, ServedKinds } from './dialect/discovery.ts';
import { chooseFeatureSet, defaultFeatureSet } from './merge/feature-sets.ts';
import type { JsonObject } from '../json/object.ts';
import { describe, isJsonObject, ownValue } from '../json/object.ts';
import { mergeResources } from './merge/resources.ts';
import { mergeCustomResources } from './merge/custom-resources.ts';
import { objectMetaDefinitions, objectMetaName } from '../api/object-meta.ts';
import { readPaths } from './dialect/paths.ts';
import { isOpenApiV2, readOpenApiV2 } from './dialect/openapi-v2.ts';
import { isOpenApiV3, readOpenApiV3 } from './dialect/openapi-v3.ts';
import { isOpenApiV3Listing } from '../source/openapi-listing.ts';
import { markBorrowed } from './openshift/borrowed.ts';
import { RepeatedDefinitions } from './merge/repeated-definitions.ts';
import { readerProblems } from './problems.ts';

/** What a user chooses about the reading of schemas. */
export interface ReaderOptions {
  /** The feature set of OpenShift whose kinds and fields are read; `Default` if it is not given. */
  readonly featureSet?: string | undefined;
  /** Whether the paths of OpenAPI documents are passed over: libraries need nothing of what they say. */
  readonly ignoresPaths?: boolean | undefined;
}

/**
 * Reads every definition of the documents, whatever their dialects, into one set. Documents that are no API schema are
 * reported and skipped. Definitions of one name are made one (see {@link RepeatedDefinitions}), CRDs are read for one
 * feature set (see {@link chooseFeatureSet}) and merged with the definitions of the same kinds (see
 * {@link mergeCustomResources}).
 */
export function readDefinitions(
  documents: Iterable<SourceDocument>,
  diagnostics: Diagnostics,
  options: ReaderOptions = {},
): Definitions {
  return readDocuments(documents, diagnostics, options).definitions;
}

/**
 * Reads the definitions (see {@link readDefinitions}) and what the documents say of the resources that an API serves. Of
 * a fact that several have, the CRD's word counts before discovery's, and that before what OpenAPI's paths show.
 */
export function readApiFacts(
  documents: Iterable<SourceDocument>,
  diagnostics: Diagnostics,
  options: ReaderOptions = {},
): ApiFacts {
  const ofPaths: Resource[] = [];
  const read = readDocuments(documents, diagnostics, options, (document) => {
    if (options.ignoresPaths === true) return;
    for (const resource of readPaths(document, diagnostics)) ofPaths.push(resource);
  });
  const resources = mergeResources([read.ofCustomResources, read.ofDiscovery, ofPaths]);
  return { definitions: read.definitions, resources };
}

interface DocumentFacts {
  readonly definitions: Definitions;
  readonly ofCustomResources: readonly Resource[];
  readonly ofDiscovery: readonly Resource[];
}

/** @param onOpenApi is given each OpenAPI document, for those who want more of it than its definitions */
function readDocuments(
  documents: Iterable<SourceDocument>,
  diagnostics: Diagnostics,
  { featureSet = defaultFeatureSet }: ReaderOptions,
  onOpenApi?: (document: SourceDocument) => void,
): DocumentFacts {
  const openApi = new RepeatedDefinitions();
  /** What documents of v3 define: a cluster has one for each group and version, which are one description of it. */
  const ofCluster: Definition[] = [];
  const resources: CustomResource[] = [];
  const served = new ServedKinds();
  for (const document of documents) {
    const value = readableObject(document, diagnostics);
    if (value === undefined) continue;
    if (isOpenApiV2(value) || isOpenApiV3(value)) onOpenApi?.(document);
    if (isOpenApiV2(value)) {
      openApi.addAll(markBorrowed(readOpenApiV2(document, diagnostics)), false);
    } else if (isOpenApiV3(value)) {
      for (const definition of readOpenApiV3(document, diagnostics)) ofCluster.push(definition);
    } else if (isDiscovery(value)) {
      served.add(document, diagnostics);
    } else {
      const read = readCustomResourceDefinition(document, diagnostics);
      for (const resource of read) resources.push(resource);
    }
  }
  openApi.addAll(markBorrowed(ofCluster), true);
  const choice = chooseFeatureSet(resources, featureSet, diagnostics);
  const merged = mergeCustomResources(openApi.settle(diagnostics), choice);
  return {
    definitions: withObjectMeta(served.applyTo(merged)),
    ofCustomResources: choice.resources,
    ofDiscovery: served.resources,
  };
}

/** A document that one of the readers knows; what else is there is reported. */
function readableObject(
  document: SourceDocument,
  diagnostics: Diagnostics,
): JsonObject | undefined {
  const { value } = document;
  if (isJsonObject(value)) {
    if (isOpenApiV2(value) || isOpenApiV3(value)) return value;
    if (isCustomResourceDefinition(value) || isDiscovery(value)) return value;
  }
  const found = isJsonObject(value) ? describeObject(value) : describe(value);
  diagnostics.report(readerProblems['not-a-schema'], { found }, { locator: document, path: [] });
  return undefined;
}

function describeObject(value: JsonObject): string {
  const kind = ownValue(value, 'kind');
  if (typeof kind === 'string') return `an object of kind ${shorten(kind)}`;
  if (isOpenApiV3Listing(value)) return 'the list of where a cluster has its OpenAPI documents';
  return 'an object without swagger, openapi or kind';
}

/** CRDs refer to an ObjectMeta that only OpenAPI documents define. */
function withObjectMeta(definitions: Definitions): Definitions {
  const isNeeded = [...definitions.values()].some(({ schema }) => {
    if (schema.kind !== 'object') return false;
    const metadata = schema.properties.get('metadata');
    return metadata?.kind === 'reference' && metadata.target === objectMetaName;
  });
  if (!isNeeded || definitions.has(objectMetaName)) return definitions;
  const added = objectMetaDefinitions.map((definition) => [definition.name, definition] as const);
  return new Map([...definitions, ...added]);
}
