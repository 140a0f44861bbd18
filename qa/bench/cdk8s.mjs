// The peer cdk8s, as its users have it: installed from the npm registry into a folder of the benchmark, with the classes
// that `cdk8s import` makes of a CRD. It is no dependency of the workspace: its command alone brings 150 packages.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const packages = ['cdk8s@2.70.106', 'cdk8s-cli@2.207.60', 'constructs@10.8.1'];
const routeName = 'com.github.openshift.api.route.v1.Route';

/**
 * Installs cdk8s and imports Route into `imports/route.openshift.io.ts`, from a CRD that says what the document says of
 * it. The folder has to have a package.json.
 *
 * @returns {string | undefined} the path of its command; nothing where npm could not install it
 */
export function installCdk8s(work, document) {
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages];
  if (spawnSync('npm', install, { cwd: work }).status !== 0) return undefined;
  const command = join(work, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  writeFileSync(join(work, 'route.yaml'), JSON.stringify(routeCrd(document)));
  const options = ['--language', 'typescript', '--no-save', '--check-upgrade=false'];
  const { status, stderr } = spawnSync(
    process.execPath,
    [command, 'import', 'route.yaml', ...options],
    { cwd: work, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`cdk8s import failed: ${stderr}`);
  return command;
}

/** OpenShift serves Routes without a CRD: this is one with all that its OpenAPI document says. */
function routeCrd(document) {
  const { definitions } = JSON.parse(gunzipSync(readFileSync(document)).toString());
  const { spec } = definitions[routeName].properties;
  const openAPIV3Schema = {
    type: 'object',
    required: ['spec'],
    properties: { spec: inlined(spec, definitions) },
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'routes.route.openshift.io' },
    spec: {
      group: 'route.openshift.io',
      scope: 'Namespaced',
      names: { kind: 'Route', plural: 'routes' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  };
}

function inlined(schema, definitions) {
  const text = JSON.stringify(schema, (_, value) => {
    if (typeof value?.$ref !== 'string') return value;
    return definitions[value.$ref.slice('#/definitions/'.length)];
  });
  return JSON.parse(text);
}
