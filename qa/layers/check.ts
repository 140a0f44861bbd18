import { posix } from 'node:path';
import type { Import } from './imports.ts';
import { importsOf } from './imports.ts';
import type { Layer } from './table.ts';

/** Programs by their paths from the folder that has the layers. */
export type Programs = ReadonlyMap<string, string>;

/** An import that leads to another file of the layers. */
interface Arrow extends Import {
  readonly to: string;
}

/** The imports of each file that lead to other files of the layers. */
function arrowsOf(programs: Programs): ReadonlyMap<string, readonly Arrow[]> {
  return new Map(
    [...programs].map(([file, program]) => [
      file,
      importsOf(program)
        .filter(({ name }) => name.startsWith('.'))
        .map((found) => ({ ...found, to: posix.join(posix.dirname(file), found.name) })),
    ]),
  );
}

/** The layer of a file: its folder, or, where it lies in none, itself. */
function layerOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** Tells which imports go against the table, and where the table and the folders are not about the same. */
export function checkArrows(programs: Programs, layers: readonly Layer[]): readonly string[] {
  const known = new Map(layers.map((layer) => [layer.name, layer]));
  const found = new Set([...programs.keys()].map(layerOf));
  const problems = [
    ...[...found]
      .filter((name) => !known.has(name))
      .map((name) => `${name} is missing in the table`),
    ...[...known.keys()]
      .filter((name) => !found.has(name))
      .map((name) => `${name} is in the table, and nowhere else`),
  ];
  for (const [file, arrows] of arrowsOf(programs)) {
    const from = layerOf(file);
    const imports = known.get(from)?.imports;
    for (const { to, line } of arrows) {
      if (!programs.has(to)) problems.push(`${file}:${line}: ${to} is no file of the layers`);
      else if (layerOf(to) !== from && imports?.has(layerOf(to)) === false) {
        const allowed = imports.size === 0 ? 'nothing' : [...imports].join(', ');
        problems.push(
          `${file}:${line}: ${from} → ${layerOf(to)} (${to}); ${from} may import ${allowed}`,
        );
      }
    }
  }
  return problems;
}

/**
 * Finds the files of layers for browsers that reach a module that browsers lack, by what is left at run time: of each
 * the shortest way there.
 */
export function checkBrowsers(programs: Programs, layers: readonly Layer[]): readonly string[] {
  const forBrowsers = layers.filter(({ isForBrowsers }) => isForBrowsers);
  const names = new Set(forBrowsers.map(({ name }) => name));
  const files = [...programs.keys()].filter((file) => names.has(layerOf(file)));
  return files.flatMap((file) => wayToNode(file, programs) ?? []);
}

function wayToNode(start: string, programs: Programs): string | undefined {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  // A map can grow while it is walked.
  for (const [file, way] of ways) {
    for (const { name, kind, line } of importsOf(programs.get(file) ?? '')) {
      if (kind === 'type') continue;
      if (name.startsWith('node:')) return `${way.join(' → ')}:${line} → ${name}`;
      const to = posix.join(posix.dirname(file), name);
      if (name.startsWith('.') && !ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return undefined;
}

/** Finds the files that reach themselves, by imports of any kind. Each cycle is told once, by its first file. */
export function findCycles(programs: Programs): readonly string[] {
  const arrows = arrowsOf(programs);
  const cycles: string[] = [];
  const told = new Set<string>();
  for (const start of [...arrows.keys()].sort()) {
    const ways = new Map<string, readonly string[]>();
    const queue: (readonly string[])[] = [[start]];
    for (const way of queue) {
      for (const { to } of arrows.get(way.at(-1) ?? '') ?? []) {
        if (ways.has(to)) continue;
        ways.set(to, [...way, to]);
        queue.push([...way, to]);
      }
    }
    const cycle = ways.get(start);
    if (cycle === undefined || cycle.some((file) => told.has(file))) continue;
    for (const file of cycle) told.add(file);
    cycles.push(cycle.join(' → '));
  }
  return cycles;
}
