import { isCustomResourceDefinition, readCustomResourceDefinition } from './crd.ts';
import type { Dialect } from './dialect.ts';
import { isDiscovery } from './discovery.ts';
import { helmChart } from './helm/chart.ts';
import { olmBundle } from './olm/bundle.ts';
import { bundleCatalog } from './olm/catalog.ts';
import { isOpenApiV2, readOpenApiV2 } from './openapi-v2.ts';
import { isOpenApiV3, readOpenApiV3 } from './openapi-v3.ts';

/** All dialects. Of a document or a source that several recognise, the first one reads it. */
export const dialects: readonly Dialect[] = [
  {
    name: 'openapi-v2',
    recognises: isOpenApiV2,
    read: (document, value, found) =>
      found.define(readOpenApiV2(document, value, found.diagnostics)),
  },
  {
    name: 'openapi-v3',
    recognises: isOpenApiV3,
    read: (document, value, found) =>
      found.definePart(readOpenApiV3(document, value, found.diagnostics)),
  },
  {
    name: 'crd',
    recognises: isCustomResourceDefinition,
    read: (document, value, found) =>
      found.addCustomResources(readCustomResourceDefinition(document, value, found.diagnostics)),
  },
  {
    name: 'discovery',
    recognises: isDiscovery,
    read: (document, value, found) => found.served.add(document, value),
  },
  olmBundle,
  bundleCatalog,
  helmChart,
];
