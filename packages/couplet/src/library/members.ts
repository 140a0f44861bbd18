import type { Field, Member } from './library.ts';
import { compareNames } from '../text/compare-names.ts';

/** Gives what the given fields have in the library, in the order of the names. */
export function membersOf(fields: readonly Field[]): readonly Member[] {
  const members: Member[] = [];
  for (const field of fields) addMembers(members, field);
  return members.sort((left, right) => compareNames(left.name, right.name));
}

function addMembers(members: Member[], field: Field): void {
  const { key } = field;
  if (field.kind === 'object') {
    const { shape } = field;
    members.push({ kind: 'namespace', name: key, field, shape, buildsItem: false });
    return;
  }
  members.push({ kind: 'setter', name: field.setter, field });
  if (field.kind === 'scalar') return;
  members.push({ kind: 'adder', name: field.adder, field });
  if (field.kind === 'map' || field.item === undefined) return;
  members.push({ kind: 'namespace', name: key, field, shape: field.item, buildsItem: true });
}
