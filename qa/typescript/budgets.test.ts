import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import type { Kind, Library } from '../../packages/couplet/src/library/library.ts';
import { bindingName } from '../../packages/couplet/src/types/names.ts';
import { readDocuments } from '../support/documents.ts';
import { isThere, sharedPath, skipWithout } from '../support/shared.ts';
import { compilers, Workspace } from './workspace.ts';

const document = sharedPath('specs', 'openshift', 'openapi-4.20.json.gz');

/** How many types a compiler had to make, and how often it had to put one in for a type parameter. */
interface Counters {
  readonly types: number;
  readonly instantiations: number;
}

describe('what the TypeScript library of OpenShift 4.20 costs', () => {
  let workspace: Workspace | undefined;
  let library: Library = { groups: [] };

  beforeAll(async () => {
    if (!isThere(document)) return;
    workspace = new Workspace();
    library = workspace.addLibrary('4.20', await readDocuments([document], new Diagnostics()));
    workspace.write('empty.ts', 'export {};\n');
    workspace.write('one.ts', oneGroup);
    workspace.write('all.ts', everyKind(library));
  });

  afterAll(() => workspace?.remove());

  beforeEach((context) => skipWithout(context, document));

  it.each(compilers)('one group is a fraction of an empty project with $name', ({ path }) => {
    const { types, instantiations } = over('empty.ts', 'one.ts', path);
    expect(types).toBeGreaterThan(50);
    expect(types).toBeLessThanOrEqual(100);
    expect(instantiations).toBeLessThanOrEqual(70);
  });

  it.each(compilers)('every kind costs about twenty types with $name', ({ path }) => {
    const { types, instantiations } = over('empty.ts', 'all.ts', path);
    expect(types).toBeGreaterThan(1500);
    expect(types).toBeLessThanOrEqual(3200);
    expect(instantiations).toBeLessThanOrEqual(3500);
  });

  it('is small when compressed', () => {
    const size = (ending: string): number => gzipSync(readAll(ending)).length;
    expect(size('.d.ts')).toBeLessThanOrEqual(450_000);
    expect(size('.js')).toBeLessThanOrEqual(45_000);
  });

  function over(empty: string, file: string, compiler: string): Counters {
    const [base, counted] = [count(empty, compiler), count(file, compiler)];
    return {
      types: counted.types - base.types,
      instantiations: counted.instantiations - base.instantiations,
    };
  }

  function count(file: string, compiler: string): Counters {
    const options = { skipLibCheck: true };
    const output = workspace?.compile(compiler, [file], options, ['--extendedDiagnostics']) ?? '';
    expect(output).not.toContain('error');
    const counter = (name: string): number =>
      Number(new RegExp(`^${name}: +([0-9]+)$`, 'm').exec(output)?.[1]);
    return { types: counter('Types'), instantiations: counter('Instantiations') };
  }

  function readAll(ending: string): string {
    const paths = library.groups.flatMap(({ name, versions }) =>
      versions.map((version) => `4.20/${name}/${version.name}${ending}`),
    );
    return paths.map((path) => readFileSync(workspace?.pathOf(path) ?? '', 'utf8')).join('');
  }
});

/** A program like the one of the design. */
const oneGroup = `import { compose } from '@couplet/runtime';
import { route } from '@couplet/openshift/4.20/route/v1';
export const web = compose(
  route.new('web'),
  route.metadata.withLabels({ app: 'web' }),
  route.spec.withHost('web.apps.example.com'),
  route.spec.to.withName('web'),
  route.spec.withAlternateBackendsMixin({ kind: 'Service', name: 'canary', weight: 10 }),
);
`;

/** A program that makes a manifest of every kind that has a \`new\`, with labels where it has metadata. */
function everyKind({ groups }: Library): string {
  const lines = ["import { compose } from '@couplet/runtime';"];
  const modules = groups.flatMap(({ name, versions }) =>
    versions.map((version) => ({ path: `${name}/${version.name}`, kinds: version.kinds })),
  );
  for (const [index, { path, kinds }] of modules.entries()) {
    const module = `module${index}`;
    const manifests = kinds.flatMap((kind) => manifestOf(kind, module));
    if (manifests.length === 0) continue;
    lines.push(`import * as ${module} from '@couplet/openshift/4.20/${path}';`, ...manifests);
  }
  return `${lines.join('\n')}\n`;
}

function manifestOf({ key, newFunction }: Kind, module: string): readonly string[] {
  if (newFunction === undefined) return [];
  const kind = `${module}.${bindingName(key)}`;
  const parts = newFunction.takesName
    ? `${kind}.new('x'), ${kind}.metadata.withLabels({ app: 'x' })`
    : `${kind}.new()`;
  return [`export const ${module}_${key} = compose(${parts});`];
}
