import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';
import { openApi } from '../../packages/couplet/src/testing/pipeline.ts';

const text = { type: 'string' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ properties });
const reference = (name: string): object => ({ $ref: `#/definitions/io.example.tea.v1.${name}` });
const served = (kind: string): object => ({
  'x-kubernetes-group-version-kind': [{ group: 'tea.example.io', version: 'v1', kind }],
});

/** An invented API, with every name and every form of schema that is hard to write in TypeScript. */
export function teapotDocument(): SourceDocument {
  return openApi({
    'io.example.tea.v1.Teapot': {
      description: 'Brews tea.',
      ...object({
        apiVersion: text,
        kind: text,
        metadata: object({ name: text, labels: { additionalProperties: text } }),
        spec: { ...reference('TeapotSpec'), description: 'What to brew.' },
      }),
      ...served('Teapot'),
    },
    'io.example.tea.v1.TeapotSpec': object({
      size: { ...text, enum: ['Big', 'Small', "Grandma's", ''], description: 'How big it is.' },
      lids: { type: 'array', items: { ...text, enum: ['Round', 'Flat'] } },
      old: { ...text, description: 'Deprecated: use size.' },
      evil: { ...text, description: '*/ export const evil = 1; /* @deprecated @param {@link x}' },
      import: text,
      default: text,
      new: text,
      readonly: text,
      'x-foo': text,
      'a.b': text,
      "it's": text,
      $ref: text,
      constructor: reference('Leaf'),
      toString: text,
      ['__proto__']: object({ leaf: text }),
      CIDR: text,
      '': text,
      'line\nbreak\u2028': text,
      port: { ...text, format: 'int-or-string' },
      object: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      open: { ...object({ name: text }), additionalProperties: true },
      none: { ...text, nullable: true },
    }),
    // Names that TypeScript, the runtime or the emitted code use for themselves.
    ...Object.fromEntries(
      ['Patch', 'Array', 'Record', 'Root', 'Import', 'Table', 'Kind', 'string', 'Object'].map(
        (name) => [
          `io.example.tea.v1.${name}`,
          object({ name: text, patches: reference('Patch') }),
        ],
      ),
    ),
    'io.example.tea.v1.Leaf': object({
      leaf: reference('Leaf'),
      leaves: { type: 'array', items: reference('Leaf') },
    }),
    'io.example.tea.v1.Rack': {
      ...object({
        teapots: { type: 'array', items: reference('Teapot') },
        teapot: reference('Teapot'),
      }),
    },
  });
}
