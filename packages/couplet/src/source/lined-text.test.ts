import { expect, test } from 'vitest';
import { LinedText } from './lined-text.ts';

test('tells every offset of a text as line and column', () => {
  const lined = new LinedText('ab\n\r\nc');
  const positions = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const { line, column } = lined.positionAt(offset);
    return `${line}:${column}`;
  });
  expect(positions).toEqual(['1:1', '1:2', '1:3', '2:1', '2:2', '3:1', '3:2']);
});

test('counts columns in UTF-16 units', () => {
  expect(new LinedText('€𝄞x').positionAt(3)).toEqual({ line: 1, column: 4 });
});
