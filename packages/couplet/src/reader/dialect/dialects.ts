import { isCustomResourceDefinition, readCustomResourceDefinition } from './crd.ts';
import type { Dialect } from './dialect.ts';
import { isDiscovery } from './discovery.ts';
import { helmChart } from './helm/chart.ts';
import { olmBundle } from './olm/bundle.ts';
import { bundleCatalog } from './olm/catalog.ts';
import { isOpenApiV2, readOpenApiV2 } from './openapi-v2.ts';
import { isOpenApiV3, readOpenApiV3 } from './openapi-v3.ts';
import { readPaths } from './paths.ts';

/** All dialects. Of a document or a source that several recognise, the first one reads it. */
export const dialects: readonly Dialect[] = [
  {
    name: 'openapi-v2',
    recognises: isOpenApiV2,
    read: (document, _value, found) => {
      found.define(readOpenApiV2(document, found.diagnostics));
      found.addResources(() => readPaths(document, found.diagnostics));
    },
  },
  {
    name: 'openapi-v3',
    recognises: isOpenApiV3,
    read: (document, _value, found) => {
      found.definePart(readOpenApiV3(document, found.diagnostics));
      found.addResources(() => readPaths(document, found.diagnostics));
    },
  },
  {
    name: 'crd',
    recognises: isCustomResourceDefinition,
    read: (document, _value, found) =>
      found.addCustomResources(readCustomResourceDefinition(document, found.diagnostics)),
  },
  {
    name: 'discovery',
    recognises: isDiscovery,
    read: (document, _value, found) => found.served.add(document, found.diagnostics),
  },
  olmBundle,
  bundleCatalog,
  helmChart,
];
