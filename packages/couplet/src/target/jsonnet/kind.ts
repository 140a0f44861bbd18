import type { Kind, Member, NamespaceMember } from '../../library/library.ts';
import { compareNames } from '../../text/compare-names.ts';
import { newFunctionHelp, helpOf, mixinNote } from '../help.ts';
import { fieldName, quote } from './syntax.ts';
import type { Wrapping } from './wrapping.ts';
import { noWrapping, wrap, wrapIn } from './wrapping.ts';

/** The file of one kind. */
export function emitKind(kind: Kind, isDocumented: boolean): string {
  const lines = ['{'];
  if (isDocumented) {
    lines.push(
      "  local d = (import 'doc-util/main.libsonnet'),",
      `  '#':: d.pkg(name=${quote(kind.key)}, url='', help=${quote(helpOf(kind.description))}),`,
    );
  }
  const writer = new MemberWriter(lines, isDocumented);
  const after = kind.members.filter(({ name }) => compareNames(name, 'new') > 0);
  writer.members(kind.members.slice(0, kind.members.length - after.length), '  ', noWrapping);
  writeNewFunction(kind, lines, isDocumented);
  writer.members(after, '  ', noWrapping);
  if (isDocumented) lines.push("  '#mixin': 'ignore',");
  lines.push('  mixin: self,', '}', '');
  return lines.join('\n');
}

function writeNewFunction(
  { newFunction, name }: Kind,
  lines: string[],
  isDocumented: boolean,
): void {
  if (newFunction === undefined) return;
  const { apiVersion, groupVersionKind, takesName, marksClusterScope } = newFunction;
  if (isDocumented) {
    const argument = takesName ? "d.arg(name='name', type=d.T.string)" : '';
    lines.push(`  '#new':: d.fn(help=${quote(newFunctionHelp(name))}, args=[${argument}]),`);
  }
  const clusterScope = marksClusterScope
    ? " + self.metadata.withAnnotations(annotations={ 'tanka.dev/namespaced': 'false' })"
    : '';
  lines.push(
    `  new(${takesName ? 'name' : ''}): {`,
    `    apiVersion: ${quote(apiVersion)},`,
    `    kind: ${quote(groupVersionKind.kind)},`,
    takesName ? `  } + self.metadata.withName(name=name)${clusterScope},` : '  },',
  );
}

class MemberWriter {
  readonly #lines: string[];
  readonly #isDocumented: boolean;

  constructor(lines: string[], isDocumented: boolean) {
    this.#lines = lines;
    this.#isDocumented = isDocumented;
  }

  members(members: readonly Member[], indent: string, wrapping: Wrapping): void {
    for (const member of members) {
      const parts = partsOf(member);
      if (this.#isDocumented) this.#lines.push(indent + parts.documentation);
      if (member.kind === 'namespace') this.#namespace(member, parts, indent, wrapping);
      else {
        const object = wrap(parts.assignment, wrapping, member.field.argument);
        this.#lines.push(`${indent}${parts.name}: ${object},`);
      }
    }
  }

  #namespace(member: NamespaceMember, parts: Parts, indent: string, wrapping: Wrapping): void {
    const { shape, buildsItem } = member;
    if (shape.members.length === 0) {
      this.#lines.push(`${indent}${parts.name}: {},`);
      return;
    }
    // An item is an object of its own, whatever it is an item of.
    const inner = buildsItem ? noWrapping : wrapIn(wrapping, parts.assignment);
    this.#lines.push(`${indent}${parts.name}: {`);
    this.members(shape.members, `${indent}  `, inner);
    this.#lines.push(`${indent}},`);
  }
}

/** The text of a member, which is the same wherever it stands. */
interface Parts {
  /** The line that describes it. */
  readonly documentation: string;
  /** Its name, with its argument if it is a function. */
  readonly name: string;
  /** The code that a function applies to its object, or that a namespace puts around its functions. */
  readonly assignment: string;
}

/** A shape's members are printed in every kind that refers to it; making their parts once saves half of the time. */
const knownParts = new WeakMap<Member, Parts>();

function partsOf(member: Member): Parts {
  const known = knownParts.get(member);
  if (known !== undefined) return known;
  const made = makeParts(member);
  knownParts.set(member, made);
  return made;
}

function makeParts(member: Member): Parts {
  const { name, field } = member;
  const documentation = `${quote(`#${name}`)}:: ${documentationOf(member)},`;
  const property = fieldName(field.property);
  if (member.kind === 'namespace') {
    return { documentation, name: fieldName(name), assignment: `${property}+: ` };
  }
  const { argument } = field;
  const value =
    field.kind === 'array'
      ? `if std.isArray(v=${argument}) then ${argument} else [${argument}]`
      : argument;
  const plus = member.kind === 'adder' ? '+' : '';
  const assignment = `${property}${plus}: ${value}`;
  return { documentation, name: `${fieldName(name)}(${argument})`, assignment };
}

function documentationOf({ kind, field }: Member): string {
  const help = helpOf(field.description);
  if (kind === 'namespace') return `d.obj(help=${quote(help)})`;
  const { argument, argumentType } = field;
  const documentedArgument = `d.arg(name=${quote(argument)}, type=d.T.${argumentType})`;
  const text = kind === 'adder' ? help + mixinNote : help;
  return `d.fn(help=${quote(text)}, args=[${documentedArgument}])`;
}
