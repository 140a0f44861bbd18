/** A layer of the code: a folder, or a file beside the folders. */
export interface Layer {
  readonly name: string;
  /** The layers that it may import. */
  readonly imports: ReadonlySet<string>;
  /** Whether browsers can have it: it reaches no module of Node. */
  readonly isForBrowsers: boolean;
}

/** The first cells of the table's head, by which it is found. */
const head = /^\| layer \|.*\| it imports \| runs in \|$/;

/**
 * Reads the table of layers out of a document. A row's cell "it imports" is `nothing`, `the ground above`, `the ground`,
 * `the ground and` some names, or `all above`; the ground is made of the layers that import nothing else. Layers of one
 * row are in their order, too.
 *
 * @throws {Error} where the table says something else, or allows what stands below
 */
export function readLayers(document: string): readonly Layer[] {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => head.test(line));
  if (start === -1) throw new Error('There is no table of layers');
  const layers: Layer[] = [];
  const ground = new Set<string>();
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const allowed = cells.at(-2) ?? '';
    for (const name of namesIn(cells[0] ?? '')) {
      if (layers.some((layer) => layer.name === name))
        throw new Error(`${name} stands in the table twice`);
      const imports = allowedBy(
        allowed,
        layers.map((layer) => layer.name),
        ground,
        name,
      );
      layers.push({ name, imports, isForBrowsers: cells.at(-1) === 'browsers' });
      if (allowed === 'nothing' || allowed === 'the ground above') ground.add(name);
    }
  }
  return layers;
}

function namesIn(cell: string): readonly string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name);
}

function allowedBy(
  cell: string,
  above: readonly string[],
  ground: ReadonlySet<string>,
  name: string,
): ReadonlySet<string> {
  if (cell === 'nothing') return new Set();
  if (cell === 'all above') return new Set(above);
  if (cell === 'the ground above' || cell === 'the ground') return new Set(ground);
  if (!/^the ground and `[^`]+`(?:, `[^`]+`)*$/.test(cell))
    throw new Error(`${name} imports what is unclear: ${cell}`);
  const named = namesIn(cell);
  const below = named.find((each) => !above.includes(each));
  if (below !== undefined)
    throw new Error(`${name} may not import ${below}, which does not stand above it`);
  return new Set([...ground, ...named]);
}
