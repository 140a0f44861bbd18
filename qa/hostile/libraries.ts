import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { compareNames } from '../../packages/couplet/src/text/compare-names.ts';
import { joinFiles } from '../conformance/joined.ts';
import { chunks, evaluate, inParallel, unformatted } from '../conformance/jsonnet.ts';
import { docUtil } from '../../packages/couplet/src/target/jsonnet/doc-util.ts';
import { newKeyword } from './names.ts';
import type { Outcome, Sandbox } from './sandbox.ts';
import { label } from './sandbox.ts';

/**
 * Calls every function below an object, all with the same argument, and reads every line of documentation.
 * `mixin` is the kind itself once more.
 */
const functions = `
local isDocumentation(name) = std.startsWith(name, '#');
local read(value) = if std.length(std.toString(value)) > 0 then 0 else 1;
local call(f) = if std.length(f) == 0 then f() else f('tea');
local sum(numbers) = std.foldl(function(left, right) left + right, numbers, 0);
local visit(value) =
  if std.isFunction(value) then 1 + read(call(value))
  else if std.isObject(value) then sum([
    if isDocumentation(name) then read(value[name]) else visit(value[name])
    for name in std.objectFieldsAll(value)
    if name != 'mixin'
  ])
  else error 'neither a function nor an object';
local namesIn(object) = [name for name in std.objectFieldsAll(object) if name != '#'];
local kindsIn(library) = std.sort([
  group + '/' + version + '/' + kind
  for group in namesIn(library)
  for version in namesIn(library[group])
  for kind in namesIn(library[group][version])
]);
`;

/** Going through objects that are a hundred levels deep takes more stack than calling their functions. */
const deep = ['--max-stack', '5000'];

/** A library that was generated, to be looked at later. */
export interface Generated {
  readonly sandbox: Sandbox;
  /** The paths of its files in the output folder. */
  readonly files: readonly string[];
  /** How many functions it is reported to have. */
  readonly functions: number | undefined;
}

/** The library that a run generated, if any. */
export function generatedBy({ sandbox, files, report, result }: Outcome): readonly Generated[] {
  return result.code === 0 ? [{ sandbox, files, functions: report?.functions }] : [];
}

/**
 * Checks that the libraries list all their kinds and no others, that all functions of the kinds run, that there are as
 * many as reported, and that the files are formatted as `jsonnetfmt` would do it. Of equal libraries one is enough.
 */
export async function checkInJsonnet(
  folder: string,
  libraries: readonly Generated[],
): Promise<void> {
  expect(libraries.length).toBeGreaterThan(0);
  mkdirSync(join(folder, 'doc-util'), { recursive: true });
  writeFileSync(join(folder, docUtil.path), docUtil.text);
  const different = [...new Map(libraries.map((each) => [contentOf(each), each])).values()];
  await inParallel(chunks(different, 8), async (some, index) => {
    const program = some.map((library) => programOf(folder, library)).join(',\n');
    const found = await evaluate(
      folder,
      `program-${index}`,
      `${functions}[\n${program}\n]\n`,
      deep,
    );
    expect(found).toEqual(
      some.map((library) => ({ kinds: kindsOf(library), functions: library.functions })),
    );
  });
  const files = different
    .flatMap(({ sandbox, files: written }) => written.map((file) => join(sandbox.out, file)))
    .filter((file) => file.endsWith('.libsonnet'))
    .filter((file) => !readFileSync(file, 'utf8').includes(`'${newKeyword}'`));
  expect(await unformatted(files)).toBe('');
}

/**
 * What a library has, as Jsonnet. Its files are not imported, but part of the program: jsonnet 0.18 takes 15 ms and 4 MB
 * for each import. Only a library with patches is imported, for their names may be as odd as a file's can be.
 */
function programOf(folder: string, { sandbox, files }: Generated): string {
  const main = `${sandbox.out.slice(folder.length + 1)}/${label}/main.libsonnet`;
  const index = files.some((file) => file.startsWith(`${label}/_custom/`))
    ? `import ${JSON.stringify(main)}`
    : joinFiles({ label, folder: sandbox.out }, []);
  const kinds = files
    .filter((file) => kindIn(file) !== undefined)
    .map((file) => `visit((${readFileSync(join(sandbox.out, file), 'utf8')}))`);
  return `{ kinds: kindsIn((${index})), functions: sum([${kinds.join(',\n')}]) }`;
}

function kindsOf({ files }: Generated): readonly string[] {
  return files.flatMap((file) => kindIn(file) ?? []).sort(compareNames);
}

/** The kind whose file it is: group, version and key. */
function kindIn(file: string): string | undefined {
  const kind = /^[^/]+\/_gen\/([^/]+\/[^/]+\/[^/]+)\.libsonnet$/.exec(file)?.[1];
  return kind?.endsWith('/main') === true ? undefined : kind;
}

function contentOf({ sandbox, files }: Generated): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(sandbox.out, file)));
  return hash.digest('hex');
}
