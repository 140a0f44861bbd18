import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from './report.ts';
import { reportPublicApi } from './report.ts';

const checkedIn = join(import.meta.dirname, '..', '..', 'docs', 'public-api.md');

let report: Report = { text: '', warnings: [] };

beforeAll(() => {
  report = reportPublicApi();
}, 120_000);

describe('what is public of the package', () => {
  it('is what the checked-in report says; `npm run public-api` writes it', async () => {
    await expect(report.text).toMatchFileSnapshot(checkedIn);
  });

  it('needs nothing that a user cannot name', () => {
    expect(report.warnings).toEqual([]);
  });

  it('is documented, but for data whose name says it all', () => {
    expect(undocumentedIn(report.text)).toEqual([]);
  });
});

describe('the search for what is not documented', () => {
  it('finds declarations, members of classes, and functions', () => {
    const text = [
      '// @public (undocumented)\nexport interface Pot {\n    readonly lid: string;\n}',
      '// @public\nexport class Kettle {\n    // (undocumented)\n    get litres(): number;\n    boil(): void;\n}',
      '// @public\nexport interface Cup {\n    // (undocumented)\n    readonly size: number;\n    // (undocumented)\n    readonly fill: (tea: Tea) => void;\n    // (undocumented)\n    empty(): void;\n}',
    ].join('\n\n');
    expect(undocumentedIn(text)).toEqual([
      'export interface Pot {',
      'export class Kettle: get litres(): number;',
      'export interface Cup: readonly fill: (tea: Tea) => void;',
      'export interface Cup: empty(): void;',
    ]);
  });
});

/** Finds what of a report has to have a comment, and has none: all but data of interfaces. */
function undocumentedIn(text: string): readonly string[] {
  return text.split('\n\n').flatMap((block) => {
    const lines = block.split('\n').map((line) => line.trim());
    const declaration = lines.find((line) => !line.startsWith('//')) ?? '';
    if (lines.includes('// @public (undocumented)')) return [declaration];
    const isClass = / class /.test(declaration);
    return lines.flatMap((line, index) => {
      const member = lines[index + 1] ?? '';
      const mustTell = isClass || /^[\w ]+\(|=>/.test(member);
      if (line !== '// (undocumented)' || !mustTell) return [];
      return [`${declaration.replace(/ \{$/, '')}: ${member}`];
    });
  });
}
