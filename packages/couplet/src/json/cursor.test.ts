import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Problem } from '../diagnostic/problem.ts';
import { Cursor } from './cursor.ts';

const wrongType: Problem<{ expected: string; found: string }> = {
  code: 'tea-spilled',
  severity: 'warning',
  message: ({ expected, found }) => `expected ${expected}, found ${found}`,
  advice: 'Wipe it up.',
};

function open(
  value: unknown,
  describeValue?: (value: unknown) => string,
): { readonly root: Cursor; readonly problems: () => readonly string[] } {
  const diagnostics = new Diagnostics();
  const locator = {
    source: 'pot.json',
    locate: (paths: readonly unknown[]) => paths.map(() => undefined),
  };
  const describing = describeValue === undefined ? {} : { describe: describeValue };
  return {
    root: new Cursor(value, [], { locator, diagnostics, wrongType, ...describing }),
    problems: () =>
      diagnostics.list().map(({ code, path, message }) => `${code} ${path}: ${message}`),
  };
}

describe('a cursor', () => {
  it('reads values with their places', () => {
    const { root, problems } = open({
      kind: 'Pot',
      hot: false,
      spec: { lids: [{ size: 1 }], tags: ['a', ''] },
    });
    const spec = root.object('spec');
    expect([root.text('kind'), root.flag('hot'), spec?.texts('tags')]).toEqual([
      'Pot',
      false,
      ['a', ''],
    ]);
    expect(spec?.list('lids').map(({ path, value }) => [path, value])).toEqual([
      [['spec', 'lids', 0], { size: 1 }],
    ]);
    expect(root.members('spec').map(([name, { path }]) => [name, path])).toEqual([
      ['lids', ['spec', 'lids']],
      ['tags', ['spec', 'tags']],
    ]);
    expect(spec?.place).toEqual({ locator: root.locator, path: ['spec'] });
    expect(problems()).toEqual([]);
  });

  it.each([undefined, null])('takes %j for absent', (value) => {
    const { root, problems } = open({ a: value });
    expect([root.text('a'), root.flag('a'), root.object('a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([root.list('a'), root.texts('a'), root.members('a')]).toEqual([[], [], []]);
    expect(root.at('a').isAbsent).toBe(true);
    expect(problems()).toEqual([]);
  });

  it('takes an empty text for absent', () => {
    const { root, problems } = open({ a: '' });
    expect(root.text('a')).toBeUndefined();
    expect(problems()).toEqual([]);
  });

  it('reports each value of another type at its place, and leaves it out', () => {
    const { root, problems } = open({ a: 1, b: [1, 'x'], c: 'no' });
    expect([root.text('a'), root.flag('a'), root.object('b'), root.list('c')]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
    expect(root.texts('b')).toEqual(['x']);
    expect(root.members('c')).toEqual([]);
    expect(problems()).toEqual([
      'tea-spilled a: expected text, found a number',
      'tea-spilled a: expected true or false, found a number',
      'tea-spilled b: expected an object, found a list',
      'tea-spilled c: expected a list, found the text "no"',
      'tea-spilled b[0]: expected text, found a number',
      'tea-spilled c: expected an object, found the text "no"',
    ]);
  });

  it('reports what is needed and absent', () => {
    const { root, problems } = open({});
    expect(root.at('a').asObject('a pot')).toBeUndefined();
    expect(root.at('b').asList('a list of pots')).toBeUndefined();
    expect(root.at('c').asMembers()).toBeUndefined();
    expect(problems()).toEqual([
      'tea-spilled a: expected a pot, found nothing',
      'tea-spilled b: expected a list of pots, found nothing',
      'tea-spilled c: expected an object, found nothing',
    ]);
  });

  it('goes on below what is no object as if nothing were there', () => {
    const { root, problems } = open('Pot');
    expect(root.at('a').at('b').text('c')).toBeUndefined();
    expect(root.at('a').at('b').path).toEqual(['a', 'b']);
    expect(problems()).toEqual([]);
  });

  it('reads keys of its own only, whatever they are called', () => {
    const { root } = open(JSON.parse('{"a": {}, "b": {"__proto__": "x"}}'));
    expect(root.at('a').at('__proto__').value).toBeUndefined();
    expect(root.at('a').at('constructor').value).toBeUndefined();
    expect(root.at('b').text('__proto__')).toBe('x');
    expect(root.members('b').map(([name]) => name)).toEqual(['__proto__']);
  });

  it('does not show values that must not be shown', () => {
    const { root, problems } = open({ a: ['secret'] }, () => 'something');
    root.text('a');
    root.at('a').wrong('nothing');
    expect(problems()).toEqual([
      'tea-spilled a: expected text, found something',
      'tea-spilled a: expected nothing, found something',
    ]);
  });
});
