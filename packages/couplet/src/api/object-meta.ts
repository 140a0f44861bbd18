import type { ArraySchema, ObjectSchema, Schema } from '../schema/schema.ts';
import type { Definition } from './definition.ts';

const prefix = 'io.k8s.apimachinery.pkg.apis.meta.v1';

/** The name under which OpenAPI documents define the metadata that every object has. */
export const objectMetaName: string = `${prefix}.ObjectMeta`;
const ownerReferenceName = `${prefix}.OwnerReference`;

/**
 * ObjectMeta and what it refers to, for inputs that lack them: a CRD only says `metadata: {type: object}`.
 * The fields are those of the published CRD libraries; the sentences are ours.
 */
export const objectMetaDefinitions: readonly Definition[] = [
  define(objectMetaName, {
    description:
      'What every object carries besides its own content: its name, its labels, where it belongs.',
    properties: {
      annotations: map('Notes on the object for tools and people; nothing is selected by them.'),
      clusterName: text('The cluster that the object belongs to. API servers ignore it.'),
      creationTimestamp: time('When the object was created; set by the API server.'),
      deletionGracePeriodSeconds: integer(
        'How many seconds the object may take to end once its deletion was asked for; set by the API server.',
      ),
      deletionTimestamp: time(
        'When the object will be gone; set by the API server once its deletion was asked for.',
      ),
      finalizers: list(
        'Who still has to clean up before the object can go; it stays until the list is empty.',
        { kind: 'string', type: 'string' },
      ),
      generateName: text(
        'A prefix from which the API server makes a unique name, used where no name is given.',
      ),
      generation: integer(
        'A number that grows with every change of the desired state; set by the API server.',
      ),
      labels: map('Keys and values by which objects are grouped and selected.'),
      name: text(
        'The name of the object, unique among its kind in its namespace. It cannot be changed.',
      ),
      namespace: text(
        'The namespace that the object lives in; left out for objects of the whole cluster.',
      ),
      ownerReferences: list(
        'The objects that own this one: when all of them are gone, it goes too.',
        {
          kind: 'reference',
          target: ownerReferenceName,
        },
      ),
      resourceVersion: text(
        'What the API server calls this state of the object; compare it for equality only.',
      ),
      selfLink: text('A path to the object, which API servers stopped setting.'),
      uid: text('An identifier that no other object ever had or will have; set by the API server.'),
    },
  }),
  define(ownerReferenceName, {
    description:
      'Names an object of the same namespace, or of the whole cluster, that owns another one.',
    required: ['apiVersion', 'kind', 'name', 'uid'],
    properties: {
      apiVersion: text('The API group and version of the owner.'),
      blockOwnerDeletion: {
        kind: 'boolean',
        type: 'boolean',
        description: 'Whether the owner waits for this object to be gone before it goes itself.',
      },
      controller: {
        kind: 'boolean',
        type: 'boolean',
        description: 'Whether the owner is the one that manages this object.',
      },
      kind: text('The kind of the owner.'),
      name: text('The name of the owner.'),
      uid: text('The identifier of the owner.'),
    },
  }),
];

interface Shape {
  readonly description: string;
  readonly required?: readonly string[];
  readonly properties: { readonly [name: string]: Schema };
}

function define(name: string, { description, required = [], properties }: Shape): Definition {
  const schema: ObjectSchema = {
    kind: 'object',
    type: 'object',
    description,
    required: new Set(required),
    properties: new Map(Object.entries(properties)),
  };
  const locator = {
    source: '<built in>',
    locate: (paths: readonly unknown[]) => paths.map(() => undefined),
  };
  return {
    name,
    schema,
    groupVersionKinds: [],
    scope: undefined,
    origin: { dialect: 'built-in' },
    place: { locator, path: [] },
  };
}

function text(description: string): Schema {
  return { kind: 'string', type: 'string', description };
}

function time(description: string): Schema {
  return { kind: 'string', type: 'string', format: 'date-time', description };
}

function integer(description: string): Schema {
  return { kind: 'integer', type: 'integer', format: 'int64', description };
}

function map(description: string): Schema {
  return {
    kind: 'object',
    type: 'object',
    properties: new Map(),
    required: new Set(),
    additional: { kind: 'string', type: 'string' },
    description,
  };
}

function list(description: string, items: Schema): ArraySchema {
  return { kind: 'array', type: 'array', items, description };
}
