import type { ObjectSchema, Schema } from '../../schema/schema.ts';

/** The schema that one feature set has in some place. */
export interface FeatureSetSchema {
  readonly featureSet: string;
  readonly schema: Schema;
}

/**
 * Marks, in the schema that was chosen and in all below it, the properties that not every feature set has.
 *
 * @param chosen the schema of the chosen feature set
 * @param variants the schemas of all feature sets in the same place, the chosen one included, ordered by set
 */
export function markGated(chosen: Schema, variants: readonly FeatureSetSchema[]): Schema {
  switch (chosen.kind) {
    case 'object':
      return markObject(chosen, variants);
    case 'array': {
      if (chosen.items === undefined) return chosen;
      const items = below(variants, ({ schema }) =>
        schema.kind === 'array' ? schema.items : undefined,
      );
      return { ...chosen, items: markGated(chosen.items, items) };
    }
    default:
      return chosen;
  }
}

function markObject(chosen: ObjectSchema, variants: readonly FeatureSetSchema[]): ObjectSchema {
  const gated = new Map<string, readonly string[]>();
  const properties = new Map<string, Schema>();
  const objects = variants.filter(({ schema }) => schema.kind === 'object');
  for (const [name, having] of propertiesOf(objects)) {
    if (having.length < objects.length) {
      gated.set(
        name,
        having.map(({ featureSet }) => featureSet),
      );
    }
    const property = chosen.properties.get(name);
    if (property !== undefined) properties.set(name, markGated(property, having));
  }
  const additional = markAdditional(chosen.additional, objects);
  return {
    ...chosen,
    properties,
    ...(additional === undefined ? {} : { additional }),
    ...(gated.size === 0 ? {} : { gated }),
  };
}

/** The properties of all variants, each with the variants that have it. */
function propertiesOf(
  variants: readonly FeatureSetSchema[],
): ReadonlyMap<string, readonly FeatureSetSchema[]> {
  const properties = new Map<string, FeatureSetSchema[]>();
  for (const { featureSet, schema } of variants) {
    if (schema.kind !== 'object') continue;
    for (const [name, property] of schema.properties) {
      const having = properties.get(name) ?? [];
      properties.set(name, having);
      having.push({ featureSet, schema: property });
    }
  }
  return properties;
}

function markAdditional(
  additional: ObjectSchema['additional'],
  variants: readonly FeatureSetSchema[],
): ObjectSchema['additional'] {
  if (additional === undefined || typeof additional === 'boolean') return additional;
  return markGated(
    additional,
    below(variants, ({ schema }) => {
      const value = schema.kind === 'object' ? schema.additional : undefined;
      return typeof value === 'boolean' ? undefined : value;
    }),
  );
}

function below(
  variants: readonly FeatureSetSchema[],
  schemaBelow: (variant: FeatureSetSchema) => Schema | undefined,
): readonly FeatureSetSchema[] {
  return variants.flatMap((variant) => {
    const schema = schemaBelow(variant);
    return schema === undefined ? [] : [{ featureSet: variant.featureSet, schema }];
  });
}
