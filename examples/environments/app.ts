// One service for three environments: what they share is said once, and for each a few patches say what differs.
import type { DeploymentConfig } from '@couplet/openshift/4.5/apps/v1';
import { deploymentConfig } from '@couplet/openshift/4.5/apps/v1';
import type { Route } from '@couplet/openshift/4.5/route/v1';
import { route } from '@couplet/openshift/4.5/route/v1';
import type { Patch } from '@couplet/runtime';
import { compose } from '@couplet/runtime';

interface Environment {
  readonly deployment: Patch<DeploymentConfig>;
  readonly route: Patch<Route>;
}

const { spec } = deploymentConfig;

const environments: ReadonlyMap<string, Environment> = new Map([
  [
    'development',
    {
      deployment: compose(spec.withReplicas(1), spec.strategy.withType('Recreate')),
      route: route.spec.withHost('web.dev.example.com'),
    },
  ],
  [
    'staging',
    {
      deployment: spec.withReplicas(2),
      route: route.spec.withHost('web.staging.example.com'),
    },
  ],
  [
    'production',
    {
      deployment: compose(
        spec.withReplicas(6),
        spec.withMinReadySeconds(30),
        spec.template.metadata.withLabelsMixin({ tier: 'production' }),
      ),
      route: compose(
        route.spec.withHost('www.example.com'),
        route.spec.withAlternateBackendsMixin({ kind: 'Service', name: 'web-canary', weight: 5 }),
      ),
    },
  ],
]);

const name = 'web';
const labels = { app: name };

/** The manifests of one environment, chosen with `--param environment=staging`. */
export default function web({ environment = 'development' }: { environment?: string }) {
  const chosen = environments.get(environment);
  if (chosen === undefined) {
    const known = [...environments.keys()].join(', ');
    throw new Error(`there is no environment ${environment}; there are ${known}`);
  }
  return [
    compose(
      deploymentConfig.new(name),
      deploymentConfig.metadata.withNamespace(`shop-${environment}`),
      spec.withSelector(labels),
      spec.template.metadata.withLabels(labels),
      spec.template.spec.withContainers({ name, image: 'registry.example.com/shop/web:1.4.2' }),
      chosen.deployment,
    ),
    compose(
      route.new(name),
      route.metadata.withNamespace(`shop-${environment}`),
      route.spec.to.withKind('Service'),
      route.spec.to.withName(name),
      route.spec.to.withWeight(95),
      chosen.route,
    ),
  ];
}
