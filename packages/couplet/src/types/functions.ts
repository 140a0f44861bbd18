import { withoutNull } from './combine.ts';
import type { Field, Kind, Shape } from '../library/library.ts';
import { TypeDraft } from './drafts.ts';
import { bindingName } from './names.ts';
import type { TypeRegistry } from './registry.ts';
import type { TypedField, ValueType } from './types.ts';

/** A type whose functions stand below a field, and the shape that says which these are. */
interface Target {
  readonly draft: TypeDraft;
  readonly shape: Shape;
}

/** Gives the types of kinds, and of all that stands below their fields, the functions that the library has for them. */
export class FunctionTypes {
  readonly #registry: TypeRegistry;
  readonly #targets = new Set<TypeDraft>();

  constructor(registry: TypeRegistry) {
    this.#registry = registry;
  }

  addKinds(kinds: readonly Kind[]): void {
    const drafts = kinds.map((kind) => {
      const draft = this.#registry.ofDefinition(kind.definition);
      if (draft === undefined) throw new Error(`no type was made for ${kind.definition}`);
      draft.export = {
        kind,
        constant: draft.module.takeBinding(bindingName(kind.key)),
        served: undefined,
      };
      return { draft, shape: kind.shape };
    });
    for (const { draft } of drafts) addGuard(draft);
    for (const target of drafts) this.#addFunctions(target);
    for (const { draft } of drafts) this.#nameEmbedded(draft);
  }

  /** Goes as deep as the library's functions are nested. */
  #addFunctions({ draft, shape }: Target): void {
    if (draft.functions !== undefined) return;
    const kind = draft.export?.kind;
    const rootFields = kind && new Set(kind.members.map(({ field }) => field));
    const targets: Target[] = [];
    const fields = shape.fields.map((field): TypedField => {
      const described = this.#registry.values.describe(field.schema, shape);
      const target = targetOf(field, field.kind === 'array' ? described.item : described.type);
      if (target !== undefined) targets.push(target);
      return {
        field,
        parameter: bindingName(field.key),
        described,
        target: target?.draft,
        isLeftOutOfRoot: rootFields?.has(field) === false,
      };
    });
    draft.functions = { name: `${draft.name}Fields`, fields, embeddedName: undefined };
    for (const target of targets) {
      this.#targets.add(target.draft);
      this.#addFunctions(target);
    }
  }

  #nameEmbedded(draft: TypeDraft): void {
    const { data, functions, name } = draft;
    if (draft.isReferred && data.kind === 'interface' && data.identity.length > 0) {
      draft.embeddedName = `${name}Embedded`;
    }
    const isLess = functions?.fields.some(({ isLeftOutOfRoot }) => isLeftOutOfRoot) === true;
    if (functions !== undefined && isLess && this.#targets.has(draft)) {
      draft.functions = { ...functions, embeddedName: `${name}EmbeddedFields` };
    }
  }
}

/** Guards are named when all constants are, which have the names that the library has in other languages. */
function addGuard(draft: TypeDraft): void {
  if (draft.export?.kind.newFunction === undefined) return;
  const guard = draft.module.takeBinding(`is${draft.name}`);
  draft.export = { ...draft.export, served: { interfaceName: `${draft.name}Kind`, guard } };
}

function targetOf(field: Field, value: ValueType | undefined): Target | undefined {
  const shape = shapeBelow(field);
  if (shape === undefined || value === undefined) return undefined;
  const type = withoutNull(value);
  if (type.kind === 'named' && type.type instanceof TypeDraft) return { draft: type.type, shape };
  throw new Error(`no type was made for what is below ${field.property}`);
}

function shapeBelow(field: Field): Shape | undefined {
  if (field.kind === 'object') return field.shape;
  return field.kind === 'array' ? field.item : undefined;
}
