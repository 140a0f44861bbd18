import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** What a module takes from another one. */
export interface Import {
  /** As it is written: `../json/object.ts`, `node:fs`. */
  readonly name: string;
  readonly line: number;
  /** `type` where nothing of it is left at run time. */
  readonly kind: 'value' | 'type' | 'dynamic';
}

/**
 * Finds all imports of a TypeScript program: `import`, `export … from`, `import()` and types by `import()`. What is only
 * known at run time, such as `import(name)`, is none.
 */
export function importsOf(program: string): readonly Import[] {
  const tokens = tokensOf(program);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || isProperty(tokens, index)) return [];
    if (token.value === 'import') return importAt(tokens, index) ?? [];
    return token.value === 'export' ? (exportAt(tokens, index) ?? []) : [];
  });
}

function isProperty(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return before?.value === '.' || (after?.kind === 'mark' && [':', ',', '?'].includes(after.value));
}

function importAt(tokens: readonly Token[], index: number): Import | undefined {
  const { line = 0 } = tokens[index] ?? {};
  const [next, second] = tokens.slice(index + 1);
  if (next?.kind === 'text') return { name: next.value, line, kind: 'value' };
  if (next?.value === '(') {
    // `typeof import('…')` is a type; as a value it would say nothing of the module.
    const kind = tokens[index - 1]?.value === 'typeof' ? 'type' : 'dynamic';
    return second?.kind === 'text' ? { name: second.value, line, kind } : undefined;
  }
  // `import.meta`
  if (next?.value === '.') return undefined;
  return { name: nameBehind(tokens, index), line, kind: kindAt(tokens, index) };
}

/** `export { a } from '…'`, `export * from '…'`; all other exports come from nowhere. */
function exportAt(tokens: readonly Token[], index: number): Import | undefined {
  const { line = 0 } = tokens[index] ?? {};
  const first = tokens[index + 1]?.value === 'type' ? index + 2 : index + 1;
  const opening = tokens[first];
  if (opening?.kind !== 'mark' || !['{', '*'].includes(opening.value)) return undefined;
  const end = tokens.findIndex(({ value }, at) => at > first && value === '}');
  if (opening.value === '{' && tokens[end + 1]?.value !== 'from') return undefined;
  return { name: nameBehind(tokens, index), line, kind: kindAt(tokens, index) };
}

function nameBehind(tokens: readonly Token[], index: number): string {
  const from = tokens.findIndex(
    ({ kind, value }, at) =>
      at > index && kind === 'word' && value === 'from' && tokens[at + 1]?.kind === 'text',
  );
  return tokens[from + 1]?.value ?? '';
}

/** `import type { A }`, but not `import { type A }`, which stays at run time, nor `import type from`. */
function kindAt(tokens: readonly Token[], index: number): 'value' | 'type' {
  const [next, second] = tokens.slice(index + 1);
  return next?.value === 'type' && second?.value !== 'from' && second?.value !== ','
    ? 'type'
    : 'value';
}
