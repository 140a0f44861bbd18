import type { Group, Library } from '../../packages/couplet/src/library/library.ts';
import { countLibrary } from '../../packages/couplet/src/library/statistics.ts';

/** A library by the name of its release. */
export interface Release {
  readonly name: string;
  readonly library: Library;
}

/** How much a release, or a group of one, has. */
export interface Counts {
  readonly groups: number;
  /** Versions, each counted in every group that has it. */
  readonly versions: number;
  readonly kinds: number;
  readonly kindsWithNew: number;
  readonly functions: number;
}

/** Counts what is in a library. */
export function countsOf(library: Library): Counts {
  const versions = library.groups.flatMap((group) => group.versions);
  const kinds = versions.flatMap((version) => version.kinds);
  return {
    ...countLibrary(library),
    versions: versions.length,
    kindsWithNew: kinds.filter(({ newFunction }) => newFunction !== undefined).length,
  };
}

const introduction = `# What each release has

The libraries that every function is called of, in both languages, before a change of Couplet is accepted. A kind is
what has an entry of its own, \`o.<group>.<version>.<kind>\`; one with \`new\` is served by the API, the others are parts
of these and components' configurations. A function is counted in every place where it stands. A library with CRDs has
the fields of the feature set Default.

\`npm run releases\` writes this page, and a test compares it.
`;

/** `docs/releases.md`: how much each release has, and which groups, with their versions. */
export function pageOf(releases: readonly Release[]): string {
  const overview = releases.map(({ name, library }) => {
    const { groups, versions, kinds, kindsWithNew, functions } = countsOf(library);
    return [linkTo(name), groups, versions, kinds, kindsWithNew, functions];
  });
  const head = ['release', 'groups', 'versions', 'kinds', 'with `new`', 'functions'];
  const sections = releases.map(({ name, library }) => {
    return `## ${headingOf(name)}\n\n${tableOfGroups(library.groups)}`;
  });
  return [introduction, table(head, overview), ...sections].join('\n');
}

function tableOfGroups(groups: readonly Group[]): string {
  const rows = groups.map((group) => {
    const { kinds, kindsWithNew, functions } = countsOf({ groups: [group] });
    const versions = group.versions.map((version) => `${version.name} (${version.kinds.length})`);
    return [group.name, versions.join(', '), kinds, kindsWithNew, functions];
  });
  return table(['group', 'versions (kinds)', 'kinds', 'with `new`', 'functions'], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function headingOf(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function linkTo(name: string): string {
  const anchor = name.toLowerCase().replaceAll('.', '').replaceAll(' ', '-');
  return `[${headingOf(name)}](#${anchor})`;
}
