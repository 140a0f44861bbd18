import { gzipSync } from 'node:zlib';
import type { PackedFile } from '../../packages/couplet/src/testing/archives.ts';
import { packedFiles, tarOf, tgzOf, zipOf } from '../../packages/couplet/src/testing/archives.ts';
import {
  annotationsText,
  bundleFiles,
  chartFiles,
  chartText,
  crdText,
  serviceVersionText,
} from '../../packages/couplet/src/testing/packages.ts';
import type { HostileCase } from './case.ts';

type Outcome = HostileCase['outcome'];

/** A case of one archive in each format, `in.bin`. */
function packedCases(
  name: string,
  files: readonly PackedFile[],
  outcome: Outcome,
): readonly HostileCase[] {
  const formats = { tar: tarOf, tgz: tgzOf, zip: zipOf };
  return Object.entries(formats).map(([format, write]) => ({
    name: `${name}, as ${format}`,
    files: { 'in.bin': write(files) },
    options: ({ inputs }) => ['--from', `${inputs}/in.bin`],
    outcome,
  }));
}

const good: readonly PackedFile[] = [{ path: 'kettle.yaml', content: crdText('Kettle') }];
const bundle = packedFiles(bundleFiles());

const paths: readonly HostileCase[] = [
  '../../../canary.yaml',
  '/tmp/couplet-hostile.yaml',
  'C:\\windows\\a.yaml',
  'a/../../a.yaml',
  'a\\..\\..\\a.yaml',
].flatMap((path) =>
  packedCases(`a path ${path}`, [...good, { path, content: 'a' }], 'archive-path-unsafe'),
);

const link = { type: '2', mode: 0o120_777, method: 0, target: '../../../canary.txt' };

const entries: readonly HostileCase[] = [
  ...packedCases('links out of it', [...good, { path: 'a.yaml', ...link }], 'library'),
  ...packedCases(
    'a bundle whose manifests are a link',
    [
      ...bundle.filter(({ path }) => !path.startsWith('manifests/')),
      { path: 'manifests', ...link },
    ],
    'bundle-folder',
  ),
  ...packedCases(
    'a device',
    [...good, { path: 'a', type: '4', mode: 0o060_644 }],
    'archive-device',
  ),
  ...packedCases(
    'keys of prototypes',
    [{ path: '__proto__/constructor.json', content: crdText('Pot') }],
    'library',
  ),
  ...packedCases(
    'a wrong checksum',
    [{ path: 'a.yaml', content: 'a: 1', checksumOff: 1 }],
    'archive-broken',
  ),
  ...packedCases(
    'a folder and a file of one name',
    [{ path: 'kettle.yaml/', type: '5', method: 0 }, ...good],
    'library',
  ),
];

/** A chart in a chart in a chart, and so on. */
function nestedCharts(depth: number): Uint8Array {
  const inner = depth === 0 ? [] : [{ path: 'c/charts/c.tgz', content: nestedCharts(depth - 1) }];
  return tgzOf([{ path: 'c/Chart.yaml', content: chartText('c') }, ...inner]);
}

/** Reads one file: in a folder, what is no document is passed over. */
const oneFile: HostileCase['options'] = ({ inputs }) => ['--from', `${inputs}/in.json`];

const fiftyMebibytes = tgzOf([{ path: 'c/a.yaml', content: new Uint8Array(50 * 1024 * 1024) }]);

const zeros = gzipSync(new Uint8Array(1024 * 1024));

/** A hundred files in a folder, called like packed charts, that are 6 GiB of nothing together. */
function blanks(folder: string): Readonly<Record<string, Uint8Array>> {
  const blank = gzipSync(Buffer.alloc(63 * 1024 * 1024, ' '));
  return Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`${folder}b${index}.tgz`, blank]),
  );
}

const bombs: readonly HostileCase[] = [
  ...packedCases(
    'packed charts where a chart has its definitions',
    packedFiles({ ...chartFiles(), ...blanks('crds/charts/') }),
    'library',
  ),
  ...packedCases(
    'packed charts where a bundle has its manifests',
    packedFiles({
      'metadata/annotations.yaml': annotationsText({ 'manifests.v1': 'charts/' }),
      'charts/csv.yaml': serviceVersionText(),
      'charts/kettle.yaml': crdText('Kettle'),
      ...blanks('charts/'),
    }),
    'library',
  ),
  ...packedCases(
    'a chart of charts that unpack to a GiB',
    packedFiles({
      ...chartFiles(),
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`charts/c${index}.tgz`, fiftyMebibytes]),
      ),
    }),
    'archive-too-large',
  ),
  {
    name: 'a thousand parts of gzip data behind a tar archive',
    files: {
      'in.json': Buffer.concat([tgzOf(good), ...Array.from({ length: 1024 }, () => zeros)]),
    },
    options: oneFile,
    outcome: 'archive-too-large',
  },
  {
    name: 'charts in charts',
    files: { 'in.json': nestedCharts(20) },
    options: oneFile,
    outcome: 'archive-too-deep',
  },
];

const packages: readonly HostileCase[] = [
  ...['../../..', '/etc', '..\\..', 'manifests/../../../..', '__proto__'].map((folder) => ({
    name: `a bundle with its manifests in ${folder}`,
    files: {
      ...bundleFiles(),
      'metadata/annotations.yaml': annotationsText({ 'manifests.v1': folder }),
    },
    outcome: 'bundle-folder' as const,
  })),
];

export const archiveCases: readonly HostileCase[] = [...paths, ...entries, ...bombs, ...packages];
