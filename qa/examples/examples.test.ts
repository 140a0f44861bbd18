import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasJsonnet, skipWithoutJsonnet } from '../support/jsonnet.ts';
import { commandsOf } from '../support/markdown-blocks.ts';
import { Project } from './project.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');
const commands = commandsOf(readFileSync(join(examples, 'README.md'), 'utf8'));

/** What each example gives, by the file that shows it; with the choice that its function is given. */
const renderings = [
  { example: 'web-service', shown: 'manifests.yaml', choice: undefined },
  { example: 'team-project', shown: 'manifests.yaml', choice: undefined },
  ...['development', 'staging', 'production'].map((environment) => ({
    example: 'environments',
    shown: `${environment}.yaml`,
    choice: `environment=${environment}`,
  })),
];

const project = new Project();

beforeAll(() => {
  project.copy('examples');
  expect(project.run('npx couplet generate')).toMatchObject({ status: 0 });
});

afterAll(() => project.remove());

describe.each(renderings)('$example, $shown', ({ example, shown, choice }) => {
  const expected = readFileSync(join(examples, example, shown), 'utf8');

  it('comes of TypeScript', () => {
    const options = choice === undefined ? '' : `--param ${choice}`;
    const { stdout, stderr } = project.run(
      `npx couplet render examples/${example}/app.ts ${options}`,
    );
    expect({ stdout, stderr }).toEqual({ stdout: expected, stderr: '' });
  });

  it('comes of Jsonnet', (context) => {
    skipWithoutJsonnet(context);
    const options = choice === undefined ? '' : `--tla-str ${choice}`;
    const command = `npx couplet render examples/${example}/app.jsonnet -J lib ${options}`;
    const { stdout, stderr } = project.run(command);
    expect({ stdout, stderr }).toEqual({ stdout: expected, stderr: '' });
  });
});

describe('the examples', () => {
  it('are all there is', () => {
    const folders = readdirSync(examples, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual([...new Set(renderings.map(({ example }) => example))].sort());
  });

  it('have no errors in their types', () => {
    expect(project.check('examples/tsconfig.json')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it.each(['ts', 'jsonnet'])('refuse an environment that there is not, in %s', (ending) => {
    const options = ending === 'ts' ? '--param' : '-J lib --tla-str';
    const command = `npx couplet render examples/environments/app.${ending} ${options} environment=prod`;
    const { status, stdout, stderr } = project.run(command);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const reason = 'there is no environment prod; there are development, staging, production';
    expect(stderr).toContain(ending === 'ts' || hasJsonnet ? reason : 'there is no jsonnet');
  });
});

describe('examples/README.md', () => {
  it.for(commands)('%s', (command, context) => {
    if (command.includes('.jsonnet')) skipWithoutJsonnet(context);
    const { status, stderr } = project.run(command);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error') });
  });

  it('tells how to render each of them', () => {
    expect(commands.filter((command) => command.includes(' render '))).toHaveLength(5);
  });
});
