// `couplet generate` against its floor: wall time, peak memory, growth with the input, and a run where nothing changed.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { hasMemory, measure, measureInTurn, ms } from './measure.mjs';
import { packLibrary } from './pack-library.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const couplet = join(root, 'packages/couplet/bin/couplet.js');
const floor = join(root, 'qa/bench/floor.mjs');
const shared = join(root, '..', 'shared', 'specs', 'openshift');
const rounds = 7;

const inputs = [
  {
    name: 'embedded',
    file: join(root, 'packages/couplet/embedded/openshift-openapi.json.gz'),
    target: 1.5,
  },
  { name: 'OpenShift 4.20', file: join(shared, 'openapi-4.20.json.gz'), target: 1.15 },
  { name: 'OpenShift 5.1', file: join(shared, 'openapi-5.1.json.gz'), target: 1.5 },
];

/** Prints the table of `generate`; inputs that are not there are named. */
export function benchGenerate() {
  const work = mkdtempSync(join(tmpdir(), 'couplet-bench-'));
  try {
    console.log(
      'couplet generate, Jsonnet and pages: medians of',
      rounds,
      'runs, in turn with the floor',
    );
    for (const { name, file, target } of inputs) {
      if (statSync(file, { throwIfNoEntry: false }) === undefined)
        console.log(`  ${name}: skipped, no ${file}`);
      else benchInput(name, file, target, work);
    }
    benchGrowth(work);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function benchInput(name, file, target, work) {
  const out = join(work, 'out');
  const args = [couplet, 'generate', '--from', file, '--label', 'x', '--out', out];
  const fresh = () => rmSync(out, { recursive: true, force: true });
  fresh();
  measure(args);
  const library = packLibrary(out, join(work, 'library'));
  const [run, bare] = measureInTurn(
    [
      { args, before: fresh },
      { args: [floor, library, out, file], before: fresh },
    ],
    rounds,
  );
  fresh();
  measure(args);
  const [again] = measureInTurn([{ args }], rounds);
  const megabytes = sizeOf(file) / 1e6;
  const ratio = (run.seconds / bare.seconds).toFixed(2);
  console.log(`  ${name} (${megabytes.toFixed(1)} MB)`);
  console.log(
    `    time       ${ms(run)} = ${ratio} × the floor's ${ms(bare)} (target at most ${target.toFixed(2)})`,
  );
  const share = (again.seconds / run.seconds).toFixed(2);
  console.log(`    unchanged  ${ms(again)} = ${share} of the first run (target under 0.50)`);
  if (!hasMemory) return;
  const allowed = 6 * megabytes + 60;
  console.log(
    `    memory     ${run.megabytes.toFixed(0)} MB, the floor ${bare.megabytes.toFixed(0)} MB (target under ${allowed.toFixed(0)} MB)`,
  );
}

/** Ten copies of a document under ten names of a domain should take no more than eleven times as long as one. */
function benchGrowth(work) {
  const document = JSON.parse(gunzipSync(readFileSync(inputs[0].file)));
  const runs = [1, 10].map((copies) => {
    const file = join(work, `copies-${copies}.json`);
    writeFileSync(
      file,
      JSON.stringify({ swagger: '2.0', definitions: copyDefinitions(document, copies) }),
    );
    const out = join(work, `out-${copies}`);
    const prefix = String.raw`^com\.github\.openshift`;
    const args = [
      couplet,
      'generate',
      '--from',
      file,
      '--label',
      'x',
      '--out',
      out,
      '--prefix',
      prefix,
    ];
    return { args, before: () => rmSync(out, { recursive: true, force: true }) };
  });
  const [one, ten] = measureInTurn(runs, 5);
  const growth = (ten.seconds / one.seconds).toFixed(1);
  console.log(
    `  growth from 1 to 10 copies of the embedded document: ${growth} × (target at most 11.0)`,
  );
}

/** Copies get groups of their own, and refer to definitions of their own copy. */
function copyDefinitions({ definitions }, copies) {
  const all = {};
  for (let copy = 0; copy < copies; copy++) {
    const rename = (name) => {
      const labels = name.split('.');
      labels[labels.length - 3] += `copy${copy}`;
      return labels.join('.');
    };
    const text = JSON.stringify(definitions, (key, value) =>
      key === '$ref' ? `#/definitions/${rename(value.slice('#/definitions/'.length))}` : value,
    );
    for (const [name, schema] of Object.entries(JSON.parse(text))) all[rename(name)] = schema;
  }
  return all;
}

function sizeOf(file) {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).length;
}
