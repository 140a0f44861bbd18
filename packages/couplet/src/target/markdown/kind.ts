import type { Kind, Member, Shape } from '../../library/library.ts';
import { compareNames } from '../../text/compare-names.ts';
import { newFunctionHelp, helpOf, mixinNote } from '../help.ts';
import { Anchors, inLine, slugOf } from './page.ts';

/** A style of descriptions: as Go quotes them, which is what the published pages have, or as they are. */
export type HelpStyle = 'quoted' | 'plain';

interface FunctionEntry {
  readonly kind: 'function';
  readonly name: string;
  /** The part that the entry adds to the anchor of what it stands in. */
  readonly slug: string;
  readonly argument: string;
  readonly help: string;
}

interface ObjectEntry {
  readonly kind: 'object';
  readonly name: string;
  readonly slug: string;
  readonly help: string;
  readonly shape: Shape;
}

/** An entry of a page: a function with its one argument or none, or an object with its entries. */
type Entry = FunctionEntry | ObjectEntry;

/** The beginnings of all entries of an object: how deep they stand, and below which names. */
interface Beginnings {
  readonly indent: string;
  readonly path: string;
  readonly slug: string;
}

/** A description in the given style. */
export function styledHelp(description: string | undefined, style: HelpStyle): string {
  return style === 'quoted' ? helpOf(description) : (description ?? '').trim();
}

/** Writes the index and the fields of kinds. What kinds share is worked out once. */
export class KindWriter {
  readonly #style: HelpStyle;
  readonly #entries = new WeakMap<Shape, readonly Entry[]>();

  constructor(style: HelpStyle) {
    this.#style = style;
  }

  /** The parts of a kind's page below its heading. */
  parts(kind: Kind): readonly string[] {
    const page = new PageParts((shape) => this.#entriesOf(shape));
    const newFunction = kind.newFunction === undefined ? [] : [newFunctionEntry(kind)];
    const entries = [...newFunction, ...this.#entriesFor(kind.members)].sort(compareEntries);
    page.write(entries, { indent: '', path: '', slug: '' });
    return page.parts();
  }

  #entriesOf(shape: Shape): readonly Entry[] {
    const known = this.#entries.get(shape);
    if (known !== undefined) return known;
    const made = this.#entriesFor(shape.members).sort(compareEntries);
    this.#entries.set(shape, made);
    return made;
  }

  #entriesFor(members: readonly Member[]): Entry[] {
    return members.map((member): Entry => {
      const { field } = member;
      const name = inLine(member.name);
      const slug = slugOf(name);
      const help = styledHelp(field.description, this.#style);
      if (member.kind === 'namespace') {
        return { kind: 'object', name, slug, help, shape: member.shape };
      }
      const { argument } = field;
      const text = member.kind === 'adder' ? help + mixinNote : help;
      return { kind: 'function', name, slug, argument, help: text };
    });
  }
}

/** The index and the fields of one page as they come about. */
class PageParts {
  readonly #entriesOf: (shape: Shape) => readonly Entry[];
  readonly #anchors = new Anchors();
  readonly #index: string[] = [];
  readonly #fields: string[] = [];

  constructor(entriesOf: (shape: Shape) => readonly Entry[]) {
    this.#entriesOf = entriesOf;
  }

  parts(): readonly string[] {
    return ['## Index', this.#index.join('\n'), '## Fields', ...this.#fields];
  }

  write(entries: readonly Entry[], beginnings: Beginnings): void {
    for (const entry of entries) {
      const path = beginnings.path + entry.name;
      const slug = beginnings.slug + entry.slug;
      if (entry.kind === 'function') this.#function(entry, path, slug, beginnings.indent);
      else this.#object(entry, path, slug, beginnings.indent);
    }
  }

  #function(
    { name, argument, help }: FunctionEntry,
    path: string,
    slug: string,
    indent: string,
  ): void {
    const call = `${name}(${argument})`;
    const anchor = this.#anchors.unique(`fn-${slug}`);
    this.#index.push(`${indent}* [\`fn ${call}\`](#${anchor})`);
    this.#fields.push(`### fn ${path}`, `\`\`\`ts\n${call}\n\`\`\``, help);
  }

  #object({ help, shape }: ObjectEntry, path: string, slug: string, indent: string): void {
    const anchor = this.#anchors.unique(`obj-${slug}`);
    this.#index.push(`${indent}* [\`obj ${path}\`](#${anchor})`);
    this.#fields.push(`## obj ${path}`, help);
    this.write(this.#entriesOf(shape), { indent: `${indent}  `, path: `${path}.`, slug });
  }
}

function newFunctionEntry({ name, newFunction }: Kind): Entry {
  const argument = newFunction?.takesName === true ? 'name' : '';
  return { kind: 'function', name: 'new', slug: 'new', argument, help: newFunctionHelp(name) };
}

/** Names that start with `new` first, then functions, then objects, each by name. */
function compareEntries(left: Entry, right: Entry): number {
  return rank(left) - rank(right) || compareNames(left.name, right.name);
}

function rank({ kind, name }: Entry): number {
  if (/^new/i.test(name)) return 0;
  return kind === 'function' ? 1 : 2;
}
