import { describe, expect, it } from 'vitest';
import type { Change } from '../compare/change.ts';
import { changesAsJson, changesAsMarkdown, changesAsText, hasBreakingChange } from './print.ts';

const removed: Change = { kind: 'function-removed', places: ['tea.v1.potSpec.withLid'] };
const added: Change = {
  kind: 'function-added',
  places: ['a.v1.a.x', 'b.v1.b.x', 'c.v1.c.x', 'd.v1.d.x', 'e.v1.e.x'],
};
const moved: Change = {
  kind: 'kind-moved',
  places: ['tea.v1.cup'],
  before: 'tea.v1alpha1.cup',
  after: 'tea.v1.cup',
};
const retyped: Change = {
  kind: 'retyped',
  places: ['tea.v1.pot.withLid', 'tea.v1.tray.pot.withLid'],
  before: 'string',
  after: 'integer',
};

describe('changes', () => {
  it('are a section for each kind of change in text', () => {
    expect(changesAsText([moved, removed, retyped, added])).toBe(
      [
        '! Kinds moved (1)',
        '  tea.v1alpha1.cup → tea.v1.cup',
        '',
        '! Functions and namespaces removed (1)',
        '  tea.v1.potSpec.withLid',
        '',
        '! Values of another type (1)',
        '  tea.v1.pot.withLid: string → integer, also tea.v1.tray.pot.withLid',
        '',
        'Functions and namespaces added (1)',
        '  a.v1.a.x, also b.v1.b.x, c.v1.c.x and 2 more',
        '',
        '4 changes, 3 of them breaking (!)',
        '',
      ].join('\n'),
    );
  });

  it('are headings and lists in Markdown, and what an input says is code', () => {
    const odd = { ...retyped, places: ['tea.v1.pot["<b>`*`"]'] };
    expect(changesAsMarkdown([odd, added])).toBe(
      [
        '## Values of another type (breaking)',
        '',
        '* `tea.v1.pot["<b>\'*\'"]`: `string` → `integer`',
        '',
        '## Functions and namespaces added',
        '',
        '* `a.v1.a.x`, also `b.v1.b.x`, `c.v1.c.x` and 2 more',
        '',
      ].join('\n'),
    );
  });

  it('are complete in JSON', () => {
    expect(JSON.parse(changesAsJson([moved, added]))).toEqual([
      { ...moved, breaking: true },
      { ...added, breaking: false },
    ]);
  });

  it('may be none', () => {
    expect(changesAsText([])).toBe('No changes.\n');
    expect(changesAsMarkdown([])).toBe('No changes.\n');
    expect(changesAsJson([])).toBe('[]\n');
  });

  it('break if one of them does', () => {
    expect(hasBreakingChange([added, removed])).toBe(true);
    expect(hasBreakingChange([added])).toBe(false);
    expect(hasBreakingChange([])).toBe(false);
  });

  it('stay on their lines, are cut short and obey nobody', () => {
    const texts = { before: 'a\nb \u001b[31m', after: 'x'.repeat(1000) };
    const lines = changesAsText([{ kind: 'reworded', places: ['p'], ...texts }]).split('\n');
    expect(lines[1]).toBe(`  p: a b \\u001b[31m → ${'x'.repeat(199)}…`);
  });
});
