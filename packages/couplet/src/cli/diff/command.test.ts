import { beforeEach, describe, expect, it } from 'vitest';
import { hasOpenSsl, noDiscovery, serveCluster } from '../../testing/cluster.ts';
import { runCommand } from '../../testing/command.ts';
import { put, temporaryFolder } from '../../testing/output-folder.ts';
import { kettleDefinition, onlyTea, teaApi } from '../../testing/tea.ts';

let folder = '';
const file = (name: string): string => `${folder}/${name}`;

beforeEach(() => {
  folder = temporaryFolder();
  put(folder, {
    'all.json': JSON.stringify(teaApi),
    'tea.json': JSON.stringify(onlyTea),
    'crds/kettle.yaml': JSON.stringify(kettleDefinition),
    'broken.json': '{',
  });
});

describe('couplet diff', () => {
  it('prints what changed, and ends with 0 where nothing breaks', async () => {
    const { code, stdout, stderr } = await runCommand(['diff', file('tea.json'), file('all.json')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('Kinds added (1)\n  milk.v1.jug\n\n1 change, 0 of them breaking (!)\n');
  });

  it('ends with 3 where something breaks', async () => {
    const { code, stdout } = await runCommand(['diff', file('all.json'), file('tea.json')]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^! Kinds removed \(1\)\n {2}milk\.v1\.jug\n/);
  });

  it.each([
    ['markdown', '## Kinds added\n\n* `milk.v1.jug`\n'],
    [
      'json',
      '[\n  {\n    "kind": "kind-added",\n    "breaking": false,\n    "places": [\n      "milk.v1.jug"\n    ]\n  }\n]\n',
    ],
  ])('prints %s', async (format, expected) => {
    const args = ['diff', file('tea.json'), file('all.json'), '--format', format];
    expect((await runCommand(args)).stdout).toBe(expected);
  });

  it('reads several sources on each side as one library', async () => {
    const both = [file('tea.json'), file('tea.json')];
    const crds = file('crds');
    const { stdout } = await runCommand(['diff', ...both, '--to', crds]);
    expect(stdout).toContain('Kinds added (1)\n  tea.v1.kettle\n');
    const back = await runCommand(['diff', ...both, '--from', crds]);
    expect(back.stdout).toContain('! Kinds removed (1)\n  tea.v1.kettle\n');
    expect((await runCommand(['diff', ...both, '--from', crds, '--to', crds])).stdout).toBe(
      'No changes.\n',
    );
  });

  it('reads standard input on one side', async () => {
    const stdin = JSON.stringify(teaApi);
    const { stdout } = await runCommand(['diff', file('tea.json'), '-'], { stdin });
    expect(stdout).toContain('milk.v1.jug');
  });

  it('compares what a prefix selects', async () => {
    const args = ['diff', file('tea.json'), file('all.json'), '--prefix', String.raw`\.tea\.`];
    expect(await runCommand(args)).toEqual({ code: 0, stdout: 'No changes.\n', stderr: '' });
  });

  it('prints no changes where an input has an error', async () => {
    const { code, stdout, stderr } = await runCommand([
      'diff',
      file('broken.json'),
      file('nowhere.json'),
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    // What is wrong with both is told.
    expect(stderr).toContain('broken.json:1:2: error: ');
    expect(stderr).toContain('nowhere.json: error: there is no such file or folder');
  });

  it('knows the feature sets of an input', async () => {
    const crd: object = {
      ...kettleDefinition,
      metadata: { annotations: { 'release.openshift.io/feature-set': 'Default' } },
    };
    put(folder, { 'gated.json': JSON.stringify(crd) });
    const gated = [file('gated.json'), file('gated.json')];
    const good = await runCommand(['diff', ...gated, '--feature-set', 'Default']);
    expect(good).toEqual({ code: 0, stdout: 'No changes.\n', stderr: '' });
    const bad = await runCommand(['diff', ...gated, '--feature-set', 'Green']);
    expect(bad.code).toBe(1);
    expect(bad.stderr).toContain('is for the feature set "Green"');
  });

  it.skipIf(!hasOpenSsl)('compares with a live cluster', async () => {
    const routes = { '/api': noDiscovery, '/apis': noDiscovery, '/openapi/v2': teaApi };
    const { kubeconfig } = await serveCluster(routes);
    const args = ['diff', file('tea.json'), '--to', file('crds'), '--kubeconfig', kubeconfig];
    const compared = await runCommand(args);
    expect(compared).toMatchObject({ code: 0, stderr: '' });
    expect(compared.stdout).toMatch(/^Kinds added \(2\)\n {2}milk\.v1\.jug\n {2}tea\.v1\.kettle\n/);
    const refusing = await serveCluster({});
    const failed = ['diff', file('tea.json'), '--cluster', '--kubeconfig', refusing.kubeconfig];
    const { code, stdout, stderr } = await runCommand(failed);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('[cluster-without-openapi]');
  });

  it('counts the problems that it does not show', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `Pot${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, 'wrong']));
    const definitions = { 'com.example.tea.v1.Pot': { properties } };
    put(folder, { 'wrong.json': JSON.stringify({ swagger: '2.0', definitions }) });
    const { stderr } = await runCommand(['diff', file('wrong.json'), file('wrong.json')]);
    expect(stderr).toMatch(/\n\d+ more of \[wrong-type\] are not shown\n$/);
  });

  it.each([
    [['diff'], "missing required argument 'before'"],
    [['diff', 'a'], "missing required argument 'after'"],
    [['diff', 'a', 'b', '--cluster'], '"b" cannot be used with option \'--cluster\''],
    [['diff', 'a', '--cluster', '--frozen'], "'--cluster' cannot be used with option '--frozen'"],
    [['diff', 'a', ''], "'' is invalid for argument 'after'. It must not be empty."],
    [['diff', '-', '-'], 'standard input (-) can be read once, on one of the two sides.'],
    [['diff', '-', 'a', '--to', '-'], 'standard input (-) can be read once'],
    [['diff', 'a', 'b', '--format', 'xml'], 'Allowed choices are text, markdown, json.'],
    [['diff', 'a', 'b', 'c'], 'too many arguments'],
  ])('%j is wrong use', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
