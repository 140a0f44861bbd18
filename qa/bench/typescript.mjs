// The TypeScript library at run time: loading, size, calls and compositions, against doing without it and against a peer.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import merge from 'lodash.merge';
import { Bench } from 'tinybench';
import { installLibrary, subject } from './install-library.mjs';
import { measureInTurn } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Prints the table of the TypeScript library of OpenShift 4.20, or of the embedded document where that is missing. */
export async function benchTypeScript() {
  const work = mkdtempSync(join(tmpdir(), 'couplet-bench-'));
  try {
    const library = installLibrary(work);
    console.log(`the TypeScript library of ${subject.name}`);
    benchSize(library);
    benchLoading(library, work);
    await benchCalls(library);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function benchSize(library) {
  for (const [what, ending, budget] of [
    ['declarations', '.d.ts', 450],
    ['code', '.js', 45],
  ]) {
    const text = filesOf(library, ending)
      .map((file) => readFileSync(file, 'utf8'))
      .join('');
    const kilobytes = (bytes) => `${(bytes.length / 1000).toFixed(0)} kB`;
    console.log(
      `  ${what}: ${kilobytes(Buffer.from(text))}, ${kilobytes(gzipSync(text))} with gzip, ` +
        `${kilobytes(brotliCompressSync(text))} with brotli (budget ${budget} kB compressed)`,
    );
  }
}

function benchLoading(library, work) {
  const programs = [
    ['nothing', []],
    ['one group', [join(library, 'route', 'v1.js')]],
    ['everything', filesOf(library, '.js')],
  ].map(([name, modules]) => {
    const file = join(work, `${name.replace(' ', '-')}.mjs`);
    writeFileSync(
      file,
      modules.map((module) => `import ${JSON.stringify(pathToFileURL(module).href)};\n`).join(''),
    );
    return { name, args: [file] };
  });
  const [nothing, ...others] = measureInTurn(programs, 7);
  for (const [index, { seconds }] of others.entries()) {
    const milliseconds = ((seconds - nothing.seconds) * 1000).toFixed(0);
    console.log(
      `  importing ${programs[index + 1].name}: ${milliseconds} ms over an empty module (budget ${[15, 120][index]} ms)`,
    );
  }
}

async function benchCalls(library) {
  const { route } = await import(pathToFileURL(join(library, 'route', 'v1.js')).href);
  const { compose } = await import(
    pathToFileURL(join(root, 'packages/runtime/dist/index.js')).href
  );
  const parts = () => [
    route.metadata.withName('web'),
    route.metadata.withNamespace('shop'),
    route.metadata.withLabels({ app: 'web' }),
    route.metadata.withLabelsMixin({ tier: 'front' }),
    route.spec.withHost('web.example.com'),
    route.spec.withPath('/'),
    route.spec.to.withName('web'),
    route.spec.to.withWeight(90),
    route.spec.withAlternateBackendsMixin([{ kind: 'Service', name: 'canary', weight: 10 }]),
  ];
  const nine = parts();
  const plain = nine.map((part) => JSON.parse(JSON.stringify(part)));
  const bench = new Bench({ time: 500, warmupTime: 200 });
  bench.add('a call (spec.withHost)', () => route.spec.withHost('web.example.com'));
  bench.add('the literal it stands for', () => ({ spec: { host: 'web.example.com' } }));
  bench.add('compose of nine parts', () => compose(...nine));
  bench.add('lodash merge of the same nine', () => merge({}, ...plain));
  bench.add('the same nine with spreads', () => spreadAll(plain));
  await bench.run();
  for (const { name, result } of bench.tasks) {
    console.log(`  ${name}: ${(result.throughput.mean / 1e6).toFixed(2)} million a second`);
  }
}

/** What a program without a library does: it spreads what is above, level by level. */
function spreadAll(parts) {
  let result = {};
  for (const part of parts) {
    result = {
      ...result,
      ...part,
      metadata: {
        ...result.metadata,
        ...part.metadata,
        labels: { ...result.metadata?.labels, ...part.metadata?.labels },
      },
      spec: { ...result.spec, ...part.spec, to: { ...result.spec?.to, ...part.spec?.to } },
    };
  }
  return result;
}

function filesOf(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(folder, name));
}
