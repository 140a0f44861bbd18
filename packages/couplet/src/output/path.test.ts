import { expect, test } from 'vitest';
import { whyUnsafe } from './path.ts';

test.each([
  'a',
  'a/b.md',
  '4.5/_gen/tea/v1/teapot.libsonnet',
  '.github/x',
  '..a',
  'a b',
  'ä/☕',
  'tea:pot',
])('%j may be written', (path) => {
  expect(whyUnsafe(path)).toBeUndefined();
});

test.each([
  ['', 'has an empty part'],
  ['/etc/passwd', 'is absolute'],
  ['C:/Windows/win.ini', 'is absolute'],
  ['a//b', 'has an empty part'],
  ['a/', 'has an empty part'],
  ['.', 'has the part .'],
  ['../a', 'has the part ..'],
  ['a/../../b', 'has the part ..'],
  ['a\\..\\b', 'has a backslash'],
  ['a\0b', 'has a NUL character'],
  ['a\uD800b', 'is no valid Unicode'],
  ['.couplet.json', 'starts like the files that Couplet keeps for itself'],
  ['.Couplet-staging/new/a', 'starts like the files that Couplet keeps for itself'],
  ['.git/hooks/post-checkout', 'leads into a Git repository'],
  ['a/.GIT/config', 'leads into a Git repository'],
  [`a/${'ä'.repeat(128)}`, 'has a part longer than 255 bytes'],
  [`${'a/'.repeat(600)}b`, 'is longer than 1024 bytes'],
])('%j may not be written', (path, reason) => {
  expect(whyUnsafe(path)).toBe(reason);
});
