// A target as somebody else would write it: it knows the public face of the package only.
import type {
  Field,
  FlagOption,
  Kind,
  OutputFile,
  Shape,
  Target,
} from '../../packages/couplet/src/index.ts';
import { isGiven } from '../../packages/couplet/src/index.ts';

const headerOption: FlagOption = {
  kind: 'flag',
  name: 'header',
  description: 'write the names of the columns into the first line of every table',
};

/** A table of comma-separated values for each kind: all of its fields, with their types. */
export const csvTarget: Target = {
  name: 'csv',
  summary: 'a table of the fields of each kind',
  folders: ['csv'],
  options: [headerOption],
  fixedFiles: ({ naming }) => [{ path: 'csv/README.txt', text: `Fields of ${naming.label}\n` }],
  emit: async ({ library, naming, options }) => {
    const header = isGiven(headerOption, options) ? 'path,type,required\n' : '';
    return library.groups.flatMap(({ name: group, versions }) =>
      versions.flatMap(({ name: version, kinds }) =>
        kinds.map((kind): OutputFile => {
          const path = `csv/${naming.label}/${group}/${version}/${kind.key}.csv`;
          return { path, text: header + rowsOf(kind).join('') };
        }),
      ),
    );
  },
};

function rowsOf({ shape }: Kind): readonly string[] {
  return rowsBelow(shape, '');
}

function rowsBelow(shape: Shape, prefix: string): readonly string[] {
  return shape.fields.flatMap((field) => {
    const path = `${prefix}${field.property}`;
    const row = `${path},${field.kind === 'array' ? 'array' : field.argumentType},${field.required}\n`;
    const below = shapeBelow(field);
    return [row, ...(below === undefined ? [] : rowsBelow(below, `${path}.`))];
  });
}

function shapeBelow(field: Field): Shape | undefined {
  if (field.kind === 'object') return field.shape;
  return field.kind === 'array' ? field.item : undefined;
}
