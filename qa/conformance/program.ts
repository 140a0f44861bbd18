import type { Case } from './cases.ts';

/** A kind of a library, and the calls of its functions. */
export interface KindCases {
  /** Group, version and key. */
  readonly place: readonly string[];
  readonly cases: readonly Case[];
}

/** A Jsonnet program that lists the kinds of `library`: a list of keys, by group and version. */
export const indexProgram: string = `
local names(object) = [name for name in std.objectFieldsAll(object) if name != '#'];
{
  [group]: { [version]: names(library[group][version]) for version in names(library[group]) }
  for group in names(library)
}
`;

/**
 * A Jsonnet program that lists what each kind of `library` has and makes all calls: `{ list: …, results: […] }` for
 * each kind, in the order of the kinds. JSON is Jsonnet, so that names and values are written as JSON. Arguments are
 * passed by name, so that a wrong name fails; a call of what is not there gives `noSuchFunction`, so that all of them
 * come to light.
 */
export function kindsProgram(kinds: readonly KindCases[], isSlim: boolean): string {
  return [
    isSlim ? slimList : documentedList,
    `local below(object, name) = if std.objectHasAll(object, name) then object[name] else {};`,
    listOf(kinds.map(callsOf)),
    '',
  ].join('\n');
}

/** Kinds are listed through `mixin`, which is another name for the kind itself. */
function callsOf({ place, cases }: KindCases): string {
  const namespaces = new Namespaces();
  const list = `list(${namespaces.nameOf(place)}.mixin)`;
  const results = cases.map((each) => call(each, namespaces));
  return `local ${namespaces.locals.join(',\n  ')};\n{ list: ${list}, results: ${listOf(results)} }`;
}

/** What stands for the result of a call of a function that the library does not have. */
export const noSuchFunction = 'no such function';

function call({ path, argument, base }: Case, namespaces: Namespaces): string {
  const namespace = namespaces.nameOf(path.slice(0, -1));
  const name = JSON.stringify(path.at(-1));
  const passed = argument === undefined ? '' : `${argument.name}=${JSON.stringify(argument.value)}`;
  return (
    `if std.objectHasAll(${namespace}, ${name}) ` +
    `then ${JSON.stringify(base)} + ${namespace}[${name}](${passed}) else '${noSuchFunction}'`
  );
}

function listOf(items: readonly string[]): string {
  return `[\n${items.join(',\n')}\n]`;
}

/** The local variables for the namespaces of a kind, so that each is looked up once. */
class Namespaces {
  readonly locals: string[] = [];
  readonly #names = new Map<string, string>();

  nameOf(path: readonly string[]): string {
    const last = path.at(-1);
    if (last === undefined) return 'library';
    const key = JSON.stringify(path);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `n${this.#names.size}`;
    this.#names.set(key, name);
    this.locals.push(`${name} = below(${this.nameOf(path.slice(0, -1))}, ${JSON.stringify(last)})`);
    return name;
  }
}

/**
 * Lists a kind of a slim library: by name, a namespace's content, or the number of a function's arguments.
 */
const slimList: string = listFunction('std.length(value)', 'list(value)');

/**
 * Lists a kind of a documented library: for a function, the names and types of the arguments that its documentation
 * names. Every function and namespace must have documentation, or the program fails.
 */
const documentedList: string = listFunction(
  `assert std.isString(namespace['#' + name]['function'].help);
      [[argument.name, argument.type] for argument in namespace['#' + name]['function'].args]`,
  "assert std.isString(namespace['#' + name].object.help); list(value)",
);

function listFunction(ofFunction: string, ofNamespace: string): string {
  return `local list(namespace) = {
  [name]:
    local value = namespace[name];
    if std.isFunction(value) then (
      ${ofFunction}
    ) else (
      ${ofNamespace}
    )
  for name in std.objectFieldsAll(namespace)
  if name != 'mixin' && name[0] != '#'
};`;
}
