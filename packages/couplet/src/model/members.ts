import type { Field, Member } from './library.ts';
import { compareNames } from './names.ts';

/** What the given fields have in the library, in the order of the names. */
export function membersOf(fields: readonly Field[]): readonly Member[] {
  return fields.flatMap(membersOfField).sort((left, right) => compareNames(left.name, right.name));
}

function membersOfField(field: Field): readonly Member[] {
  switch (field.kind) {
    case 'object':
      return [{ kind: 'namespace', name: field.key, field, shape: field.shape, buildsItem: false }];
    case 'array': {
      const functions: readonly Member[] = [
        { kind: 'setter', name: field.setter, field },
        { kind: 'adder', name: field.adder, field },
      ];
      if (field.item === undefined) return functions;
      const namespace = { kind: 'namespace', name: field.key, field, shape: field.item } as const;
      return [...functions, { ...namespace, buildsItem: true }];
    }
    case 'map':
      return [
        { kind: 'setter', name: field.setter, field },
        { kind: 'adder', name: field.adder, field },
      ];
    case 'scalar':
      return [{ kind: 'setter', name: field.setter, field }];
  }
}
