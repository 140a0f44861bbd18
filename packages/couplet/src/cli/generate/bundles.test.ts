import { describe, expect, it } from 'vitest';
import { packedFiles, tgzOf, zipOf } from '../../testing/archives.ts';
import { formsOf, generateFrom, inFolder } from '../../testing/generate-from.ts';
import {
  annotationsText,
  bundleFiles,
  crdText,
  serviceVersionText,
} from '../../testing/packages.ts';

const kettle = 'tea/v1/kettle';

describe.each(formsOf(bundleFiles()))('a bundle as %s', (name, files) => {
  it('gives the kinds that it defines, under the name of its package and its version', async () => {
    const kinds = [`tea-operator-1.2.3: ${kettle}`];
    expect(await generateFrom(files, name)).toEqual({ code: 0, kinds, problems: [] });
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
    expect(await generateFrom(files, 'source')).toEqual({ code: 0, kinds, problems: [] });
  });

  it.each(['../other', '/manifests', 'manifests/../../other/', 'none'])(
    'that has them in %s is told',
    async (folder) => {
      const annotations = annotationsText({ 'manifests.v1': folder });
      const files = { ...bundleFiles(), 'metadata/annotations.yaml': annotations };
      const other = { 'other/a.json': crdText('Pot'), 'manifests/a.json': crdText('Pot') };
      expect(await generateFrom({ ...inFolder('source', files), ...other }, 'source')).toEqual({
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
    const { code, kinds, problems } = await generateFrom({ 'b.tgz': bytes }, 'b.tgz');
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
    expect(await generateFrom(inFolder('x', files), 'x')).toEqual({ code: 0, kinds, problems: [] });
  });

  it('without a ClusterServiceVersion, or with two, is told and has no version', async () => {
    const { 'manifests/tea-operator.clusterserviceversion.yaml': csv = '', ...none } =
      bundleFiles();
    const kinds = [`tea-operator: ${kettle}`];
    expect(await generateFrom(inFolder('x', none), 'x')).toEqual({
      code: 0,
      kinds,
      problems: [
        'x/metadata/annotations.yaml:1:1: warning: a bundle has one ClusterServiceVersion, and this one has none [bundle-without-csv]',
      ],
    });
    const two = { ...none, 'manifests/1.yaml': csv, 'manifests/2.yaml': csv };
    expect(await generateFrom(inFolder('x', two), 'x')).toEqual({
      code: 0,
      kinds,
      problems: [
        'x/manifests/1.yaml:1:1: warning: a bundle has one ClusterServiceVersion, and this one has 2 [bundle-without-csv]',
      ],
    });
  });

  it('that defines no kinds is told', async () => {
    const { 'manifests/kettles.crd.yaml': _, ...files } = bundleFiles();
    const { code, problems } = await generateFrom({ 'b.zip': zipOf(packedFiles(files)) }, 'b.zip');
    expect(code).toBe(1);
    expect(problems.at(-1)).toBe(
      'b.zip: error: the bundle has no custom resource definition [package-without-crds]',
    );
  });

  it('of another format is told', async () => {
    const annotations = annotationsText({ 'mediatype.v1': 'plain+v0' });
    const files = { ...bundleFiles(), 'metadata/annotations.yaml': annotations };
    expect((await generateFrom(inFolder('x', files), 'x')).problems).toEqual([
      'x/metadata/annotations.yaml:2:3: error: the bundle has the format "plain+v0", and only registry+v1 is read [bundle-format]',
    ]);
  });

  it('with a mistake in a manifest tells where', async () => {
    const files = { ...bundleFiles(), 'manifests/kettles.crd.yaml': 'kind: a\n: [' };
    const { problems } = await generateFrom({ 'b.tgz': tgzOf(packedFiles(files)) }, 'b.tgz');
    expect(problems[0]).toMatch(
      /^b\.tgz!\/manifests\/kettles\.crd\.yaml:2:\d+: error: .*\[yaml-syntax\]$/,
    );
  });

  it('beside other files is no bundle, and all are read', async () => {
    const files = { ...inFolder('bundle', bundleFiles()), 'crds/a.json': crdText('Pot') };
    const { code, kinds } = await generateFrom(inFolder('x', files), 'x');
    expect({ code, kinds }).toEqual({ code: 0, kinds: [`x: ${kettle}`, 'x: tea/v1/pot'] });
  });

  it('is whole also where a file of it is named beside it', async () => {
    const files = { ...inFolder('x', bundleFiles()), 'y/a.json': crdText('Pot'), 'y/b.json': '{}' };
    const alone = await generateFrom(files, 'x', 'y');
    expect(alone.kinds).toHaveLength(2);
    const inside = ['x/manifests/kettles.crd.yaml', 'y/a.json', 'y/b.json', 'y/./', 'x/.'];
    expect(await generateFrom(files, 'x', 'y', ...inside)).toEqual(alone);
    const { problems } = await generateFrom(files, ...inside, 'x', 'y');
    expect(problems).toEqual(alone.problems);
  });

  it('names a library of several sources if it is the first', async () => {
    const files = { ...inFolder('x', bundleFiles()), 'pot.json': crdText('Pot') };
    const both = [kettle, 'tea/v1/pot'];
    expect((await generateFrom(files, 'x', 'pot.json')).kinds).toEqual(
      both.map((kind) => `tea-operator-1.2.3: ${kind}`),
    );
    expect((await generateFrom(files, 'pot.json', 'x')).kinds).toEqual(
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
    expect(await generateFrom(files, name)).toEqual({
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
    ['files', { 'c/a.yaml': yaml, 'c/tea/b.json': json[0] ?? '' }, 'c', 'c/a.yaml'],
  ])('in a catalog are told: %s', async (_form, files, from, name) => {
    expect(await generateFrom(files, from)).toEqual({
      code: 1,
      kinds: [],
      problems: [
        `${name}: error: it is a catalog of OLM bundles, which has no custom resource definitions itself [bundle-catalog]`,
      ],
    });
  });

  it('in a catalog beside other files are passed over', async () => {
    const files = { 'x/index.yaml': yaml, 'x/kettle.json': crdText('Kettle') };
    const { code, kinds } = await generateFrom(files, 'x');
    expect({ code, kinds }).toEqual({ code: 0, kinds: [`x: ${kettle}`] });
  });

  it.each([{ schema: 'olm.package' }, [{ schema: 'olm.bundle' }]])(
    'are no catalog where an example is one: %j',
    async (example) => {
      const crd = JSON.parse(crdText('Kettle'));
      crd.spec.versions[0].schema.openAPIV3Schema.example = example;
      const { code } = await generateFrom({ 'a.json': JSON.stringify(crd) }, 'a.json');
      expect(code).toBe(0);
    },
  );

  it('are no catalog where a description shows one', async () => {
    const description = 'As in\n\nschema: olm.package\n"schema": "olm.bundle"';
    const crd = JSON.parse(crdText('Kettle'));
    crd.spec.versions[0].schema.openAPIV3Schema.description = description;
    expect(await generateFrom({ 'a.json': JSON.stringify(crd) }, 'a.json')).toMatchObject({
      code: 0,
    });
  });
});
