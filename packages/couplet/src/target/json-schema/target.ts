import { slimOption } from '../option.ts';
import type { Target } from '../target.ts';

/** JSON Schemas of the kinds, for validators and editors. */
export const jsonSchemaTarget: Target = {
  name: 'json-schema',
  summary: 'a JSON Schema for each kind, for kubeconform and editors',
  folders: ['json-schema'],
  options: [slimOption],
  emit: async (subject) => {
    const { emitJsonSchemas } = await import('./json-schema.ts');
    return emitJsonSchemas(subject);
  },
};
