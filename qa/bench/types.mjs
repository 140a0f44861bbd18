// What the compiler pays for the TypeScript library: time and memory of type-checking a program, as ratios to an empty one,
// and the same for two peers. The peers come from the npm registry; where it cannot be reached, they are left out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installCdk8s } from './cdk8s.mjs';
import { installLibrary, subject } from './install-library.mjs';
import { hasMemory, measureInTurn } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** TypeScript 7 checks what the workspace is made of; the older compiler has a workspace of its own. */
const compilers = [
  { name: 'TypeScript 7', command: join(root, 'node_modules/typescript/bin/tsc') },
  { name: 'TypeScript 5.9', command: join(root, 'qa/typescript/node_modules/typescript/bin/tsc') },
];
const rounds = 7;

const ours = `
import { compose } from '@couplet/runtime';
import { route } from '@couplet/openshift/x/route/v1';
export const web = compose(route.new('web'), route.spec.withHost('h'), route.spec.to.withName('web'));
`;
const theirs = `
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
export const web = new Ingress({ metadata: { name: 'web' }, spec: { rules: [{ host: 'h' }] } });
`;
const inCdk8s = `
import { App, Chart } from 'cdk8s';
import { Route } from '../imports/route.openshift.io.js';
export const web = new Route(new Chart(new App(), 'app'), 'web', {
  metadata: { name: 'web' },
  spec: { host: 'h', to: { kind: 'Service', name: 'web', weight: 100 } },
});
`;

/** Prints the table of type-checking. */
export function benchTypes() {
  const work = mkdtempSync(join(tmpdir(), 'couplet-bench-'));
  try {
    writeFileSync(join(work, 'package.json'), '{ "private": true, "type": "module" }\n');
    const hasPeer = installPeer(work);
    const hasCdk8s = installCdk8s(work, subject.document) !== undefined;
    // Last: npm takes away what it has not installed.
    installLibrary(work);
    const programs = [
      ['one group', ours],
      ['12 groups', everything(work, 12)],
      ['everything', everything(work)],
      ...(hasPeer
        ? [
            ['kubernetes-models, one kind', theirs],
            ['kubernetes-models, everything', "export * from 'kubernetes-models';\n"],
          ]
        : []),
      ...(hasCdk8s ? [['cdk8s, the class that it imports for Route', inCdk8s]] : []),
    ];
    for (const { name, command } of compilers) {
      console.log(`type-checking with ${name}, ${subject.name}, ratios to an empty program`);
      compare(work, command, programs);
    }
    if (!hasPeer) console.log('  kubernetes-models: left out, npm could not install it');
    if (!hasCdk8s) console.log('  cdk8s: left out, npm could not install it');
  } finally {
    rmSync(work, { recursive: true });
  }
}

function installPeer(work) {
  const parameters = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    'kubernetes-models@4.5.1',
  ];
  return spawnSync('npm', parameters, { cwd: work }).status === 0;
}

function compare(work, compiler, programs) {
  const commands = [['empty', 'export {};\n'], ...programs].map(([name, text]) => {
    const folder = join(work, name.replaceAll(/\W+/g, '-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'program.ts'), text);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['program.ts'] }),
    );
    return { args: [compiler, '-p', folder] };
  });
  const [empty, ...results] = measureInTurn(commands, rounds);
  for (const [index, { seconds, megabytes }] of results.entries()) {
    const time = (seconds / empty.seconds).toFixed(2);
    const memory = hasMemory ? `, ${(megabytes / empty.megabytes).toFixed(2)} × the memory` : '';
    console.log(`  ${programs[index][0]}: ${time} × the time${memory}`);
  }
}

const compilerOptions = {
  target: 'es2023',
  module: 'nodenext',
  lib: ['es2023'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Imports the modules of the library: all of them, or the first so many. */
function everything(work, count) {
  const library = join(work, 'lib', 'typescript');
  return readdirSync(library, { recursive: true })
    .filter((name) => /^x[/\\].*\.d\.ts$/.test(name))
    .toSorted()
    .slice(0, count)
    .map(
      (name, index) =>
        `export * as m${index} from '@couplet/openshift/${name.replace(/\.d\.ts$/, '')}';\n`,
    )
    .join('');
}
