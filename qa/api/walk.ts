import { items, values } from '../../packages/couplet/src/api/field-path.ts';
import type { ApiField } from '../../packages/couplet/src/api/field.ts';
import type { ApiKind } from '../../packages/couplet/src/api/kind.ts';

/** All fields of a kind, each behind the one that it is in; a path does not go twice through the same definition. */
export function fieldsBelow(kind: ApiKind): readonly ApiField[] {
  const fields: ApiField[] = [];
  const walk = (field: ApiField, passed: readonly string[]): void => {
    const lists = [items, values].flatMap((step) => field.step(step) ?? []);
    for (const below of [...field.fields(), ...lists]) {
      fields.push(below);
      if (below.own.kind !== 'reference') walk(below, passed);
      else if (!passed.includes(below.definition)) walk(below, [...passed, below.definition]);
    }
  };
  walk(kind.root, [kind.names.definition]);
  return fields;
}
