import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packedFiles, tarOf, tgzOf, zipOf } from '../../testing/archives.ts';
import { runCommand } from '../../testing/command.ts';
import type { PackageFiles } from '../../testing/generate-from.ts';
import { formsOf, generateFrom, inFolder } from '../../testing/generate-from.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { bundleFiles, chartFiles, chartText, crdText } from '../../testing/packages.ts';
import { ProjectFolder } from '../../testing/project-folder.ts';
import { serve } from '../../testing/servers.ts';

const kettle = 'tea/v1/kettle';

describe.each(formsOf(chartFiles()))('a chart as %s', (name, files) => {
  it('gives the kinds that its crds/ define, under its name and version', async () => {
    const kinds = [`tea-chart-0.3.0: ${kettle}`];
    expect(await generateFrom(files, name)).toEqual({ code: 0, kinds, problems: [] });
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
    expect(await generateFrom(files, name)).toEqual({
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
    const { code, kinds, problems } = await generateFrom(inFolder('x', files), 'x');
    expect({ code, kinds }).toEqual({ code: 0, kinds: [`tea-chart-0.3.0: ${kettle}`] });
    expect([...problems].sort()).toEqual([
      'x/charts/cups-1.0.0.tgz!/cups/templates/cup.yaml:2:1: warning: a template of the chart "x/charts/cups-1.0.0.tgz" is a custom resource definition [chart-templates]',
      'x/templates/a.yaml:2:1: warning: 2 templates of the chart "tea-chart" are custom resource definitions, this one first [chart-templates]',
    ]);
  });

  it('that has no definitions is told', async () => {
    const { 'crds/kettles.yaml': _, ...files } = chartFiles();
    expect(await generateFrom(inFolder('x', files), 'x')).toEqual({
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
    expect((await generateFrom(inFolder('x', files), 'x')).problems).toEqual([
      'x/charts/cups-1.0.0.tgz: error: the tar archive is damaged: "it does not begin like one" [archive-broken]',
    ]);
  });

  it('beside another one is told', async () => {
    const files = { ...inFolder('x/a', chartFiles()), ...inFolder('x/b', chartFiles()) };
    expect((await generateFrom(files, 'x')).problems).toEqual([
      'x: error: it holds several Helm charts: "a", "b" [several-packages]',
    ]);
  });
});

describe('an archive that is no package', () => {
  it('gives what a folder gives', async () => {
    const files = { 'a/kettle.yaml': crdText('Kettle'), 'b/pot.json': crdText('Pot'), 'c.md': '#' };
    const expected = { code: 0, kinds: [`x: ${kettle}`, 'x: tea/v1/pot'], problems: [] };
    expect(await generateFrom(inFolder('x', files), 'x')).toEqual(expected);
    expect(await generateFrom({ 'x.tar.gz': tgzOf(packedFiles(files)) }, 'x.tar.gz')).toEqual(
      expected,
    );
    expect(await generateFrom({ 'x.zip': zipOf(packedFiles(files)) }, 'x.zip')).toEqual(expected);
  });
});

describe('an archive of links', () => {
  it('defines nothing', async () => {
    const bytes = tarOf([{ path: 'a.yaml', type: '2', target: 'b.yaml' }]);
    expect((await generateFrom({ 'x.tar': bytes }, 'x.tar')).problems).toEqual([
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
