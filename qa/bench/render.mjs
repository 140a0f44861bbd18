// Rendering ten thousand Routes: couplet render with a TypeScript program, against the same program in Jsonnet.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, median } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const couplet = join(root, 'packages/couplet/bin/couplet.js');
const rounds = 3;

const inTypeScript = `
import { compose } from '@couplet/runtime';
import { route } from '@couplet/openshift/4.5/route/v1';
export default Array.from({ length: 10_000 }, (_, index) =>
  compose(route.new(\`web-\${index}\`), route.spec.withHost('web.example.com'), route.spec.to.withName('web')),
);
`;
const inJsonnet = `
local route = (import '4.5/main.libsonnet').route.v1.route;
[
  route.new('web-%d' % index) + route.spec.withHost('web.example.com') + route.spec.to.withName('web')
  for index in std.range(0, 9999)
]
`;

/** Prints how long each takes, as a whole command. */
export function benchRender() {
  const work = mkdtempSync(join(tmpdir(), 'couplet-bench-'));
  try {
    measure([couplet, 'generate', '--target', 'jsonnet,typescript', '--out', join(work, 'lib')]);
    mkdirSync(join(work, 'node_modules', '@couplet'), { recursive: true });
    symlinkSync(
      join(root, 'packages', 'runtime'),
      join(work, 'node_modules', '@couplet', 'runtime'),
    );
    symlinkSync(
      join(work, 'lib', 'typescript'),
      join(work, 'node_modules', '@couplet', 'openshift'),
    );
    writeFileSync(join(work, 'routes.ts'), inTypeScript);
    writeFileSync(join(work, 'routes.jsonnet'), inJsonnet);
    console.log('rendering 10,000 Routes');
    const ours = timeOf(process.execPath, [couplet, 'render', join(work, 'routes.ts')]);
    const jsonnet = timeOf('jsonnet', ['-J', join(work, 'lib'), join(work, 'routes.jsonnet')]);
    console.log(`  couplet render, TypeScript, as YAML: ${ours?.toFixed(2)} s`);
    if (jsonnet === undefined) console.log('  jsonnet: left out, it is not on the PATH');
    else
      console.log(
        `  jsonnet, as JSON: ${jsonnet.toFixed(2)} s = ${(jsonnet / (ours ?? jsonnet)).toFixed(1)} × as long`,
      );
  } finally {
    rmSync(work, { recursive: true });
  }
}

function timeOf(command, parameters) {
  const seconds = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const { status } = spawnSync(command, parameters, { maxBuffer: 2 ** 28 });
    if (status !== 0) return undefined;
    seconds.push((performance.now() - started) / 1000);
  }
  return median(seconds);
}
