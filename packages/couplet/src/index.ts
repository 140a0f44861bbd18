// The public face of the package, for programs. What is here is pinned by docs/public-api.md; nothing keeps a state for
// the whole process. What takes time to load is loaded when it is first called.
import type { Streams } from './cli/streams.ts';
import type { Change } from './compare/change.ts';
import type { DiffChoice } from './program/diff.ts';
import type { GenerateChoice, Generated } from './program/generate.ts';
import type { LoadChoice } from './program/load.ts';
import type { LoadedApi } from './program/loaded-api.ts';
import type { RenderChoice } from './program/render.ts';
import type { Manifest } from './render/manifests.ts';

/**
 * Loads an API from files, folders, addresses, or names such as `openshift@4.20`; the OpenShift document that comes with
 * Couplet where nothing is named.
 *
 * @throws {CoupletError} where a document has errors; errors of the file system where a store cannot be written
 */
export async function loadApi(choice: LoadChoice = {}): Promise<LoadedApi> {
  const program = await import('./program/load.ts');
  return program.loadApi(choice);
}

/**
 * Generates a library: brings its files in a folder to what the sources say, all or nothing.
 *
 * @throws {CoupletError} where an input has errors, or the folder cannot be written; then nothing was changed
 * @throws {RangeError} where the label cannot be a folder
 */
export async function generate(choice: GenerateChoice): Promise<Generated> {
  const program = await import('./program/generate.ts');
  return program.generate(choice);
}

/**
 * Tells what changed from one API to another for those who use its library, in the names of its functions.
 *
 * @throws {CoupletError} where a document has errors
 */
export async function diff(choice: DiffChoice): Promise<readonly Change[]> {
  const program = await import('./program/diff.ts');
  return program.diff(choice);
}

/**
 * Runs a TypeScript, JavaScript or Jsonnet program, and gives the manifests that it exports.
 *
 * @throws {CoupletError} where the program fails, or gives something else
 */
export async function render(choice: RenderChoice): Promise<readonly Manifest[]> {
  const program = await import('./program/render.ts');
  return program.render(choice);
}

/**
 * Runs a command as the shell would: `main(['generate', '--out', 'lib'], process)`. It never throws.
 *
 * @returns the exit code, one of {@link exitCodes}
 */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  const program = await import('./cli/main.ts');
  return program.main(args, streams);
}

export { exitCodes } from './cli/streams.ts';
// What authors of targets need besides types.
export { apiVersionOf } from './api/group-version-kind.ts';
export { objectMetaName } from './api/object-meta.ts';
export { compareNames } from './text/compare-names.ts';
export { hash } from './text/hash.ts';
export { safeName } from './text/safe-name.ts';

export { changeKinds } from './compare/change.ts';
export { CoupletError } from './program/error.ts';
export { openApi } from './program/open-stored.ts';
export { StoreError } from './load/store/read-store.ts';
export { formatFieldPath, parseFieldPath } from './api/field-path.ts';
export {
  beginningOf,
  customResourcePackage,
  defineProblems,
  isJsonObject,
  isOfCustomResources,
  isRootOfAll,
  nothingToRead,
  ownValue,
  packageRoots,
  placeInText,
  readDocuments,
  severalPackages,
  shorten,
  textAt,
  valueAt,
} from './reader/dialect/dialect.ts';
export { defaultTargets, targets } from './target/targets.ts';
export { isGiven, slimOption, textOf } from './target/option.ts';

export type { Api } from './api/api.ts';
export type { DownloadOptions } from './catalog/open.ts';
export type { Definition, Definitions, GroupVersionKind, Origin, Scope } from './api/definition.ts';
export type { FieldPath, Step } from './api/field-path.ts';
export type { ApiField } from './api/field.ts';
export type { ApiKind, KindNames } from './api/kind.ts';
export type { Resolved, ResolvedSchema, Resolver } from './api/resolve.ts';
export type {
  PrinterColumn,
  Resource,
  ResourceFacts,
  ResourceOrigin,
  ScalePaths,
} from './api/resource.ts';
export type { Streams } from './cli/streams.ts';
export type { Change, ChangeKind } from './compare/change.ts';
export type { Diagnostic } from './diagnostic/diagnostics.ts';
export type { Locator, Path, Place, Position } from './diagnostic/place.ts';
export type { Problem, ProblemText, Severity } from './diagnostic/problem.ts';
export type { Call } from './library/calls.ts';
export type {
  AdderMember,
  ArrayField,
  Field,
  FieldBase,
  Group,
  Kind,
  Library,
  MapField,
  Member,
  NamespaceMember,
  NewFunction,
  ObjectField,
  ScalarField,
  SetterMember,
  Shape,
  Version,
} from './library/library.ts';
export type { Json } from './json/json.ts';
export type { PlacedKind } from './library/placed-kinds.ts';
export type { Statistics } from './library/statistics.ts';
export type { OutputChanges } from './output/write-output.ts';
export type { DiffChoice } from './program/diff.ts';
export type { GenerateChoice, Generated } from './program/generate.ts';
export type { LoadChoice } from './program/load.ts';
export type { FieldCalls, FoundCall, LibraryNames, LoadedApi } from './program/loaded-api.ts';
export type { RenderChoice } from './program/render.ts';
export type { SourceChoice } from './program/sources.ts';
export type { Manifest } from './render/manifests.ts';
export type { Limit } from './schema/limits.ts';
export type {
  AnySchema,
  ArraySchema,
  ObjectSchema,
  ReferenceSchema,
  ScalarSchema,
  Schema,
  SchemaFacts,
  TypeName,
  ValidationRule,
} from './schema/schema.ts';
export type { LibraryNaming } from './target/library-naming.ts';
export type {
  FlagOption,
  OptionBase,
  TargetOption,
  TargetOptionValues,
  TextOption,
} from './target/option.ts';
export type { Target, TargetSetting, TargetSubject } from './target/target.ts';
export type { OutputFile } from './text/output-file.ts';
export type {
  AliasData,
  DataType,
  Described,
  FunctionsType,
  InterfaceData,
  KindExport,
  NamedType,
  Property,
  ServedNames,
  TypedField,
  TypeLibrary,
  TypeModule,
  ValueType,
} from './types/types.ts';
export type { ServedKinds } from './reader/dialect/discovery.ts';
export type {
  AnyDialect,
  CustomResource,
  Diagnostics,
  Dialect,
  DocumentDialect,
  Findings,
  JsonObject,
  Package,
  PackageDialect,
  ProblemCauses,
  Problems,
  SourceDocument,
  SourceFiles,
} from './reader/dialect/dialect.ts';
