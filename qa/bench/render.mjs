// Rendering ten thousand Routes: couplet render with a TypeScript program, against the same program in Jsonnet and for
// cdk8s, which comes from the npm registry; where that cannot be reached, it is left out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installCdk8s } from './cdk8s.mjs';
import { linkPackages } from './install-library.mjs';
import { measure, median } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const couplet = join(root, 'packages/couplet/bin/couplet.js');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const embedded = join(root, 'packages/couplet/embedded/openshift-openapi.json.gz');
const rounds = 3;

const inTypeScript = `
import { compose } from '@couplet/runtime';
import { route } from '@couplet/openshift/4.5/route/v1';
export default Array.from({ length: 10_000 }, (_, index) =>
  compose(
    route.new(\`web-\${index}\`),
    route.spec.withHost('web.example.com'),
    route.spec.to.withKind('Service'),
    route.spec.to.withName('web'),
    route.spec.to.withWeight(100),
  ),
);
`;
const inJsonnet = `
local route = (import '4.5/main.libsonnet').route.v1.route;
[
  route.new('web-%d' % index)
  + route.spec.withHost('web.example.com')
  + route.spec.to.withKind('Service')
  + route.spec.to.withName('web')
  + route.spec.to.withWeight(100)
  for index in std.range(0, 9999)
]
`;
const inCdk8s = `
import { App, Chart } from 'cdk8s';
import { Route } from './imports/route.openshift.io.js';
const app = new App();
const chart = new Chart(app, 'routes');
for (let index = 0; index < 10_000; index++) {
  new Route(chart, \`web-\${index}\`, {
    metadata: { name: \`web-\${index}\` },
    spec: { host: 'web.example.com', to: { kind: 'Service', name: 'web', weight: 100 } },
  });
}
app.synth();
`;

/** Prints how long each takes, as a whole command. */
export function benchRender() {
  const work = mkdtempSync(join(tmpdir(), 'couplet-bench-'));
  try {
    measure([couplet, 'generate', '--target', 'jsonnet,typescript', '--out', join(work, 'lib')]);
    linkPackages(work);
    writeFileSync(join(work, 'routes.ts'), inTypeScript);
    writeFileSync(join(work, 'routes.jsonnet'), inJsonnet);
    console.log('rendering 10,000 Routes');
    const ours = timeOf(process.execPath, [couplet, 'render', join(work, 'routes.ts')]);
    if (ours === undefined) throw new Error('couplet render failed');
    console.log(`  couplet render, TypeScript, as YAML: ${ours.toFixed(2)} s`);
    const jsonnet = timeOf('jsonnet', ['-J', join(work, 'lib'), join(work, 'routes.jsonnet')]);
    printPeer('jsonnet, as JSON', jsonnet, ours, 'it is not on the PATH');
    const folder = join(work, 'cdk8s');
    printPeer(
      'cdk8s synth, compiled, as YAML',
      timeOfCdk8s(folder),
      ours,
      'npm could not install it',
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

function printPeer(name, seconds, ours, whyNot) {
  if (seconds === undefined) console.log(`  ${name}: left out, ${whyNot}`);
  else console.log(`  ${name}: ${seconds.toFixed(2)} s = ${(seconds / ours).toFixed(1)} × as long`);
}

/** Its program is compiled before: `cdk8s synth` runs JavaScript. */
function timeOfCdk8s(folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const command = installCdk8s(folder, embedded);
  if (command === undefined) return undefined;
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    types: [],
    skipLibCheck: true,
    rootDir: '.',
    outDir: 'out',
  };
  writeFileSync(join(folder, 'routes.ts'), inCdk8s);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['routes.ts'] }),
  );
  measure([compiler, '-p', folder]);
  const options = ['--app', 'node out/routes.js', '--check-upgrade=false'];
  const seconds = timeOf(process.execPath, [command, 'synth', ...options], { cwd: folder });
  if (seconds === undefined) throw new Error('cdk8s synth failed');
  return seconds;
}

function timeOf(command, parameters, options = {}) {
  const seconds = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const { status } = spawnSync(command, parameters, { ...options, maxBuffer: 2 ** 28 });
    if (status !== 0) return undefined;
    seconds.push((performance.now() - started) / 1000);
  }
  return median(seconds);
}
