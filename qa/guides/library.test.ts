import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mirrorRelease, releasePaths } from '../support/release-mirror.ts';
import { skipWithout } from '../support/shared.ts';
import { Guide } from './guide.ts';

const guide = new Guide('as-a-library.md');
const { project } = guide;

beforeAll(() => {
  if (releasePaths.every((path) => existsSync(path))) mirrorRelease(join(project.folder, 'mirror'));
});

afterAll(() => project.remove());

describe('the guide for programs', () => {
  it.for(guide.steps)('$command', ({ command, status, shown }, context) => {
    if (command === 'node release.mjs') skipWithout(context, ...releasePaths);
    const run = project.run(command);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(status);
    if (shown !== undefined) expect(run.stdout).toBe(shown.text);
  });

  it('shows what its programs print', () => {
    expect(guide.steps.filter(({ shown }) => shown !== undefined)).toHaveLength(10);
  });

  it('has programs that type checkers accept', () => {
    const compilerOptions = {
      allowJs: true,
      checkJs: true,
      module: 'nodenext',
      target: 'es2023',
      noEmit: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      types: ['node'],
      typeRoots: [join(import.meta.dirname, '..', '..', 'node_modules', '@types')],
    };
    const files = guide.steps.flatMap(({ command }) => /^node (\S+)/.exec(command)?.[1] ?? []);
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
    expect(project.check('tsconfig.json')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
