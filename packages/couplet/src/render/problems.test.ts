import { expect, test } from 'vitest';
import { renderProblems } from './problems.ts';

test('where a module throws, the calls that led there are told', () => {
  const { message } = renderProblems['module-failed'];
  const calls = ['app.ts:1:2', 'app.ts:3:4'];
  expect(message({ thrown: 'Error: no lid', calls })).toBe(
    'Error: no lid (called at app.ts:1:2, app.ts:3:4)',
  );
  expect(message({ thrown: 'Error: no lid', calls: [] })).toBe('Error: no lid');
});
