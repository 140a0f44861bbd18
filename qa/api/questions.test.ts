import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../packages/couplet/src/api/api.ts';
import type { ApiField } from '../../packages/couplet/src/api/field.ts';
import type { ApiKind } from '../../packages/couplet/src/api/kind.ts';
import { loadApi } from '../../packages/couplet/src/index.ts';
import { kubernetesPath, releasePaths } from '../support/release-mirror.ts';
import { isThere, skipWithout } from '../support/shared.ts';

/** The APIs that are asked: each answer below was read off their documents by hand. */
const apis = new Map<string, Api>();
const kubernetes = kubernetesPath('1.33');
const paths: readonly string[] = [...releasePaths, kubernetes];

beforeAll(async () => {
  apis.set('4.5', (await loadApi()).api);
  if (!isThere(...paths)) return;
  apis.set('4.20', (await loadApi({ from: releasePaths })).api);
  const preview = await loadApi({ from: releasePaths, featureSet: 'TechPreviewNoUpgrade' });
  apis.set('preview', preview.api);
  apis.set('1.33', (await loadApi({ from: kubernetes })).api);
}, 300_000);

function api(name: string): Api {
  const found = apis.get(name);
  if (found === undefined) throw new Error(`${name} was not loaded`);
  return found;
}

function kind(name: string, apiVersion: string, ofKind: string): ApiKind {
  const found = api(name).kind(apiVersion, ofKind);
  if (found === undefined) throw new Error(`${name} has no ${ofKind}`);
  return found;
}

function field(of: ApiKind, path: string): ApiField {
  const found = of.field(path);
  if (found === undefined) throw new Error(`${of.kind} has no ${path}`);
  return found;
}

/** The kinds that a name finds, as `apiVersion kind`. */
function find(name: string, word: string): readonly string[] {
  return api(name)
    .find(word)
    .map(({ apiVersion, kind: found }) => `${apiVersion} ${found}`);
}

const route = (): ApiKind => kind('4.20', 'route.openshift.io/v1', 'Route');
const pod = (): ApiKind => kind('1.33', 'v1', 'Pod');
const ingressController = (): ApiKind =>
  kind('4.20', 'operator.openshift.io/v1', 'IngressController');

/** A question, what Couplet says, and the answer. */
type Question = readonly [question: string, ask: () => unknown, answer: unknown];

const ofNames: readonly Question[] = [
  [
    'What is scc?',
    () => find('4.20', 'scc'),
    ['security.openshift.io/v1 SecurityContextConstraints'],
  ],
  ['What is dc?', () => find('4.20', 'dc'), ['apps.openshift.io/v1 DeploymentConfig']],
  ['What is is?', () => find('4.20', 'IS'), ['image.openshift.io/v1 ImageStream']],
  [
    'What is mcp?',
    () => find('4.20', 'mcp'),
    ['machineconfiguration.openshift.io/v1 MachineConfigPool'],
  ],
  ['What is deploy?', () => find('1.33', 'deploy'), ['apps/v1 Deployment']],
  ['What are jobs in batch?', () => find('1.33', 'jobs.batch'), ['batch/v1 Job']],
  ['What are jobs in apps?', () => find('1.33', 'jobs.apps'), []],
  [
    'What are version 2 autoscalers?',
    () => find('1.33', 'hpa.v2.autoscaling'),
    ['autoscaling/v2 HorizontalPodAutoscaler'],
  ],
  [
    'What are configs?',
    () => find('4.20', 'configs'),
    [
      'imageregistry.operator.openshift.io/v1 Config',
      'operator.openshift.io/v1 Config',
      'samples.operator.openshift.io/v1 Config',
    ],
  ],
  [
    'What are dnses?',
    () => find('4.20', 'dnses'),
    ['config.openshift.io/v1 DNS', 'operator.openshift.io/v1 DNS'],
  ],
];

const ofResources: readonly Question[] = [
  [
    'How is an IngressController scaled?',
    () => ingressController().resource.scale,
    {
      specReplicasPath: '.spec.replicas',
      statusReplicasPath: '.status.availableReplicas',
      labelSelectorPath: '.status.selector',
    },
  ],
  [
    'How is a ControlPlaneMachineSet scaled?',
    () => kind('4.20', 'machine.openshift.io/v1', 'ControlPlaneMachineSet').resource.scale,
    {
      specReplicasPath: '.spec.replicas',
      statusReplicasPath: '.status.replicas',
      labelSelectorPath: '.status.labelSelector',
    },
  ],
  ['Has a Deployment a scale?', () => kind('1.33', 'apps/v1', 'Deployment').resource.scale, {}],
  ['Has a Route a scale?', () => route().resource.scale, undefined],
  [
    'Are ImagePolicies in a namespace?',
    () => kind('4.20', 'config.openshift.io/v1', 'ImagePolicy').scope,
    'Namespaced',
  ],
  [
    'Are ClusterImagePolicies?',
    () => kind('4.20', 'config.openshift.io/v1', 'ClusterImagePolicy').scope,
    'Cluster',
  ],
  [
    'Are Nodes, and Pods?',
    () => [kind('1.33', 'v1', 'Node').scope, pod().scope],
    ['Cluster', 'Namespaced'],
  ],
  [
    'What can be done with a Pod?',
    () => pod().resource.verbs,
    ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'],
  ],
  [
    'What with a SubjectAccessReview?',
    () => kind('1.33', 'authorization.k8s.io/v1', 'SubjectAccessReview').resource.verbs,
    ['create'],
  ],
  [
    'What does a list of Routes show?',
    () => route().resource.printerColumns?.map(({ name, jsonPath }) => `${name} ${jsonPath}`),
    [
      'Host .status.ingress[0].host',
      'Admitted .status.ingress[0].conditions[?(@.type=="Admitted")].status',
      'Service .spec.to.name',
      'TLS .spec.tls.type',
    ],
  ],
  [
    'Are MachineHealthChecks served and stored, with a status?',
    () => {
      const { resource } = kind('4.20', 'machine.openshift.io/v1beta1', 'MachineHealthCheck');
      return [resource.isServed, resource.isStored, resource.hasStatus, resource.shortNames];
    },
    [true, true, true, ['mhc', 'mhcs']],
  ],
  [
    'Is version v1alpha1 of ConsolePlugin served?',
    () => api('4.20').kind('console.openshift.io/v1alpha1', 'ConsolePlugin'),
    undefined,
  ],
  [
    'What is an Etcd among?',
    () => kind('4.20', 'operator.openshift.io/v1', 'Etcd').names.categories,
    ['coreoperators'],
  ],
];

const ofFields: readonly Question[] = [
  [
    'What terminations are there?',
    () => field(route(), 'spec.tls.termination').enum,
    ['edge', 'reencrypt', 'passthrough'],
  ],
  [
    'What must the TLS of a Route keep?',
    () => field(route(), 'spec.tls').rules.map(({ rule }) => rule),
    [
      '!(has(self.certificate) && has(self.externalCertificate))',
      "has(self.termination) && has(self.insecureEdgeTerminationPolicy) ? !((self.termination=='passthrough') && (self.insecureEdgeTerminationPolicy=='Allow')) : true",
    ],
  ],
  [
    'What must a Route?',
    () => field(route(), 'spec').rules.map(({ rule }) => rule),
    ["!has(self.tls) || self.tls.termination != 'passthrough' || !has(self.httpHeaders)"],
  ],
  [
    'What weights are there, and which if none is given?',
    () => {
      const weight = field(route(), 'spec.to.weight');
      return [weight.type, weight.limits, weight.default, weight.isRequired];
    },
    ['integer', [{ name: 'Range', text: '0 to 256' }], 100, false],
  ],
  [
    'How many backends?',
    () => field(route(), 'spec.alternateBackends').limits,
    [{ name: 'Items', text: 'at most 3' }],
  ],
  [
    'What is a target port?',
    () => field(route(), 'spec.port.targetPort').type,
    'integer or string',
  ],
  [
    'And one of a Service?',
    () => field(kind('1.33', 'v1', 'Service'), 'spec.ports.targetPort').type,
    'integer or string',
  ],
  [
    'Must a Service say its port?',
    () => field(kind('1.33', 'v1', 'Service'), 'spec.ports[].port').isRequired,
    true,
  ],
  ['Must a container have a name?', () => field(pod(), 'spec.containers.name').isRequired, true],
  [
    'By which keys are ports told apart?',
    () => field(pod(), 'spec.containers.ports').fact('listMapKeys'),
    ['containerPort', 'protocol'],
  ],
  [
    'May unsupported overrides be null, and anything?',
    () => {
      const own = field(
        kind('4.20', 'operator.openshift.io/v1', 'Network'),
        'spec.unsupportedConfigOverrides',
      );
      return [own.fact('nullable'), own.fact('preserveUnknownFields'), own.type];
    },
    [true, true, 'object'],
  ],
  [
    'Which log levels has a Network, and which by default?',
    () => {
      const level = field(kind('4.20', 'operator.openshift.io/v1', 'Network'), 'spec.logLevel');
      return [level.enum, level.default];
    },
    [['', 'Normal', 'Debug', 'Trace', 'TraceAll'], 'Normal'],
  ],
  [
    'How is an IngressController published?',
    () => field(ingressController(), 'spec.endpointPublishingStrategy.type').enum,
    ['LoadBalancerService', 'HostNetwork', 'Private', 'NodePortService'],
  ],
];

const ofOthers: readonly Question[] = [
  [
    'Is there an InsightsDataGather without previews?',
    () => find('4.20', 'insightsdatagathers'),
    [],
  ],
  [
    'And with them?',
    () => find('preview', 'insightsdatagathers'),
    [
      'config.openshift.io/v1alpha2 InsightsDataGather',
      'config.openshift.io/v1alpha1 InsightsDataGather',
    ],
  ],
  [
    'Which has the quota of an Etcd?',
    () =>
      ['4.20', 'preview'].map(
        (name) =>
          kind(name, 'operator.openshift.io/v1', 'Etcd').field('spec.backendQuotaGiB')?.type,
      ),
    [undefined, 'integer'],
  ],
  [
    'Which has signature stores?',
    () =>
      ['4.20', 'preview'].map(
        (name) =>
          kind(name, 'config.openshift.io/v1', 'ClusterVersion').field(
            'spec.signatureStores.ca.name',
          )?.type,
      ),
    [undefined, 'string'],
  ],
];

const ofOld: readonly Question[] = [
  [
    'What must a Route of 4.5 say?',
    () =>
      field(kind('4.5', 'route.openshift.io/v1', 'Route'), 'spec')
        .fields()
        .filter(({ isRequired }) => isRequired)
        .map(({ name }) => name),
    ['spec.host', 'spec.to'],
  ],
  [
    'Which terminations does 4.5 list, and which backends must have a weight?',
    () => {
      const old = kind('4.5', 'route.openshift.io/v1', 'Route');
      const weight = field(old, 'spec.alternateBackends[].weight');
      return [field(old, 'spec.tls.termination').enum, weight.isRequired];
    },
    [undefined, true],
  ],
  [
    'Has a DeploymentConfig of 4.5 a scale, and is a User in a namespace?',
    () => [
      kind('4.5', 'apps.openshift.io/v1', 'DeploymentConfig').resource.scale,
      kind('4.5', 'user.openshift.io/v1', 'User').scope,
    ],
    [{}, 'Cluster'],
  ],
];

describe('questions about OpenShift and Kubernetes', () => {
  const questions = [...ofNames, ...ofResources, ...ofFields, ...ofOthers];
  it.for(questions)('%s', ([, ask, answer], context) => {
    skipWithout(context, ...paths);
    expect(ask()).toEqual(answer);
  });

  it.each(ofOld)('%s', (_, ask, answer) => {
    expect(ask()).toEqual(answer);
  });
});
