import { describe, expect, it } from 'vitest';
import { optionsOf, targets } from './targets.ts';

describe('the table of targets', () => {
  it.each(targets)('$name has a name and folders that are safe to type and to write', (target) => {
    expect(target.name).toMatch(/^[a-z][a-z0-9-]*$/);
    for (const folder of target.folders) expect(folder).toMatch(/^[a-z][a-z0-9-]*$/);
    for (const { name } of target.options) expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it('gives each name and each folder to one target', () => {
    const names = targets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const folders = targets.flatMap((target) => target.folders);
    expect(new Set(folders).size).toBe(folders.length);
  });

  it('means one thing by one option', () => {
    const known = optionsOf(targets);
    for (const { options } of targets) {
      for (const option of options) expect(known).toContain(option);
    }
  });
});
