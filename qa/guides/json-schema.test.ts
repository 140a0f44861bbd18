import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { marksIn } from '../json-schema/editor.ts';
import { skipWithoutKubeconform } from '../support/kubeconform.ts';
import { Guide } from './guide.ts';

const guide = new Guide('json-schema.md');
const { project } = guide;

afterAll(() => project.remove());

describe('the guide to JSON Schemas', () => {
  it.for(guide.steps)('$command', ({ command, status, shown }, context) => {
    if (command.startsWith('kubeconform ')) skipWithoutKubeconform(context);
    const run = project.run(command);
    expect(run.stderr).not.toContain('error');
    expect(run.status).toBe(status);
    if (shown !== undefined) expect(run.stdout).toBe(shown.text);
  });

  it('shows what an editor marks, and where', async () => {
    const line = '# yaml-language-server: $schema=lib/json-schema/tea/all.json\n';
    const right = `${line}${guide.takeFile('kettle.yaml')}`;
    const other = `${line}kind: Cup\napiVersion: v1\nspec: 5\n`;
    project.write('right.yaml', right);
    project.write('other.yaml', other);
    const marks = await marksIn(join(project.folder, 'broken.yaml'));
    expect(marks).toHaveLength(1);
    expect(marks[0]?.line).toBe(9);
    expect(marks[0]?.message).toMatch(/"steel", "glass"/);
    expect(await marksIn(join(project.folder, 'right.yaml'))).toEqual([]);
    expect(await marksIn(join(project.folder, 'other.yaml'))).toEqual([]);
  });

  it('shows what its commands print', () => {
    expect(guide.steps.filter(({ shown }) => shown !== undefined)).toHaveLength(2);
  });
});
