import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Path } from '../diagnostic/place.ts';
import { rawSource } from './document.ts';
import { parseSource } from './parse.ts';

/** A printed value, and where each of its keys and items stands, as `line:column`. */
interface Printed {
  text: string;
  readonly paths: Path[];
  readonly places: string[];
}

/** Prints a value as JSON, with some white space wherever JSON allows it. */
function print(value: unknown, prefix: string, whiteSpace: () => string): Printed {
  const printed: Printed = { text: prefix + whiteSpace(), paths: [], places: [] };
  printValue(value, [], printed, whiteSpace);
  printed.text += whiteSpace();
  return printed;
}

function printValue(value: unknown, path: Path, to: Printed, whiteSpace: () => string): void {
  if (typeof value !== 'object' || value === null) {
    to.text += JSON.stringify(value);
    return;
  }
  const isArray = Array.isArray(value);
  to.text += (isArray ? '[' : '{') + whiteSpace();
  for (const [index, [key, member]] of Object.entries(value).entries()) {
    if (index > 0) to.text += `,${whiteSpace()}`;
    const memberPath = [...path, isArray ? index : key];
    to.paths.push(memberPath);
    to.places.push(placeOfEnd(to.text));
    if (!isArray) to.text += `${JSON.stringify(key)}${whiteSpace()}:${whiteSpace()}`;
    printValue(member, memberPath, to, whiteSpace);
    to.text += whiteSpace();
  }
  to.text += isArray ? ']' : '}';
}

function placeOfEnd(text: string): string {
  const lines = text.split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

/** Values whose keys are often odd ones. */
const anyValue = fc.letrec<{ value: unknown }>((tie) => {
  const key = fc.oneof(
    fc.string({ maxLength: 8, unit: 'grapheme' }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '"',
      '\\',
      '<<',
      'a: b',
      '- a',
      '#',
      '\n',
      '&a',
      '*',
    ),
  );
  return {
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.string({ maxLength: 8 }), fc.double({ noDefaultInfinity: true, noNaN: true })),
      fc.constantFrom(null, true, false, 0, -1, '', 'yes', '1', '~', '}', '"]', '2001-01-01', 'e5'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  };
}).value;

const anyContainer = fc.oneof(
  fc.array(anyValue, { maxLength: 5 }),
  fc.dictionary(fc.string({ maxLength: 5 }), anyValue, { maxKeys: 5 }),
);

/** Where in turn some white space is taken from. */
function cycle(pieces: readonly string[]): () => string {
  let index = 0;
  return () => pieces[(index += 1) % pieces.length] ?? '';
}

async function parseOne(text: string) {
  const diagnostics = new Diagnostics();
  const [document] = await parseSource(rawSource('input', Buffer.from(text)), diagnostics);
  expect(diagnostics.list()).toEqual([]);
  return document;
}

async function locateAll(text: string, paths: readonly Path[]): Promise<readonly string[]> {
  const document = await parseOne(text);
  const positions = document?.locate(paths) ?? [];
  return positions.map((position) => `${position?.line}:${position?.column}`);
}

describe('whatever the data', () => {
  test('every path of a JSON text leads to where it was printed', async () => {
    const spaces = fc.array(fc.constantFrom('', ' ', '\n', '\t', '\r\n'), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(anyContainer, spaces, async (value, pieces) => {
        const { text, paths, places } = print(value, '', cycle(pieces));
        expect(await locateAll(text, paths)).toEqual(places);
      }),
    );
  });

  test('every path of a YAML text leads to where it was printed', async () => {
    const spaces = fc.array(fc.constantFrom('', ' ', '  '), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(anyContainer, spaces, async (value, pieces) => {
        const { text, paths, places } = print(value, '# not JSON\n---\n', cycle(pieces));
        expect(await locateAll(text, paths)).toEqual(places);
      }),
    );
  });

  test('JSON, YAML in flow style and YAML in block style parse to the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyContainer, async (value) => {
        const json = JSON.stringify(value);
        // YAML has a negative zero, which JSON.stringify does not write.
        const plain: unknown = JSON.parse(json);
        const block = stringify(plain, { compat: 'yaml-1.1', lineWidth: 0 });
        expect((await parseOne(`# not JSON\n${json}`))?.value).toEqual(plain);
        expect((await parseOne(`# not JSON\n${block}`))?.value).toEqual(plain);
      }),
    );
  });
});
