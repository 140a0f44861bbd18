import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedFiles, tgzOf } from '../../packages/couplet/src/testing/archives.ts';
import { bundleFiles, chartFiles } from '../../packages/couplet/src/testing/packages.ts';
import { skipWithoutJsonnet } from '../support/jsonnet.ts';
import { blocksOf, commandsOf } from '../support/markdown-blocks.ts';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The command that brought the dependencies of this test; continuous integration runs it first. */
const installing = 'npm ci';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'couplet-readme-'));
  writeInputs();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('README', () => {
  it('starts with the two commands', () => {
    expect(commandsOf(readme).slice(0, 2)).toEqual([installing, 'npx couplet generate']);
  });

  it.for(commandsOf(readme).filter((command) => command !== installing))(
    '%s',
    (command, context) => {
      if (command.startsWith('jsonnet ')) skipWithoutJsonnet(context);
      const run = spawnSync('bash', ['-c', command], {
        cwd: folder,
        encoding: 'utf8',
        env: environment(),
      });
      expect(run.stderr).not.toContain('error');
      expect(run.status).toBe(0);
      if (command.startsWith('jsonnet ')) expect(run.stdout).toBe(blockOf('json'));
      if (command === 'npx couplet render app.ts') expect(run.stdout).toBe(blockOf('yaml'));
      if (command === 'node explain.mjs') expect(run.stdout).toBe(blockOf('text'));
    },
  );

  it('leads to every guide', () => {
    const links = [...readme.matchAll(/\]\((docs\/[^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const guides = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
    expect(guides.filter((name) => !links.includes(`docs/${name}`))).toEqual([]);
  });

  it('names files that are there', () => {
    for (const file of [
      '4.5/main.libsonnet',
      '4.5/_gen/route/v1/route.libsonnet',
      '4.5/jsonnetfile.json',
    ]) {
      expect(existsSync(join(folder, 'lib', file))).toBe(true);
    }
    for (const file of [
      'docs/4.5/README.md',
      'docs/4.5/route/v1/route.md',
      'doc-util/main.libsonnet',
      '.couplet.json',
    ]) {
      expect(existsSync(join(folder, 'lib', file))).toBe(true);
    }
  });
});

function blockOf(language: string): string | undefined {
  return blocksOf(readme).find((block) => block.language === language)?.text;
}

/** `npx couplet` finds the command of this checkout, from whatever folder it is called. */
function environment(): NodeJS.ProcessEnv {
  const path = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
  return { ...process.env, PATH: path };
}

/** What the commands of the README read: invented, but for the program, which is the README's own. */
function writeInputs(): void {
  const npx = join(folder, 'bin', 'npx');
  const couplet = join(root, 'packages', 'couplet', 'bin', 'couplet.js');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${couplet}' "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(folder, 'app.jsonnet'), blockOf('jsonnet') ?? '');
  writeFileSync(join(folder, 'app.ts'), blockOf('ts') ?? '');
  writeFileSync(join(folder, 'explain.mjs'), blockOf('js') ?? '');
  // What npm ci links: the packages of this checkout.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['@couplet', 'couplet']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const definitions = {
    'com.example.tea.v1.Pot': {
      properties: { lid: { type: 'string' } },
      'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Pot' }],
    },
  };
  writeFileSync(
    join(folder, 'openapi.json.gz'),
    gzipSync(JSON.stringify({ swagger: '2.0', definitions })),
  );
  writeReleases(definitions);
  writePackages();
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'tea.example.com',
      names: { kind: 'Kettle' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', schema: { openAPIV3Schema: { type: 'object' } } }],
    },
  };
  for (const name of ['crds', 'old-crds', 'new-crds']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'kettle.yaml'), JSON.stringify(crd));
  }
  writeFileSync(
    join(folder, 'config.yml'),
    "specs:\n  - output: '1.0'\n    crds: [crds/kettle.yaml]\n    localName: tea\n",
  );
}

/** Packages of the invented operator, as its repository and its chart have them. */
function writePackages(): void {
  for (const [path, text] of Object.entries(bundleFiles())) {
    mkdirSync(dirname(join(folder, 'bundle', path)), { recursive: true });
    writeFileSync(join(folder, 'bundle', path), text);
  }
  writeFileSync(join(folder, 'chart.tgz'), tgzOf(packedFiles(chartFiles(), 'tea-chart/')));
}

/** Two documents between which nothing breaks, so that comparing them ends well. */
function writeReleases(definitions: object): void {
  const more = { ...definitions, 'com.example.tea.v1.Cup': { properties: { size: {} } } };
  for (const [release, all] of [
    ['4.16', definitions],
    ['4.20', more],
  ] as const) {
    writeFileSync(
      join(folder, `openapi-${release}.json.gz`),
      gzipSync(JSON.stringify({ swagger: '2.0', definitions: all })),
    );
  }
}
