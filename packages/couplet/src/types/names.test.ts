import { describe, expect, it } from 'vitest';
import { bindingName, inlineTypeName, typeName, UniqueNames } from './names.ts';

describe('typeName', () => {
  it.each([
    ['Route', 'Route'],
    ['TLSConfig', 'TLSConfig'],
    ['Patch', 'Patch'],
    ['teapot-lid.v2', 'teapot_lid_v2'],
    ['string', 'string_'],
    ['await', 'await_'],
    ['teaPot', 'teaPot'],
    ['2Cups', 'T2Cups'],
    ['__proto__', 'T__proto__'],
    ['', 'T'],
    ['Thé', 'Th_'],
  ])('calls the type of %j %s', (name, expected) => {
    expect(typeName(name)).toBe(expected);
  });

  it('shortens names that would grow without end, and keeps different ones different', () => {
    const names = ['a', 'b'].map((end) => typeName(`T${'x'.repeat(100_000)}${end}`));
    expect(names[0]).toHaveLength(209);
    expect(names[0]).not.toBe(names[1]);
  });
});

describe('inlineTypeName', () => {
  it.each([
    [['spec'], 'TeapotSpec'],
    [['spec', 'lids', '*'], 'TeapotSpecLids'],
    [['spec', 'x-foo.bar'], 'TeapotSpecXFooBar'],
    [['spec', '$ref'], 'TeapotSpecRef'],
    [['*'], 'TeapotItem'],
    [['*', 'lid'], 'TeapotLid'],
  ])('calls the object at %j %s', (path, expected) => {
    expect(inlineTypeName('Teapot', path)).toBe(expected);
  });
});

describe('bindingName', () => {
  it.each([
    ['route', 'route'],
    ['import', 'import_'],
    ['package', 'package_'],
    ['arguments', 'arguments_'],
    ['a-b.c', 'a_b_c'],
    ['1st', '_1st'],
    ['', '_'],
  ])('names the constant of %j %s', (name, expected) => {
    expect(bindingName(name)).toBe(expected);
  });
});

describe('UniqueNames', () => {
  it('takes what belongs to a name with it', () => {
    const names = new UniqueNames(['Fields']);
    expect(names.take('Cup')).toBe('Cup');
    expect(names.take('CupFields')).toBe('CupFields_');
    const others = new UniqueNames(['Fields']);
    expect(others.take('CupFields')).toBe('CupFields');
    expect(others.take('Cup')).toBe('Cup_');
  });

  it('falls back on other names in their order', () => {
    const names = new UniqueNames();
    const take = (): string => names.take('a', () => ['b', 'c']);
    expect([take(), take(), take(), take(), take()]).toEqual(['a', 'b', 'c', 'c_', 'c__']);
  });
});
