import type { OutputFile } from '../../text/output-file.ts';

/**
 * The library that documentation lines call: the part of docsonnet's `doc-util` that generated libraries use.
 * It stands beside a library that is used without jsonnet-bundler, which would otherwise fetch docsonnet's own.
 */
export const docUtil: OutputFile = {
  path: 'doc-util/main.libsonnet',
  text: `// Describes packages, functions and fields as docsonnet reads them.
{
  // The types of values and arguments.
  T: {
    any: 'any',
    array: 'array',
    bool: 'bool',
    boolean: 'bool',
    'function': 'function',
    func: 'function',
    int: 'number',
    integer: 'number',
    nil: 'null',
    'null': 'null',
    number: 'number',
    object: 'object',
    string: 'string',
  },

  // A library: what it is called, where it is imported from, what it is for.
  pkg(name, url, help, filename='', version='master'):: {
    name: name,
    help: help,
    'import': if filename == '' then url else url + '/' + filename,
    url: url,
    filename: filename,
    version: version,
  },
  package:: self.pkg,

  // A function with its arguments.
  fn(help, args=[]):: { 'function': { help: help, args: args } },
  'function':: self.fn,

  // An argument of a function.
  arg(name, type, default=null, enums=null):: {
    name: name,
    type: type,
    default: default,
    enums: enums,
  },
  argument:: self.arg,

  // An object, whose fields may be described in turn.
  obj(help, fields={}):: { object: { help: help, fields: fields } },
  object:: self.obj,

  // A value that is no function and no object.
  val(type, help='', default=null):: { value: { help: help, type: type, default: default } },
  value:: self.val,
}
`,
};

/**
 * Tells whether a documented library would find no `doc-util`: neither vendored by jsonnet-bundler nor beside it. Our
 * own, be it of another release, does not count.
 *
 * @param existing gives the text of a file, by its path from the output folder
 */
export function needsDocUtil(existing: (path: string) => string | undefined): boolean {
  if (existing('../vendor/doc-util/main.libsonnet') !== undefined) return false;
  const [firstLine = ''] = docUtil.text.split('\n');
  return existing(docUtil.path)?.startsWith(firstLine) ?? true;
}
