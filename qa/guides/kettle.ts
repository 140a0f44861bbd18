/** A custom resource definition of our own, for guides that have some of their reader's. */
export const kettle: object = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'kettles.tea.example.com' },
  spec: {
    group: 'tea.example.com',
    names: { kind: 'Kettle', plural: 'kettles' },
    scope: 'Namespaced',
    versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
};
