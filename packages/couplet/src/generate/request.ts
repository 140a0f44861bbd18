import { parseSourceName } from '../source/source-name.ts';
import type { LibraryNaming } from '../target/library-naming.ts';
import type { TargetOptionValues } from '../target/option.ts';
import type { Target } from '../target/target.ts';
import { targets } from '../target/targets.ts';

/** One library to be generated. */
export interface LibraryRequest extends LibraryNaming {
  /** Files, folders, archives, URLs, or `-` for standard input; none for the embedded OpenShift document. */
  readonly from: readonly string[];
  /** A pattern for the names of definitions that get a place in the library; absent for the default choice. */
  readonly prefix: RegExp | undefined;
  /** The feature set of OpenShift whose kinds and fields are generated; absent for `Default`. */
  readonly featureSet: string | undefined;
  /** The targets that are generated; one of a user's own is given as it is. */
  readonly targets: readonly Target[];
  readonly targetOptions: TargetOptionValues;
  /** The folder that the library's files go into. */
  readonly out: string;
  /** A folder of `.libsonnet` files that are added to the library. */
  readonly patches: string | undefined;
  /** A folder that is copied beside the library. */
  readonly extensions: string | undefined;
}

/** A library to be generated that gets its name once its sources are opened. */
export interface UnnamedRequest extends Omit<LibraryRequest, keyof LibraryNaming> {
  readonly naming: NamingChoices;
}

/** Folders of the output that are not a library's own. */
const takenLabels: readonly string[] = targets.flatMap(({ folders }) => folders);

/** The rule that labels follow, for messages. */
export const labelRule: string =
  'at most 100 letters, digits, dots, hyphens and underscores, no dot or hyphen first, and is not ' +
  `${takenLabels.slice(0, -1).join(', ')} or ${takenLabels.at(-1)}`;

/** Tells whether a text can be a label: a folder of its own in the output. */
export function isLabel(text: string): boolean {
  return (
    /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/.test(text) && !takenLabels.includes(text.toLowerCase())
  );
}

/** The parts of a library's naming that a user may leave out of a request. */
export interface NamingChoices {
  readonly label?: string | undefined;
  /** The version that the first source stands for, if that is a name of the catalog: `5.1` for `openshift@latest`. */
  readonly version?: string | undefined;
  readonly localName?: string | undefined;
  readonly repository?: string | undefined;
  readonly description?: string | undefined;
}

/** The naming of the published library of the embedded document, so that ours takes its place. */
const published: LibraryNaming = {
  label: '4.5',
  localName: 'o',
  repository: 'github.com/jsonnet-libs/openshift-libsonnet',
  description: 'Generated Jsonnet library for OpenShift v4.5',
};

/**
 * Names a library where the user did not: the embedded document's as it is published, any other by its first
 * source (`specs/openapi-4.20.json.gz` gives the label `openapi-4.20`), and a release of the catalog by its version.
 *
 * @param own what the first source calls itself, if it does
 */
export function nameLibrary(
  choices: NamingChoices,
  from: readonly string[],
  own?: string,
): LibraryNaming {
  const [first] = from;
  const label = choices.label ?? labelOf(first, choices.version, own);
  const isEmbedded = first === undefined;
  return {
    label,
    localName: choices.localName ?? published.localName,
    repository: choices.repository ?? (isEmbedded ? published.repository : ''),
    description:
      choices.description ??
      (isEmbedded && label === published.label
        ? published.description
        : `Generated Jsonnet library for ${label}`),
  };
}

function labelOf(
  source: string | undefined,
  version: string | undefined,
  own: string | undefined,
): string {
  const named = source === undefined ? undefined : parseSourceName(source);
  if (named?.kind === 'catalog') return asLabel(version ?? named.version);
  if (own !== undefined) return asLabel(own);
  if (named?.kind === 'stdin') return 'stdin';
  return source === undefined ? published.label : labelOfAddress(source);
}

/** The label after a file, a folder or an address. */
function labelOfAddress(source: string): string {
  const name =
    source
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  return asLabel(name.replace(/\.gz$/i, '').replace(/\.(json|ya?ml|tgz|tar|zip)$/i, ''));
}

/** The label that is nearest to a text. */
function asLabel(text: string): string {
  const label = text
    .slice(0, 100)
    .replaceAll(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^[.-]+/, '');
  if (label === '') return 'library';
  return isLabel(label) ? label : `${label}_`;
}
