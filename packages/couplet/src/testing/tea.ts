/** A group, version and kind of our own. */
function servedAs(group: string, kind: string): object {
  return {
    'x-kubernetes-group-version-kind': [{ group: `${group}.example.com`, version: 'v1', kind }],
  };
}

const metadata = { properties: { name: { type: 'string' } } };

const tea = {
  'com.example.tea.v1.Pot': {
    description: 'Pot holds "tea".',
    type: 'object',
    properties: { metadata, spec: { $ref: '#/definitions/com.example.tea.v1.PotSpec' } },
    ...servedAs('tea', 'Pot'),
  },
  'com.example.tea.v1.PotSpec': {
    type: 'object',
    properties: {
      lid: { type: 'string', description: 'What keeps it warm.' },
      leaves: { type: 'array', items: { type: 'string' } },
    },
  },
};

const milk = {
  'com.example.milk.v1.Jug': {
    type: 'object',
    properties: { metadata, full: { type: 'boolean' } },
    ...servedAs('milk', 'Jug'),
  },
};

/** An invented API: two kinds in groups of their own, of which one refers to a part. */
export const teaApi: object = { swagger: '2.0', definitions: { ...tea, ...milk } };

/** The same API without milk. */
export const onlyTea: object = { swagger: '2.0', definitions: tea };

/** A custom resource of the invented API. */
export const kettleDefinition: object = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'tea.example.com',
    names: { kind: 'Kettle' },
    scope: 'Cluster',
    versions: [
      {
        name: 'v1',
        schema: { openAPIV3Schema: { properties: { spec: { properties: { litres: {} } } } } },
      },
    ],
  },
};
