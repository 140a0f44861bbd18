#!/usr/bin/env node
const { setFlagsFromString } = require('node:v8');

// A run is over in well under a second, which is not what V8 is tuned for. Its memory for young objects does not grow
// here: that would be a fifth of all memory, and saves no time.
setFlagsFromString('--semi-space-growth-factor=1');
// Collecting so little is done before other threads are awake: waiting for them took longer than the work.
setFlagsFromString('--no-parallel-scavenge');
// Node 20 optimizes functions after so little use that compiling them is a third of all the work of a run, and gains
// nothing. Later versions have no such switch, and wait longer by themselves.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');

const { main } = require('../dist/couplet.cjs');

main(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
});
