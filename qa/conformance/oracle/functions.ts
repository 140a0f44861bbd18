import type { JsonObject } from '../../../packages/couplet/src/json/object.ts';
import type { GroupVersionKind } from '../../../packages/couplet/src/api/definition.ts';
import type { OracleKind } from './kinds.ts';
import { kindsOf } from './kinds.ts';
import { argumentOf, keyOf, suffixOf } from './names.ts';
import type { RawDefinitions } from './raw-definitions.ts';
import { objectAt } from './raw-definitions.ts';
import type { Found } from './schemas.ts';
import { formOf, inlineItem, propertiesOf, References, typeOf } from './schemas.ts';

/** `withX` and `withXMixin`: what they are called, and what they set. */
export interface FieldFunction {
  readonly form: 'set' | 'add';
  /** Group, version and kind, then namespaces, then the function's own name. */
  readonly path: readonly string[];
  readonly argument: string;
  /** The type as the documentation shows it. */
  readonly type: string;
  /** The properties that lead to the field, in the manifest or in the item that is built. */
  readonly target: readonly string[];
  /** What the field holds, behind its references. */
  readonly schema: JsonObject;
}

/** `new`. */
export interface ConstructorFunction {
  readonly form: 'new';
  readonly path: readonly string[];
  readonly argument: 'name' | undefined;
  readonly type: 'string';
  readonly served: GroupVersionKind;
  readonly marksClusterScope: boolean;
}

export type LibraryFunction = FieldFunction | ConstructorFunction;

/** All that a library should have. */
export interface Oracle {
  readonly functions: readonly LibraryFunction[];
  /** The paths of namespaces, kinds included: one that is empty has no function to be seen by. */
  readonly namespaces: readonly (readonly string[])[];
}

/** Works out from raw definitions what their library should have, by sections 1 to 3 and 6 of the format. */
export function consult(definitions: RawDefinitions): Oracle {
  const walk = new Walk(new References(definitions));
  for (const kind of kindsOf(definitions)) walk.kind(kind);
  return walk;
}

/** Where in the library and where in the manifest. */
interface Position {
  readonly path: readonly string[];
  readonly target: readonly string[];
  readonly definition: string;
}

class Walk implements Oracle {
  readonly functions: LibraryFunction[] = [];
  readonly namespaces: (readonly string[])[] = [];
  readonly #references: References;

  constructor(references: References) {
    this.#references = references;
  }

  kind({ place, definition, served }: OracleKind): void {
    const { schema, definition: name } = this.#references.find(definition.schema, definition.name);
    const isLeftOut = (property: string): boolean =>
      property === 'apiVersion' || (property === 'kind' && served !== undefined);
    this.#object(schema, { path: place, target: [], definition: name }, isLeftOut);
    if (served === undefined) return;
    const namePath = [...place, 'metadata', 'withName'].join('/');
    const takesName = this.functions.some(({ path }) => path.join('/') === namePath);
    this.functions.push({
      form: 'new',
      path: [...place, 'new'],
      argument: takesName ? 'name' : undefined,
      type: 'string',
      served,
      marksClusterScope: definition.isClusterScoped,
    });
  }

  #object(
    schema: JsonObject,
    position: Position,
    isLeftOut: (property: string) => boolean = () => false,
  ): void {
    this.namespaces.push(position.path);
    for (const property of propertiesOf(schema)) {
      if (isLeftOut(property)) continue;
      this.#property(property, objectAt(schema, 'properties', property), position);
    }
  }

  #property(property: string, schema: JsonObject, position: Position): void {
    const found = this.#references.find(schema, position.definition);
    const form = formOf(found.schema);
    if (property === 'status' && isWrittenByServer(found.schema, position.definition)) return;
    const below = this.#below(property, found, position);
    const endsHere = this.#references.endsAt(schema, position.definition);
    if (form === 'array') {
      this.#functions(['set', 'add'], property, found.schema, position);
      const item = inlineItem(found.schema);
      if (item !== undefined && !endsHere) this.#object(item, { ...below, target: [] });
    } else if (form === 'object' && !endsHere) {
      this.#object(found.schema, below);
    } else if (form === 'object') {
      this.#functions(['set'], property, {}, position);
    } else {
      this.#functions(form === 'map' ? ['set', 'add'] : ['set'], property, found.schema, position);
    }
  }

  #below(property: string, { definition }: Found, { path, target }: Position): Position {
    return { path: [...path, keyOf(property)], target: [...target, property], definition };
  }

  #functions(
    forms: readonly FieldFunction['form'][],
    property: string,
    schema: JsonObject,
    { path, target, definition }: Position,
  ): void {
    const key = keyOf(property);
    for (const form of forms) {
      const name = `with${suffixOf(key)}${form === 'add' ? 'Mixin' : ''}`;
      this.functions.push({
        form,
        path: [...path, name],
        argument: argumentOf(key),
        type: typeOf(schema),
        target: [...target, isGoOnly(definition) ? key : property],
        schema,
      });
    }
  }
}

/** A status that is an object or anything is the API server's; so is all of what `Status` itself says. */
function isWrittenByServer(schema: JsonObject, definition: string): boolean {
  if (definition === 'io.k8s.apimachinery.pkg.apis.meta.v1.Status') return true;
  return ['object', 'map', 'untyped'].includes(formOf(schema));
}

/** `Raw` is how Go holds an embedded object, and no property of any manifest: upstream's `raw` is as good. */
function isGoOnly(definition: string): boolean {
  return definition === 'io.k8s.apimachinery.pkg.runtime.RawExtension';
}
