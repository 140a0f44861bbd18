// `couplet generate` with custom resource definitions: a release with its CRDs to all targets against the floor, and how
// time grows with the number of CRDs.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { measure, measureInTurn, ms } from './measure.mjs';
import { packLibrary } from './pack-library.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const couplet = join(root, 'packages/couplet/bin/couplet.js');
const floor = join(root, 'qa/bench/floor.mjs');
const shared = join(root, '..', 'shared', 'specs', 'openshift');
const openApi = join(shared, 'openapi-4.20.json.gz');
const resources = join(shared, 'crds-4.20');

/** Prints both tables; what is not there is named. */
export function benchCustomResources() {
  const missing = [openApi, resources].filter((path) => !existsSync(path));
  if (missing.length > 0) {
    console.log(`couplet generate with CRDs: skipped, no ${missing.join(', ')}`);
    return;
  }
  const work = mkdtempSync(join(tmpdir(), 'couplet-bench-'));
  try {
    benchAllTargets(work);
    benchManyResources(work);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function benchAllTargets(work) {
  const rounds = 7;
  const out = join(work, 'out');
  const from = ['--from', openApi, '--from', resources, '--label', 'x'];
  const targets = ['--target', 'jsonnet,markdown,typescript'];
  const args = [couplet, 'generate', ...from, ...targets, '--out', out];
  const before = () => rmSync(out, { recursive: true, force: true });
  before();
  measure(args);
  const library = packLibrary(out, join(work, 'library'));
  const bareArgs = [floor, library, out, openApi, resources];
  const [run, bare] = measureInTurn(
    [
      { args, before },
      { args: bareArgs, before },
    ],
    rounds,
  );
  const ratio = (run.seconds / bare.seconds).toFixed(2);
  console.log(
    `couplet generate, OpenShift 4.20 with its CRDs, all targets: medians of ${rounds} runs`,
  );
  console.log(
    `    time       ${ms(run)} = ${ratio} × the floor's ${ms(bare)} (target at most 1.80)`,
  );
}

/** Ten times as many CRDs should take about ten times as long. */
function benchManyResources(work) {
  const rounds = 3;
  const definitions = readResources();
  const runs = [200, 2000].map((count) => {
    const folder = writeResources(definitions, count, join(work, `crds-${count}`));
    const out = join(work, `out-${count}`);
    const args = [couplet, 'generate', '--from', folder, '--label', 'x', '--out', out];
    return { args, before: () => rmSync(out, { recursive: true, force: true }) };
  });
  const [few, many] = measureInTurn(runs, rounds);
  const growth = (many.seconds / few.seconds).toFixed(1);
  console.log(
    `  2,000 CRDs made from those of 4.20: ${ms(many)} = ${growth} × 200 CRDs, ${ms(few)} (target at most 11.0)`,
  );
}

function readResources() {
  return readdirSync(resources, { recursive: true })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parseAllDocuments(readFileSync(join(resources, name), 'utf8')))
    .map((document) => document.toJS())
    .filter((value) => value?.kind === 'CustomResourceDefinition');
}

/** Copies get API groups of their own: as many as are wanted, in a file each. */
function writeResources(definitions, count, folder) {
  mkdirSync(folder);
  for (let index = 0; index < count; index++) {
    const definition = structuredClone(definitions[index % definitions.length]);
    const { spec, metadata } = definition;
    spec.group = `copy${Math.floor(index / definitions.length)}-${spec.group}`;
    metadata.name = `${spec.names.plural}.${spec.group}`;
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(definition));
  }
  return folder;
}
