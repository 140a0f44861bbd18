// Copies the embedded OpenShift document and its licence out of the development
// dependency that carries it (docs/decisions/embedded-document.md says why).
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const carrier = dirname(require.resolve('openshift-rest-client/package.json'));
const { version } = require('openshift-rest-client/package.json');
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'embedded');

mkdirSync(target, { recursive: true });
copyFileSync(
  join(carrier, 'lib', 'specs', 'openshift-openapi-spec.json.gz'),
  join(target, 'openshift-openapi.json.gz'),
);
copyFileSync(join(carrier, 'LICENSE'), join(target, 'LICENSE'));
writeFileSync(
  join(target, 'NOTICE'),
  `openshift-openapi.json.gz is lib/specs/openshift-openapi-spec.json.gz of the npm package
openshift-rest-client ${version} (https://github.com/nodeshift/openshift-rest-client),
copyright its authors, under the Apache License 2.0; see LICENSE beside this file.
The document is unchanged; only the file's name differs.
`,
);
