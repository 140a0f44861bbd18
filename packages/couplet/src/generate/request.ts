import type { HelpStyle } from '../target/markdown/kind.ts';
import type { LibraryNaming } from '../target/library-naming.ts';

/** What can be generated. */
export const targets = ['jsonnet', 'markdown', 'typescript'] as const;
export type Target = (typeof targets)[number];

/** One library to be generated. */
export interface LibraryRequest extends LibraryNaming {
  /** Files, folders, archives, URLs, or `-` for standard input; none for the embedded OpenShift document. */
  readonly from: readonly string[];
  /** Which definitions get a place in the library; absent for the default choice. */
  readonly prefix: RegExp | undefined;
  /** The feature set of OpenShift whose kinds and fields are generated; absent for `Default`. */
  readonly featureSet: string | undefined;
  readonly targets: ReadonlySet<Target>;
  /** The npm package of the TypeScript library, which can have several labels. */
  readonly packageName: string;
  /** The folder that the library's files go into. */
  readonly out: string;
  readonly isSlim: boolean;
  readonly helpStyle: HelpStyle;
  /** Whether `doc-util` is generated even where another one would be found. */
  readonly withDocUtil: boolean;
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
const takenLabels: ReadonlySet<string> = new Set(['docs', 'doc-util', 'typescript']);

/** What a label has, for messages. */
export const labelRule: string =
  'at most 100 letters, digits, dots, hyphens and underscores, no dot or hyphen first, and is not docs, doc-util or typescript';

/** Whether a text can be a label: a folder of its own in the output. */
export function isLabel(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/.test(text) && !takenLabels.has(text.toLowerCase());
}

/** What a user may leave out of a request. */
export interface NamingChoices {
  readonly label?: string | undefined;
  readonly localName?: string | undefined;
  readonly repository?: string | undefined;
  readonly description?: string | undefined;
}

/** How the published library of the embedded document is called, so that ours takes its place. */
const published: LibraryNaming = {
  label: '4.5',
  localName: 'o',
  repository: 'github.com/jsonnet-libs/openshift-libsonnet',
  description: 'Generated Jsonnet library for OpenShift v4.5',
};

/**
 * Names a library where the user did not: the embedded document's as it is published, any other by its first
 * source (`specs/openapi-4.20.json.gz` gives the label `openapi-4.20`).
 *
 * @param own what the first source calls itself, if it does
 */
export function nameLibrary(
  choices: NamingChoices,
  from: readonly string[],
  own?: string,
): LibraryNaming {
  const [first] = from;
  const byDefault = first === undefined ? published.label : labelOf(first);
  const label = choices.label ?? (own === undefined ? byDefault : asLabel(own));
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

function labelOf(source: string): string {
  if (source === '-') return 'stdin';
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
