import { describe, expect, it } from 'vitest';
import type { TargetOptionValues } from '../option.ts';
import { docUtil } from './doc-util.ts';
import { jsonnetTarget } from './target.ts';

const vendored = '../vendor/doc-util/main.libsonnet';

/** Tells whether doc-util is made beside a library, where there are some files already. */
function makesDocUtil(
  options: TargetOptionValues = {},
  files: Readonly<Record<string, string>> = {},
): boolean {
  const setting = {
    naming: { label: 'tea', localName: 'o', repository: '', description: '' },
    options,
    patches: [],
    additions: [],
    existing: (path: string) => files[path],
  };
  return jsonnetTarget.fixedFiles?.(setting).includes(docUtil) ?? false;
}

describe('doc-util beside a library', () => {
  it('is made for a documented library that would find none', () => {
    expect(makesDocUtil()).toBe(true);
    expect(makesDocUtil({ slim: true })).toBe(false);
  });

  it('is not made where one is vendored, unless it is asked for', () => {
    expect(makesDocUtil({}, { [vendored]: '{}' })).toBe(false);
    expect(makesDocUtil({ 'doc-util': true }, { [vendored]: '{}' })).toBe(true);
    expect(makesDocUtil({ 'doc-util': true, slim: true }, { [vendored]: '{}' })).toBe(true);
  });

  it('is not made where there is another one, but where there is our own, of any release', () => {
    expect(makesDocUtil({}, { [docUtil.path]: '{}' })).toBe(false);
    for (const text of [docUtil.text, docUtil.text.replace("'any'", "'anything'")]) {
      expect(makesDocUtil({}, { [docUtil.path]: text })).toBe(true);
    }
  });

  it('is not made where something stands there that is no text', () => {
    expect(makesDocUtil({}, { [docUtil.path]: '' })).toBe(false);
  });
});
