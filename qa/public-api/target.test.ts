import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GenerateChoice } from '../../packages/couplet/src/index.ts';
import { generate, targets } from '../../packages/couplet/src/index.ts';
import {
  contentsOf,
  put,
  temporaryFolder,
} from '../../packages/couplet/src/testing/output-folder.ts';
import { csvTarget } from './toy-target.ts';

const text = { type: 'string' };
const blend = {
  type: 'object',
  required: ['tea'],
  properties: { tea: text, grams: { type: 'number' } },
};
const definitions = {
  'com.example.tea.v1.Lid': { type: 'object', properties: { colour: text } },
  'com.example.tea.v1.Pot': {
    type: 'object',
    required: ['size'],
    properties: {
      size: { type: 'integer' },
      lid: { $ref: '#/definitions/com.example.tea.v1.Lid' },
      blends: { type: 'array', items: blend },
      labels: { type: 'object', additionalProperties: text },
    },
  },
};

/** A choice for a document of tea, in a folder of its own. */
function choice(): GenerateChoice {
  const folder = temporaryFolder();
  put(folder, { 'tea.json': JSON.stringify({ swagger: '2.0', definitions }) });
  const prefix = /^com\.example\./;
  return { from: join(folder, 'tea.json'), out: join(folder, 'out'), targets: [csvTarget], prefix };
}

const files = {
  'csv/README.txt': 'Fields of tea\n',
  'csv/tea/tea/v1/lid.csv': 'colour,string,false\n',
  'csv/tea/tea/v1/pot.csv': [
    'blends,array,false\n',
    'blends.grams,number,false\n',
    'blends.tea,string,true\n',
    'labels,object,false\n',
    'lid,object,false\n',
    'lid.colour,string,false\n',
    'size,integer,true\n',
  ].join(''),
};

describe('a target from outside', () => {
  it('is generated as those of Couplet are', async () => {
    const chosen = choice();
    const { label, statistics, changes, diagnostics } = await generate(chosen);
    expect({ label, kinds: statistics.kinds, diagnostics }).toEqual({
      label: 'tea',
      kinds: 2,
      diagnostics: [],
    });
    expect([...changes.created].sort()).toEqual(Object.keys(files).sort());
    expect(contentsOf(chosen.out)).toEqual(files);
    const again = await generate(chosen);
    expect([...again.changes.unchanged].sort()).toEqual(Object.keys(files).sort());
  });

  it('is told its options', async () => {
    const chosen = { ...choice(), options: { header: true } };
    await generate(chosen);
    expect(contentsOf(chosen.out)).toMatchObject({
      'csv/tea/tea/v1/lid.csv': 'path,type,required\ncolour,string,false\n',
    });
  });

  it('stands beside others, and goes when it is no longer asked for', async () => {
    const chosen = choice();
    const jsonnet = targets.filter(({ name }) => name === 'jsonnet');
    await generate({ ...chosen, targets: [...jsonnet, csvTarget] });
    expect(contentsOf(chosen.out)).toMatchObject({
      ...files,
      'tea/main.libsonnet': expect.stringContaining('import'),
    });
    const { changes } = await generate({ ...chosen, targets: jsonnet });
    expect([...changes.removed].sort()).toEqual(Object.keys(files).sort());
  });

  it('writes nothing when only asked what would change', async () => {
    const chosen = choice();
    const { changes } = await generate({ ...chosen, isDryRun: true });
    expect(changes.created).toHaveLength(3);
    expect(contentsOf(join(chosen.out, '..'))).not.toHaveProperty('out/csv/README.txt');
  });

  it('has its folders for itself', async () => {
    const generating = generate({ ...choice(), label: 'CSV' });
    await expect(generating).rejects.toThrow(
      new RangeError('the label CSV is the name of a folder of the target csv'),
    );
  });
});
