import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packedFiles, tarOf, tgzOf, zipOf } from '../../testing/archives.ts';
import { runCommand, tidy } from '../../testing/command.ts';
import { contentsOf, temporaryFolder } from '../../testing/output-folder.ts';
import { ProjectFolder } from '../../testing/project-folder.ts';
import { serve } from '../../testing/servers.ts';
import {
  annotationsText,
  bundleFiles,
  chartFiles,
  chartText,
  crdText,
  serviceVersionText,
} from '../../testing/packages.ts';

type PackageFiles = Readonly<Record<string, string | Uint8Array>>;

function put(folder: string, files: PackageFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Generates from sources in a new folder. Gives its own kinds by label, and what was reported, without its advice. */
async function generate(
  files: PackageFiles,
  ...from: readonly string[]
): Promise<{ code: number; kinds: readonly string[]; problems: readonly string[] }> {
  const folder = temporaryFolder();
  put(folder, files);
  const sources = from.flatMap((name) => ['--from', join(folder, name)]);
  const args = ['generate', ...sources, '--out', `${folder}/lib`, '--target', 'jsonnet'];
  const { code, stderr } = await runCommand(args);
  const kinds = Object.keys(contentsOf(folder)).flatMap((path) => {
    const match = /^lib\/(.+)\/_gen\/(tea\/.+)\.libsonnet$/.exec(path);
    return match === null || path.endsWith('/main.libsonnet') ? [] : [`${match[1]}: ${match[2]}`];
  });
  const problems = tidy(stderr, folder)
    .split('\n')
    .filter((line) => /: (?:error|warning|note): /.test(line));
  return { code, kinds, problems };
}

function inFolder(folder: string, files: PackageFiles): PackageFiles {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

/** The same files as a folder, as archives, and as an archive of one folder. */
function formsOf(files: PackageFiles): readonly (readonly [string, PackageFiles])[] {
  return [
    ['source', inFolder('source', files)],
    ['source.tgz', { 'source.tgz': tgzOf(packedFiles(files)) }],
    ['source.zip', { 'source.zip': zipOf(packedFiles(files)) }],
    ['inner.tgz', { 'inner.tgz': tgzOf(packedFiles(files, 'tea/')) }],
    ['inner', inFolder('inner/tea', files)],
    ['named.yaml', { 'named.yaml': zipOf(packedFiles(files, './')) }],
  ];
}

const kettle = 'tea/v1/kettle';

describe.each(formsOf(bundleFiles()))('a bundle as %s', (name, files) => {
  it('gives the kinds that it defines, under the name of its package and its version', async () => {
    const kinds = [`tea-operator-1.2.3: ${kettle}`];
    expect(await generate(files, name)).toEqual({ code: 0, kinds, problems: [] });
  });
});

describe('a bundle', () => {
  it('has its manifests where it says', async () => {
    const files = {
      'source/metadata/annotations.yml': annotationsText({ 'manifests.v1': './deploy/crds' }),
      'source/deploy/crds/csv.yaml': serviceVersionText(),
      'source/deploy/crds/a.json': crdText('Kettle'),
      // The Operator Lifecycle Manager does not look there, either.
      'source/deploy/crds/old/b.json': crdText('Samovar'),
      'source/manifests/c.json': crdText('Pot'),
    };
    const kinds = [`tea-operator-1.2.3: ${kettle}`];
    expect(await generate(files, 'source')).toEqual({ code: 0, kinds, problems: [] });
  });

  it.each(['../other', '/manifests', 'manifests/../../other/', 'none'])(
    'that has them in %s is told',
    async (folder) => {
      const annotations = annotationsText({ 'manifests.v1': folder });
      const files = { ...bundleFiles(), 'metadata/annotations.yaml': annotations };
      const other = { 'other/a.json': crdText('Pot'), 'manifests/a.json': crdText('Pot') };
      expect(await generate({ ...inFolder('source', files), ...other }, 'source')).toEqual({
        code: 1,
        kinds: [],
        problems: [
          `source/metadata/annotations.yaml:3:3: error: the manifests of the bundle are to be in "${folder}", which is no folder of it [bundle-folder]`,
        ],
      });
    },
  );

  it('that lacks what its operator owns is told', async () => {
    const owned = ['Kettle/v1', 'Kettle/v2', 'Pot/v1'];
    const csv = serviceVersionText({ owned });
    const name = 'manifests/tea-operator.clusterserviceversion.yaml';
    const bytes = tgzOf(packedFiles({ ...bundleFiles(), [name]: csv }));
    const { code, kinds, problems } = await generate({ 'b.tgz': bytes }, 'b.tgz');
    expect({ code, kinds }).toEqual({ code: 0, kinds: [`tea-operator-1.2.3: ${kettle}`] });
    const [kettle2, pot] = ['Kettle', 'Pot'].map(
      (kind) => csv.lastIndexOf(`{"kind":"${kind}"`) + 1,
    );
    expect(problems).toEqual([
      `b.tgz!/${name}:1:${kettle2}: warning: the operator owns version "v2" of "kettles.tea.example.com", which the bundle lacks [bundle-lacks-crd]`,
      `b.tgz!/${name}:1:${pot}: warning: the operator owns version "v1" of "pots.tea.example.com", which the bundle lacks [bundle-lacks-crd]`,
    ]);
  });

  it('of another version is called by the name of its operator', async () => {
    const csv = JSON.parse(serviceVersionText({ version: '2.0.0-rc.1+tea' }));
    delete csv.spec.version;
    const files = {
      'metadata/annotations.yaml': annotationsText({ 'package.v1': '""' }),
      'manifests/csv.json': JSON.stringify(csv),
      'manifests/crd.yaml': crdText('Kettle', ['v1', 'v2']),
    };
    const kinds = ['v1', 'v2'].map(
      (version) => `tea-operator-2.0.0-rc.1_tea: tea/${version}/kettle`,
    );
    expect(await generate(inFolder('x', files), 'x')).toEqual({ code: 0, kinds, problems: [] });
  });

  it('without a ClusterServiceVersion, or with two, is told and has no version', async () => {
    const { 'manifests/tea-operator.clusterserviceversion.yaml': csv = '', ...none } =
      bundleFiles();
    const kinds = [`tea-operator: ${kettle}`];
    expect(await generate(inFolder('x', none), 'x')).toEqual({
      code: 0,
      kinds,
      problems: [
        'x/metadata/annotations.yaml:1:1: warning: a bundle has one ClusterServiceVersion, and this one has none [bundle-without-csv]',
      ],
    });
    const two = { ...none, 'manifests/1.yaml': csv, 'manifests/2.yaml': csv };
    expect(await generate(inFolder('x', two), 'x')).toEqual({
      code: 0,
      kinds,
      problems: [
        'x/manifests/1.yaml:1:1: warning: a bundle has one ClusterServiceVersion, and this one has 2 [bundle-without-csv]',
      ],
    });
  });

  it('that defines no kinds is told', async () => {
    const { 'manifests/kettles.crd.yaml': _, ...files } = bundleFiles();
    const { code, problems } = await generate({ 'b.zip': zipOf(packedFiles(files)) }, 'b.zip');
    expect(code).toBe(1);
    expect(problems.at(-1)).toBe(
      'b.zip: error: the bundle has no custom resource definition [package-without-crds]',
    );
  });

  it('of another format is told', async () => {
    const annotations = annotationsText({ 'mediatype.v1': 'plain+v0' });
    const files = { ...bundleFiles(), 'metadata/annotations.yaml': annotations };
    expect((await generate(inFolder('x', files), 'x')).problems).toEqual([
      'x/metadata/annotations.yaml:2:3: error: the bundle has the format "plain+v0", and only registry+v1 is read [bundle-format]',
    ]);
  });

  it('with a mistake in a manifest tells where', async () => {
    const files = { ...bundleFiles(), 'manifests/kettles.crd.yaml': 'kind: a\n: [' };
    const { problems } = await generate({ 'b.tgz': tgzOf(packedFiles(files)) }, 'b.tgz');
    expect(problems[0]).toMatch(
      /^b\.tgz!\/manifests\/kettles\.crd\.yaml:2:\d+: error: .*\[yaml-syntax\]$/,
    );
  });

  it('beside other files is no bundle, and all are read', async () => {
    const files = { ...inFolder('bundle', bundleFiles()), 'crds/a.json': crdText('Pot') };
    const { code, kinds } = await generate(inFolder('x', files), 'x');
    expect({ code, kinds }).toEqual({ code: 0, kinds: [`x: ${kettle}`, 'x: tea/v1/pot'] });
  });

  it('names a library of several sources if it is the first', async () => {
    const files = { ...inFolder('x', bundleFiles()), 'pot.json': crdText('Pot') };
    const both = [kettle, 'tea/v1/pot'];
    expect((await generate(files, 'x', 'pot.json')).kinds).toEqual(
      both.map((kind) => `tea-operator-1.2.3: ${kind}`),
    );
    expect((await generate(files, 'pot.json', 'x')).kinds).toEqual(
      both.map((kind) => `pot: ${kind}`),
    );
  });
});

describe('bundles', () => {
  const several = {
    ...inFolder('1.2.3', bundleFiles()),
    ...inFolder('1.3.0', bundleFiles('1.3.0')),
  };

  it.each(formsOf(several).slice(0, 3))('side by side are told: %s', async (name, files) => {
    expect(await generate(files, name)).toEqual({
      code: 1,
      kinds: [],
      problems: [
        `${name}: error: it holds several OLM bundles: "1.2.3", "1.3.0" [several-packages]`,
      ],
    });
  });

  const yaml =
    'schema: olm.package\nname: tea-operator\n---\nschema: olm.bundle\nimage: example.com/b\n';
  const json = ['olm.package', 'olm.channel'].map((schema) =>
    JSON.stringify({ name: 'x', schema }),
  );

  it.each([
    ['a YAML stream', { 'c/index.yaml': yaml }, 'c/index.yaml', 'c/index.yaml'],
    ['JSON texts', { 'c/index.json': json.join('\n') }, 'c', 'c/index.json'],
    ['files', { 'c/a.json': '{}', 'c/tea/b.json': json[0] ?? '' }, 'c', 'c/tea/b.json'],
  ])('in a catalog are told: %s', async (_form, files, from, name) => {
    expect(await generate(files, from)).toEqual({
      code: 1,
      kinds: [],
      problems: [
        `${name}: error: it is a catalog of OLM bundles, which has no custom resource definitions itself [bundle-catalog]`,
      ],
    });
  });

  it('are no catalog where a description shows one', async () => {
    const description = 'As in\n\nschema: olm.package\n"schema": "olm.bundle"';
    const crd = JSON.parse(crdText('Kettle'));
    crd.spec.versions[0].schema.openAPIV3Schema.description = description;
    expect(await generate({ 'a.json': JSON.stringify(crd) }, 'a.json')).toMatchObject({ code: 0 });
  });
});

describe.each(formsOf(chartFiles()))('a chart as %s', (name, files) => {
  it('gives the kinds that its crds/ define, under its name and version', async () => {
    const kinds = [`tea-chart-0.3.0: ${kettle}`];
    expect(await generate(files, name)).toEqual({ code: 0, kinds, problems: [] });
  });
});

function packed(name: string, files: PackageFiles): Uint8Array {
  return tgzOf(packedFiles({ 'Chart.yaml': chartText(name), ...files }, `${name}/`));
}

describe('a chart', () => {
  const parts = {
    ...chartFiles(),
    'charts/pots/Chart.yaml': chartText('pots'),
    'charts/pots/crds/deep/pots.yaml': crdText('Pot'),
    'charts/pots/charts/lids/Chart.yaml': chartText('lids'),
    'charts/pots/charts/lids/crds/lids.yaml': crdText('Lid'),
    'charts/cups-1.0.0.tgz': packed('cups', {
      'crds/cups.yaml': crdText('Cup'),
      'charts/spoons-1.0.0.tgz': packed('spoons', { 'crds/spoons.yaml': crdText('Spoon') }),
    }),
  };

  it.each(formsOf(parts))('is read with those that it is made of: %s', async (name, files) => {
    const kinds = ['cup', 'kettle', 'lid', 'pot', 'spoon'];
    expect(await generate(files, name)).toEqual({
      code: 0,
      kinds: kinds.map((kind) => `tea-chart-0.3.0: tea/v1/${kind}`),
      problems: [],
    });
  });

  it('tells of templates that are custom resource definitions', async () => {
    const template = '{{- if .Values.crds }}\nkind: CustomResourceDefinition\n{{- end }}\n';
    const inner = packed('cups', { 'templates/cup.yaml': template });
    const files = {
      ...chartFiles(),
      'templates/a.yaml': template,
      'templates/crds/b.yaml': `---\n# {{ x }}\n  kind: "CustomResourceDefinition"\n`,
      'charts/cups-1.0.0.tgz': inner,
    };
    const { code, kinds, problems } = await generate(inFolder('x', files), 'x');
    expect({ code, kinds }).toEqual({ code: 0, kinds: [`tea-chart-0.3.0: ${kettle}`] });
    expect([...problems].sort()).toEqual([
      'x/charts/cups-1.0.0.tgz!/cups/templates/cup.yaml:2:1: warning: a template of the chart "x/charts/cups-1.0.0.tgz" is a custom resource definition [chart-templates]',
      'x/templates/a.yaml:2:1: warning: 2 templates of the chart "tea-chart" are custom resource definitions, this one first [chart-templates]',
    ]);
  });

  it('that has no definitions is told', async () => {
    const { 'crds/kettles.yaml': _, ...files } = chartFiles();
    expect(await generate(inFolder('x', files), 'x')).toEqual({
      code: 1,
      kinds: [],
      problems: ['x: error: the chart has no custom resource definition [package-without-crds]'],
    });
  });

  it('that is made of something else than a chart is told', async () => {
    const files = {
      ...chartFiles(),
      'charts/cups-1.0.0.tgz': 'version https://example.com/pointer',
    };
    expect((await generate(inFolder('x', files), 'x')).problems).toEqual([
      'x/charts/cups-1.0.0.tgz: error: the tar archive is damaged: "it does not begin like one" [archive-broken]',
    ]);
  });

  it('beside another one is told', async () => {
    const files = { ...inFolder('x/a', chartFiles()), ...inFolder('x/b', chartFiles()) };
    expect((await generate(files, 'x')).problems).toEqual([
      'x: error: it holds several Helm charts: "a", "b" [several-packages]',
    ]);
  });
});

describe('an archive that is no package', () => {
  it('gives what a folder gives', async () => {
    const files = { 'a/kettle.yaml': crdText('Kettle'), 'b/pot.json': crdText('Pot'), 'c.md': '#' };
    const expected = { code: 0, kinds: [`x: ${kettle}`, 'x: tea/v1/pot'], problems: [] };
    expect(await generate(inFolder('x', files), 'x')).toEqual(expected);
    expect(await generate({ 'x.tar.gz': tgzOf(packedFiles(files)) }, 'x.tar.gz')).toEqual(expected);
    expect(await generate({ 'x.zip': zipOf(packedFiles(files)) }, 'x.zip')).toEqual(expected);
  });
});

describe('an archive of links', () => {
  it('defines nothing', async () => {
    const bytes = tarOf([{ path: 'a.yaml', type: '2', target: 'b.yaml' }]);
    expect((await generate({ 'x.tar': bytes }, 'x.tar')).problems).toEqual([
      'x.tar!/a.yaml: warning: it is a link, and links in archives are not followed [archive-link]',
      'x.tar: error: it defines nothing [no-definitions]',
    ]);
  });
});

describe('packages in other commands and places', () => {
  it('are read from standard input', async () => {
    const out = temporaryFolder();
    const stdin = tgzOf(packedFiles(bundleFiles()));
    const result = await runCommand(['generate', '--from', '-', '--out', out], { stdin });
    expect(result.stderr).toContain('tea-operator-1.2.3: 3 kinds');
  });

  it('are compared', async () => {
    const folder = temporaryFolder();
    const added = { ...bundleFiles('1.3.0'), 'manifests/pots.yaml': crdText('Pot') };
    put(folder, { ...inFolder('old', bundleFiles()), 'new.zip': zipOf(packedFiles(added)) });
    const result = await runCommand(['diff', `${folder}/old`, `${folder}/new.zip`]);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('tea.v1.pot');
  });

  it('name their libraries in couplet.yaml, where two of one name are told', async () => {
    const folder = temporaryFolder();
    const config = 'libraries:\n  - sources: [x]\n  - sources: [y.zip]\n';
    const bytes = (version: string): Buffer => zipOf(packedFiles(bundleFiles(version)));
    put(folder, {
      ...inFolder('x', bundleFiles()),
      'y.zip': bytes('1.3.0'),
      'couplet.yaml': config.replaceAll('[', `[${folder}/`),
    });
    const args = ['generate', '--config', `${folder}/couplet.yaml`, '--out', `${folder}/lib`];
    const good = await runCommand(args);
    expect(good.code).toBe(0);
    expect(
      Object.keys(contentsOf(`${folder}/lib`)).filter((path) => path.endsWith('/jsonnetfile.json')),
    ).toEqual(['tea-operator-1.2.3/jsonnetfile.json', 'tea-operator-1.3.0/jsonnetfile.json']);
    put(folder, { 'y.zip': bytes('1.2.3') });
    const before = contentsOf(`${folder}/lib`);
    const bad = await runCommand(args);
    expect(bad.code).toBe(1);
    expect(bad.stderr).toContain('"tea-operator-1.2.3" for two of them');
    expect(contentsOf(`${folder}/lib`)).toEqual(before);
  });

  it('are read from addresses, and locked as they came', async () => {
    const bytes = tgzOf(packedFiles(bundleFiles(), 'bundle/'));
    const origin = await serve((response) => response.end(bytes));
    const direct = new ProjectFolder();
    const { stderr } = await direct.run('generate', '--from', `${origin}/latest`);
    expect(stderr).toContain('tea-operator-1.2.3: 3 kinds');
    const project = new ProjectFolder({
      'couplet.yaml': `libraries: [{ sources: [tea@1.0] }]\ncatalog: { tea: { '1.0': ['${origin}/tea.tgz'] } }\n`,
    });
    expect((await project.run('generate')).stderr).toContain('1.0: 3 kinds');
    expect(readFileSync('couplet.lock', 'utf8')).toContain(`"size":${bytes.length}}`);
    const frozen = await project.run('generate', '--frozen', '--out', 'again');
    expect(frozen.stderr).toContain('1.0: 3 kinds');
  });

  it('do nothing a second time', async () => {
    const folder = temporaryFolder();
    put(folder, { 'b.tgz': tgzOf(packedFiles(bundleFiles())) });
    const args = ['generate', '--from', `${folder}/b.tgz`, '--out', `${folder}/lib`];
    expect((await runCommand(args)).stderr).toMatch(/; \d\d files written/);
    expect((await runCommand(args)).stderr).toContain('; 0 files written');
  });
});
