// `couplet diff` of two releases against parsing both of their documents.
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureInTurn, ms } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const couplet = join(root, 'packages/couplet/bin/couplet.js');
const shared = join(root, '..', 'shared', 'specs', 'openshift');
const rounds = 7;

const documents = ['4.16', '4.20'].map((release) => join(shared, `openapi-${release}.json.gz`));

/** What no comparison can do without: both documents unpacked and parsed, and nothing else. */
const parseBoth = `
const { readFileSync } = require('node:fs');
const { gunzipSync } = require('node:zlib');
for (const file of process.argv.slice(1)) JSON.parse(gunzipSync(readFileSync(file)).toString());
`;

/** Prints how long `diff` takes; documents that are not there are named. */
export function benchDiff() {
  const missing = documents.filter(
    (file) => statSync(file, { throwIfNoEntry: false }) === undefined,
  );
  if (missing.length > 0) {
    console.log(`couplet diff: skipped, no ${missing.join(', ')}`);
    return;
  }
  const [run, parsing, nothing] = measureInTurn(
    [
      // Something breaks from the one to the other, which the exit code tells.
      { args: [couplet, 'diff', ...documents], expectedStatus: 3 },
      { args: ['-e', parseBoth, ...documents] },
      { args: [couplet, '--version'] },
    ],
    rounds,
  );
  const ratio = run.seconds / parsing.seconds;
  console.log(`couplet diff, OpenShift 4.16 and 4.20: medians of ${rounds} runs, in turn`);
  console.log(
    `    time       ${ms(run)} = ${ratio.toFixed(2)} × parsing both, ${ms(parsing)} (target at most 2.50); starting alone takes ${ms(nothing)}`,
  );
}
