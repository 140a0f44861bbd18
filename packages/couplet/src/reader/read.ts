import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { shorten } from '../diagnostic/problem.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Definition, Definitions } from '../api/definition.ts';
import type { ApiFacts, Resource } from '../api/resource.ts';
import type { CustomResource } from './dialect/crd.ts';
import type { Dialect, DocumentDialect, Findings } from './dialect/dialect.ts';
import { dialects as knownDialects } from './dialect/dialects.ts';
import { ServedKinds } from './dialect/discovery.ts';
import { chooseFeatureSet, defaultFeatureSet } from './merge/feature-sets.ts';
import type { JsonObject } from '../json/object.ts';
import { describe, isJsonObject, ownValue } from '../json/object.ts';
import { mergeResources } from './merge/resources.ts';
import { mergeCustomResources } from './merge/custom-resources.ts';
import { objectMetaDefinitions, objectMetaName } from '../api/object-meta.ts';
import { isOpenApiV3Listing } from '../source/openapi-listing.ts';
import { markBorrowed } from './openshift/borrowed.ts';
import { RepeatedDefinitions } from './merge/repeated-definitions.ts';
import { readerProblems } from './problems.ts';

/** The choices of a user about the reading of schemas. */
export interface ReaderOptions {
  /** The feature set of OpenShift whose kinds and fields are read; `Default` if it is not given. */
  readonly featureSet?: string | undefined;
  /** True where the paths of OpenAPI documents are passed over: libraries need nothing of what they say. */
  readonly ignoresPaths?: boolean | undefined;
  /** Dialects that are asked before those that Couplet has. */
  readonly dialects?: readonly Dialect[] | undefined;
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
  return readApiFacts(documents, diagnostics, { ...options, ignoresPaths: true }).definitions;
}

/**
 * Reads the definitions (see {@link readDefinitions}) and what the documents say of the resources that an API serves. Of
 * a fact that several have, the CRD's word counts before discovery's, and that before what OpenAPI's paths show.
 */
export function readApiFacts(
  documents: Iterable<SourceDocument>,
  diagnostics: Diagnostics,
  { featureSet = defaultFeatureSet, ignoresPaths = false, dialects = [] }: ReaderOptions = {},
): ApiFacts {
  const ofDocuments = [...dialects, ...knownDialects].filter(isOfDocuments);
  const openApi = new RepeatedDefinitions();
  /**
   * The definitions of documents of v3: a cluster has one for each group and version, which are one description of it.
   */
  const ofCluster: Definition[] = [];
  const customResources: CustomResource[] = [];
  const ofPaths: Resource[] = [];
  const served = new ServedKinds();
  const found: Findings = {
    diagnostics,
    served,
    define: (definitions) => openApi.addAll(markBorrowed(definitions), false),
    definePart: (definitions) => append(ofCluster, definitions),
    addCustomResources: (read) => append(customResources, read),
    addResources: (read) => {
      if (!ignoresPaths) append(ofPaths, read());
    },
  };
  for (const document of documents) readDocument(document, ofDocuments, found);
  openApi.addAll(markBorrowed(ofCluster), true);
  const choice = chooseFeatureSet(customResources, featureSet, diagnostics);
  const merged = mergeCustomResources(openApi.settle(diagnostics), choice);
  return {
    definitions: withObjectMeta(served.applyTo(merged)),
    resources: mergeResources([choice.resources, served.resources, ofPaths]),
  };
}

function isOfDocuments(dialect: Dialect): dialect is DocumentDialect {
  return 'recognises' in dialect;
}

/** One by one, since there can be more than a call has arguments. */
function append<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}

/** Reads a document by the first dialect that recognises it; what none does is reported. */
function readDocument(
  document: SourceDocument,
  dialects: readonly DocumentDialect[],
  found: Findings,
): void {
  const { value } = document;
  if (isJsonObject(value)) {
    const dialect = dialects.find(({ recognises }) => recognises(value));
    if (dialect !== undefined) {
      dialect.read(document, value, found);
      return;
    }
  }
  const is = isJsonObject(value) ? describeObject(value) : describe(value);
  const place = { locator: document, path: [] };
  found.diagnostics.report(readerProblems['not-a-schema'], { found: is }, place);
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
