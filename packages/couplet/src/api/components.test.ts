import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedComponents } from './components.ts';

function components(
  graph: Readonly<Record<string, readonly string[]>>,
): readonly (readonly string[])[] {
  return connectedComponents(Object.keys(graph), (node) => graph[node] ?? []);
}

const nodes = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('connectedComponents', () => {
  it('puts children before parents', () => {
    expect(components({ a: ['b'], b: ['c'], c: [] })).toEqual([['c'], ['b'], ['a']]);
  });

  it('keeps together what leads back', () => {
    const found = components({ a: ['b'], b: ['c', 'd'], c: ['a'], d: [] });
    expect(found.map((component) => [...component].sort())).toEqual([['d'], ['a', 'b', 'c']]);
  });

  it('follows a chain of a hundred thousand nodes', () => {
    const found = connectedComponents(['0'], (node) =>
      node === '100000' ? [] : [`${Number(node) + 1}`],
    );
    expect(found).toHaveLength(100_001);
  });

  it('finds the nodes that reach each other, and no others', () => {
    const anyGraph = fc.dictionary(
      fc.constantFrom(...nodes),
      fc.array(fc.constantFrom(...nodes), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const graph = Object.fromEntries(nodes.map((node) => [node, edges[node] ?? []]));
        const found = components(graph);
        const indexOf = (node: string): number =>
          found.findIndex((component) => component.includes(node));
        for (const from of nodes) {
          for (const to of nodes) {
            const together = reaches(graph, from, to) && reaches(graph, to, from);
            expect(indexOf(from) === indexOf(to)).toBe(from === to || together);
            if (reaches(graph, from, to)) expect(indexOf(to)).toBeLessThanOrEqual(indexOf(from));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

function reaches(
  graph: Readonly<Record<string, readonly string[]>>,
  from: string,
  to: string,
): boolean {
  const open = [...(graph[from] ?? [])];
  const seen = new Set<string>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(graph[node] ?? []));
  }
  return false;
}
