import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'packages', 'couplet', 'src');

/** Module-level state that no program can see: answers that only depend on what they are kept for. */
const allowed: readonly string[] = [
  // Connections, which are used again as long as the environment names the same proxies.
  'net/proxy.ts: let last',
  // Texts of parts of a library or its types, which do not change.
  'target/jsonnet/kind.ts: const knownParts',
  'target/typescript/comment.ts: const commentsMade',
];

describe('the modules of the package', () => {
  it('keep nothing for the whole process that a program could see', () => {
    const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|^testing\//.test(path))
      .flatMap((path) =>
        stateIn(readFileSync(join(source, path), 'utf8')).map((state) => `${path}: ${state}`),
      );
    expect(found.sort()).toEqual(allowed);
  });
});

describe('the search for state', () => {
  it('finds variables, and collections that are filled later', () => {
    const text = [
      'let last: Tea | undefined;',
      'export let count = 0;',
      'const kettles = new Map<string, Kettle>();',
      'const seen: WeakSet<Tea> = new WeakSet();',
      'const blends: Blend[] = [];',
      'const known: Record<string, Tea> = {};',
      'const nothing: ReadonlyMap<string, Tea> = new Map();',
      "const fixed: ReadonlySet<string> = new Set(['tea']);",
      'function brew() {\n  let own = 1;\n  const cups = new Map();\n}',
    ].join('\n');
    expect(stateIn(text)).toEqual([
      'let last',
      'let count',
      'const kettles',
      'const seen',
      'const blends',
      'const known',
    ]);
  });
});

/** Finds what a module can change at its top level. */
function stateIn(text: string): readonly string[] {
  const empty = String.raw`(?:new \w+(?:<.*>)?\(\)|\[\]|\{\})`;
  const state = new RegExp(
    String.raw`^(?:export )?(?:(let \w+)|(const \w+)(?:: (?!Readonly|readonly).*)? = ${empty};)`,
    'gm',
  );
  return [...text.matchAll(state)].map(([, variable, constant]) => variable ?? constant ?? '');
}
