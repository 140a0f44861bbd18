import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostileCase } from './case.ts';
import { kindWith } from './case.ts';
import type { Sandbox } from './sandbox.ts';

const input = JSON.stringify(kindWith({ a: { type: 'string' } }));

/** A case in which the input is good and something else is not. */
function aroundGoodInput(
  name: string,
  rest: Pick<HostileCase, 'outcome'> & Partial<HostileCase>,
): HostileCase {
  return { name, files: { 'good/in.json': input }, ...rest };
}

/** A case with options besides a good input. */
function withOptions(options: readonly string[], outcome: HostileCase['outcome']): HostileCase {
  return aroundGoodInput(`the options ${JSON.stringify(options).slice(0, 60)}`, {
    options: ({ inputs }) => ['--from', join(inputs, 'good'), ...options],
    outcome,
  });
}

/** A case in which something stands in the output folder already. */
function inTheWay(
  name: string,
  outcome: HostileCase['outcome'],
  prepare: (sandbox: Sandbox) => void,
): HostileCase {
  return aroundGoodInput(name, { outcome, prepare });
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const options: readonly HostileCase[] = [
  ...[
    '',
    '.',
    '..',
    '../x',
    '/etc',
    'a/b',
    'a\\b',
    'a\0b',
    'a\nb',
    '-x',
    '$x',
    'docs',
    'x'.repeat(300),
  ].map((label) => withOptions(['--label', label], 'wrong use')),
  ...['(', '[', '*', '(?<a', '\\'].map((prefix) => withOptions(['--prefix', prefix], 'wrong use')),
  withOptions(['--prefix', '$^'], 'nothing-selected'),
  withOptions(['--target', 'pdf'], 'wrong use'),
  withOptions(['--target', '__proto__'], 'wrong use'),
  withOptions(['--out', ''], 'wrong use'),
  withOptions(['--from', ''], 'wrong use'),
  withOptions(['--from', 'a\0b'], 'file-unreadable'),
  withOptions(['--from', '/dev/zero'], 'not-a-file'),
  withOptions(['--from', 'https://user:secret@localhost/'], 'url-invalid'),
  withOptions(['--from', 'ftp://localhost/x'], 'url-invalid'),
  withOptions(['--from', 'http://['], 'url-invalid'),
  withOptions(['--constructor', 'x'], 'wrong use'),
  withOptions(['--__proto__=x'], 'wrong use'),
  ...[
    '',
    `'`,
    `"'\n|||`,
    '../x',
    '__proto__',
    'local',
    '\ud800',
    '{{x}}',
    'x'.repeat(10_000),
  ].flatMap((text) =>
    ['--name', '--repository', '--description'].map((option) =>
      withOptions([option, text], 'library'),
    ),
  ),
];

const oddPatches = [
  "it's.libsonnet",
  '"a".libsonnet',
  'a b.libsonnet',
  '$.libsonnet',
  '%s.libsonnet',
  'ä.libsonnet',
  '.libsonnet',
  '-.libsonnet',
  '__proto__.libsonnet',
  '\n.libsonnet',
  'main.libsonnet',
];

function withPatches(
  name: string,
  files: Readonly<Record<string, string>>,
  outcome: HostileCase['outcome'],
): HostileCase {
  return aroundGoodInput(name, {
    files: { 'good/in.json': input, ...files },
    options: ({ inputs }) => ['--from', join(inputs, 'good'), '--patches', join(inputs, 'patches')],
    outcome,
  });
}

const patches: readonly HostileCase[] = [
  withPatches(
    'patches with odd names',
    Object.fromEntries(oddPatches.map((name) => [`patches/${name}`, '{}\n'])),
    'library',
  ),
  withPatches(
    'a patch whose name has a backslash',
    { 'patches/..\\x.libsonnet': '{}\n' },
    'output-path-unsafe',
  ),
  withPatches(
    'patches that differ in case only',
    { 'patches/a.libsonnet': '{}\n', 'patches/A.libsonnet': '{}\n' },
    'output-path-clash',
  ),
  withPatches(
    'patches of one name',
    { 'patches/a.libsonnet': '{}\n', 'patches/b/a.libsonnet': '{}\n' },
    'patch-clash',
  ),
  withPatches('patches in a file', { patches: '{}\n' }, 'unreadable-additions'),
  withPatches('patches nowhere', {}, 'unreadable-additions'),
  {
    ...withPatches('a patch that is a link to itself', {}, 'unreadable-additions'),
    prepare: ({ inputs }) => {
      mkdirSync(join(inputs, 'patches'));
      symlinkSync('a.libsonnet', join(inputs, 'patches/a.libsonnet'));
    },
  },
  aroundGoodInput('extensions with a Git repository', {
    files: { 'good/in.json': input, 'more/.git/hooks/post-checkout': 'rm -rf /' },
    options: ({ inputs }) => ['--from', join(inputs, 'good'), '--extensions', join(inputs, 'more')],
    outcome: 'output-path-unsafe',
  }),
];

const outputs: readonly HostileCase[] = [
  inTheWay('a link to elsewhere where the library goes', 'output-path-blocked', ({ root, out }) => {
    mkdirSync(out);
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('../../../elsewhere', join(out, 'tea'));
  }),
  inTheWay('a link to elsewhere where a file goes', 'output-path-blocked', ({ root, out }) => {
    put(join(root, 'elsewhere.txt'), 'mine');
    mkdirSync(join(out, 'tea'), { recursive: true });
    symlinkSync('../../../../elsewhere.txt', join(out, 'tea/main.libsonnet'));
  }),
  inTheWay('a broken link where a file goes', 'output-path-blocked', ({ out }) => {
    mkdirSync(join(out, 'tea'), { recursive: true });
    symlinkSync('../../../../new.txt', join(out, 'tea/main.libsonnet'));
  }),
  inTheWay('a broken link as the output folder', 'output-folder-blocked', ({ out }) =>
    symlinkSync('../../nowhere', out),
  ),
  inTheWay('a link to itself as the output folder', 'output-failed', ({ out }) =>
    symlinkSync('out', out),
  ),
  inTheWay('a file as the output folder', 'output-folder-blocked', ({ out }) => put(out, 'mine')),
  inTheWay('a file where a folder goes', 'output-path-blocked', ({ out }) =>
    put(join(out, 'tea/_gen'), 'mine'),
  ),
  inTheWay('a folder where a file goes', 'output-path-blocked', ({ out }) =>
    put(join(out, 'tea/main.libsonnet/x'), 'mine'),
  ),
  inTheWay('a folder where doc-util goes', 'library', ({ out }) =>
    mkdirSync(join(out, 'doc-util/main.libsonnet'), { recursive: true }),
  ),
  inTheWay('a file of somebody else', 'output-file-foreign', ({ out }) =>
    put(join(out, 'tea/gen.libsonnet'), 'mine'),
  ),
  inTheWay('a name that differs in case only', 'output-path-clash', ({ out }) =>
    put(join(out, 'TEA/x'), 'mine'),
  ),
  ...['{', '[]', 'null', '{"__proto__":1}', '\0', '{"format":99}'].map((text) =>
    inTheWay(`a manifest that is ${JSON.stringify(text)}`, 'output-manifest-damaged', ({ out }) =>
      put(join(out, '.couplet.json'), text),
    ),
  ),
];

const sources: readonly HostileCase[] = [
  {
    name: 'a folder with nothing to read',
    files: { 'README.md': 'tea' },
    outcome: 'folder-without-sources',
  },
  {
    name: 'a folder that is linked into itself',
    files: { 'in.json': input },
    prepare: ({ inputs }) => symlinkSync('.', join(inputs, 'again')),
    outcome: 'library',
  },
  {
    name: 'a link to nowhere',
    files: {},
    prepare: ({ inputs }) => symlinkSync('nowhere', join(inputs, 'in.json')),
    outcome: 'file-not-found',
  },
  {
    name: 'a folder whose name ends like a file',
    files: { 'in.json/in.json': input },
    outcome: 'library',
  },
  {
    name: 'files with odd names',
    files: Object.fromEntries(
      ["it's", '"', '\n', '$', '%s', '-', '--out', '\u001b[2J'].map((name) => [
        `${name}.json`,
        JSON.stringify(kindWith({ [name]: { type: 'string' } })),
      ]),
    ),
    outcome: 'library',
    reports: ['duplicate-definition'],
  },
  {
    name: 'a broken file with an odd name',
    files: { '\u001b[2J\n    at x.json': '{' },
    outcome: 'json-syntax',
  },
];

export const surroundingCases: readonly HostileCase[] = [
  ...options,
  ...patches,
  ...outputs,
  ...sources,
];
