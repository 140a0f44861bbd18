import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../support/markdown-blocks.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import type { Run } from './project.ts';
import { Project } from './project.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'typescript.md'), 'utf8');
const blocks = blocksOf(guide);
const project = new Project();

/** A custom resource definition for the guide's last chapter, whose reader has one. */
const kettle = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'kettles.tea.example.com' },
  spec: {
    group: 'tea.example.com',
    names: { kind: 'Kettle' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  size: { type: 'string', enum: ['small', 'large'] },
                  teas: { type: 'array', items: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    ],
  },
};

/** A command of the guide, and what the guide shows that it prints. */
interface Step {
  readonly command: string;
  readonly fails: boolean;
  readonly shown: Block | undefined;
}

const steps = blocks.flatMap(({ language, text }, index): readonly Step[] => {
  if (language !== 'bash') return [];
  const lines = text.trim().split('\n');
  const next = blocks[index + 1];
  return lines.map((line, position) => ({
    command: line.replace(/\s+#\s.*$/, ''),
    fails: line.endsWith('# fails'),
    shown: position === lines.length - 1 && isOutput(next) ? next : undefined,
  }));
});

function isOutput(block: Block | undefined): boolean {
  return block?.language === 'yaml' || block?.language === 'text';
}

beforeAll(() => {
  for (const { language, text } of blocks) {
    if (language === 'ts' || language === 'json') project.write(nameOf(text), text);
  }
  project.write('crds/kettle.yaml', JSON.stringify(kettle));
  project.link('../../lib/typescript', 'node_modules/@example/tea');
});

afterAll(() => project.remove());

/** The file that a block shows, as the comment in its first line says. */
function nameOf(text: string): string {
  const name = /^\/\/ (\S+)\n/.exec(text)?.[1];
  if (name === undefined) throw new Error(`no file's name in ${text}`);
  return name;
}

describe('the guide for TypeScript', () => {
  it.each(steps)('$command', ({ command, fails, shown }) => {
    const run: Run = project.run(command);
    expect(run).toMatchObject({ status: fails ? 1 : 0 });
    if (shown !== undefined)
      expect(shown.language === 'text' ? run.stderr : run.stdout).toBe(shown.text);
  });

  it('shows what several commands print', () => {
    expect(steps.filter(({ shown }) => shown !== undefined)).toHaveLength(4);
  });

  it('tells how files are called', () => {
    // The last command with this folder was for app.mts, and what the one before it wrote is gone.
    expect(readdirSync(join(project.folder, 'manifests')).sort()).toEqual([
      '.couplet.json',
      'route-web.yaml',
    ]);
  });

  it('has no mistakes in its types but those it shows', () => {
    expect(project.check('tsconfig.json')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
