// The first answer of a program that opens the facts of an API in a store, against starting Node alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureInTurn, ms } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const couplet = JSON.stringify(join(root, 'packages/couplet/dist/index.mjs'));
const shared = join(root, '..', 'shared', 'specs', 'openshift');
const sources = [join(shared, 'openapi-4.20.json.gz'), join(shared, 'crds-4.20')];
const rounds = 15;
const budget = 2.5;

/** Writes the store, which is not measured. */
const write = `
import { loadApi } from ${couplet};
const [store, ...from] = process.argv.slice(1);
await loadApi({ from, store });
`;

/** Opens it and asks for one thing. */
const ask = `
import { openApi } from ${couplet};
const { api } = openApi(process.argv[1]);
const field = api.kind('route.openshift.io/v1', 'Route')?.field('spec.tls.termination');
if (field?.enum?.length !== 3) throw new Error('not the answer');
console.log(field.enum.join());
`;

function moduleArguments(program, ...parameters) {
  return ['--input-type=module', '-e', program, ...parameters];
}

/** Prints how long the first answer takes and how large the store is; documents that are not there are named. */
export function benchStore() {
  const missing = sources.filter((file) => statSync(file, { throwIfNoEntry: false }) === undefined);
  if (missing.length > 0) {
    console.log(`an API from a store: skipped, no ${missing.join(', ')}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'couplet-store-'));
  try {
    const store = join(folder, 'api.store');
    const written = spawnSync(process.execPath, moduleArguments(write, store, ...sources), {
      encoding: 'utf8',
    });
    if (written.status !== 0) throw new Error(`no store was written: ${written.stderr}`);
    report(store);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(store) {
  const [answer, nothing] = measureInTurn(
    [{ args: moduleArguments(ask, store) }, { args: ['-e', '0'] }],
    rounds,
  );
  const ratio = answer.seconds / nothing.seconds;
  const megabytes = statSync(store).size / 1e6;
  console.log(
    `an API from a store, OpenShift 4.20 with its CRDs: medians of ${rounds} runs, in turn`,
  );
  console.log(
    `    time       ${ms(answer)} = ${ratio.toFixed(2)} × node -e 0, ${ms(nothing)} (target under ${budget.toFixed(2)})`,
  );
  console.log(`    store      ${megabytes.toFixed(1)} MB`);
}
