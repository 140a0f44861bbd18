import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';

const directory = path.join(import.meta.dirname, '../testing');
const typescript = createRequire(import.meta.url).resolve('typescript/package.json');

interface Mistake {
  readonly line: number;
  readonly message: string;
}

/** What the comments of the file say: each stands above the line that it is about. */
function expectedMistakes(): readonly Mistake[] {
  const lines = readFileSync(path.join(directory, 'mistakes.ts'), 'utf8').split('\n');
  return lines.flatMap((text, index) => {
    const message = /^ *\/\/ error: (.*)$/.exec(text)?.[1];
    return message === undefined ? [] : [{ line: index + 2, message }];
  });
}

/** What the compiler says of the file, without the lines that explain an error further. */
function reportedMistakes(): readonly Mistake[] {
  const compiler = path.join(path.dirname(typescript), 'bin/tsc');
  const project = path.join(directory, 'mistakes.tsconfig.json');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', project, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/^(\S.*)\((\d+),\d+\): error TS\d+: (.*)$/gm)].map(
    ([, file, line, message]) => {
      expect(file).toMatch(/mistakes\.ts$/);
      return { line: Number(line), message: message ?? '' };
    },
  );
}

it('marks what does not fit together, and nothing else, in words that can be understood', () => {
  const expected = expectedMistakes();
  expect(expected.length).toBeGreaterThan(0);
  expect(reportedMistakes()).toEqual(expected);
});
