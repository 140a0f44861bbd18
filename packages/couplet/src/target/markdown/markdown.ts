import type { Group, Kind, Library, Version } from '../../library/library.ts';
import { argumentName } from '../../library/names.ts';
import type { LibraryNaming } from '../library-naming.ts';
import type { OutputFile } from '../../text/output-file.ts';
import type { HelpStyle } from './kind.ts';
import { KindWriter, styledHelp } from './kind.ts';
import { frontMatter, inLine, joinParts } from './page.ts';

export interface MarkdownOptions extends LibraryNaming {
  readonly helpStyle: HelpStyle;
}

/** The pages of the library, `docs/<label>/README.md` with everything below it, as docsonnet writes them. */
export function* emitMarkdown(library: Library, options: MarkdownOptions): Iterable<OutputFile> {
  const writer = new KindWriter(options.helpStyle);
  yield page('README.md', rootParts(library, options), options);
  for (const group of library.groups) {
    yield page(`${group.name}/index.md`, groupParts(group, options), options);
    for (const version of group.versions) {
      const folder = `${group.name}/${version.name}`;
      yield page(`${folder}/index.md`, versionParts(group, version, options), options);
      for (const kind of version.kinds) {
        const parts = [...kindHeading(group, version, kind, options), ...writer.parts(kind)];
        yield page(`${folder}/${kind.key}.md`, parts, options);
      }
    }
  }
}

function page(path: string, parts: readonly string[], { label }: MarkdownOptions): OutputFile {
  return { path: `docs/${label}/${path}`, text: joinParts(parts) };
}

function rootParts({ groups }: Library, options: MarkdownOptions): readonly string[] {
  const { label, localName, repository, description } = options;
  // A program cannot call a library by a name that is no identifier.
  const local = argumentName(localName);
  return [
    frontMatter(`/${label}/`),
    `# ${inLine(localName)}`,
    `\`\`\`jsonnet\nlocal ${local} = import "${repository}/${label}/main.libsonnet"\n\`\`\``,
    description,
    groups.map(({ name }) => `* [${name}](${name}/index.md)`).join('\n'),
  ];
}

function groupParts({ name, versions }: Group, { label }: MarkdownOptions): readonly string[] {
  const links = versions.map((version) => `* [${version.name}](${version.name}/index.md)`);
  return [frontMatter(`/${label}/${name}/`), `# ${name}`, '', links.join('\n')];
}

function versionParts(
  group: Group,
  { name, kinds }: Version,
  { label }: MarkdownOptions,
): readonly string[] {
  const links = kinds.map(({ key }) => `* [${key}](${key}.md)`);
  const address = `/${label}/${group.name}/${name}/`;
  return [frontMatter(address), `# ${group.name}.${name}`, '', links.join('\n')];
}

function kindHeading(
  group: Group,
  version: Version,
  kind: Kind,
  { label, helpStyle }: MarkdownOptions,
): readonly string[] {
  return [
    frontMatter(`/${label}/${group.name}/${version.name}/${kind.key}/`),
    `# ${group.name}.${version.name}.${kind.key}`,
    styledHelp(kind.description, helpStyle),
  ];
}
