import { printable } from '../text/printable.ts';
import type { Change, ChangeKind } from '../compare/change.ts';
import { changeKinds } from '../compare/change.ts';

/** The number of places of one change that are named; an object such as the metadata is in every kind. */
const namedPlaces = 3;

/** A description is told from another by its beginning, in most cases. */
const longestText = 200;

/** Changes for a terminal: a heading for each kind of change, `!` before those that break, and how many there are. */
export function changesAsText(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No changes.\n';
  const sections = groupByKind(changes).map(([kind, list]) => {
    const { title, isBreaking } = changeKinds[kind];
    const lines = list.map((change) => `  ${describeChange(change, (text) => text)}\n`);
    return `${isBreaking ? '! ' : ''}${title} (${list.length})\n${lines.join('')}\n`;
  });
  const total = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return `${sections.join('')}${total}, ${countBreaking(changes)} of them breaking (!)\n`;
}

/** Changes for a page or a merge request, in Markdown. What an input says is code, and so no Markdown. */
export function changesAsMarkdown(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No changes.\n';
  const sections = groupByKind(changes).map(([kind, list]) => {
    const { title, isBreaking } = changeKinds[kind];
    const lines = list.map((change) => `* ${describeChange(change, markdownCode)}\n`);
    return `## ${title}${isBreaking ? ' (breaking)' : ''}\n\n${lines.join('')}`;
  });
  return sections.join('\n');
}

/** Changes for programs. */
export function changesAsJson(changes: readonly Change[]): string {
  const list = changes.map(({ kind, places, before, after }) => ({
    kind,
    breaking: changeKinds[kind].isBreaking,
    places,
    before,
    after,
  }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

/** Tells whether any of the changes breaks a program or a manifest. */
export function hasBreakingChange(changes: readonly Change[]): boolean {
  return countBreaking(changes) > 0;
}

function countBreaking(changes: readonly Change[]): number {
  return changes.filter(({ kind }) => changeKinds[kind].isBreaking).length;
}

/** Changes come ordered by kind. */
function groupByKind(changes: readonly Change[]): readonly [ChangeKind, readonly Change[]][] {
  const groups = new Map<ChangeKind, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.kind);
    if (group === undefined) groups.set(change.kind, [change]);
    else group.push(change);
  }
  return [...groups];
}

function describeChange(
  { kind, places, before, after }: Change,
  format: (text: string) => string,
): string {
  const [first = '', ...others] = places;
  const show = (text: string): string => format(shorten(text));
  // What is moved is told by its two places.
  const what = kind === 'kind-moved' || kind === 'part-moved' ? '' : show(first);
  const how = [before, after].filter((text) => text !== undefined).map(show);
  const named = others.slice(0, namedPlaces - 1).map(show);
  const rest = others.length - named.length;
  return [
    [what, how.join(' → ')].filter((text) => text !== '').join(': '),
    named.length === 0 ? '' : `, also ${named.join(', ')}`,
    rest === 0 ? '' : ` and ${rest} more`,
  ].join('');
}

/** Texts of an input may hold anything; a change stays on its line. */
function shorten(text: string): string {
  const line = printable(text.replaceAll(/\s+/g, ' '));
  return line.length > longestText ? `${line.slice(0, longestText - 1)}…` : line;
}

function markdownCode(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
