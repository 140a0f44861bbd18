// Writes the two states into a folder in turns, without end: to be killed.
import { writeSync } from 'node:fs';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { writeOutput } from '../../packages/couplet/src/output/write-output.ts';
import { states } from './states.ts';

const [folder = ''] = process.argv.slice(2);
writeSync(process.stdout.fd, 'ready\n');
for (let run = 1; ; run++) {
  const state = states[run % 2] ?? {};
  const files = Object.entries(state).map(([path, text]) => ({ path, text }));
  const diagnostics = new Diagnostics();
  const fingerprint = String(run % 2);
  const request = {
    folder,
    owner: '4.5',
    files,
    fingerprint,
    summarize: () => null,
    dryRun: false,
  };
  if (writeOutput(request, diagnostics) === undefined) {
    throw new Error(JSON.stringify(diagnostics.list()));
  }
}
