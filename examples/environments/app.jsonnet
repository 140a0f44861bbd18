// One service for three environments: what they share is said once, and for each a few patches say what differs.
local o = import '4.5/main.libsonnet';
local deploymentConfig = o.apps.v1.deploymentConfig;
local route = o.route.v1.route;
local spec = deploymentConfig.spec;

local environments = {
  development: {
    deployment: spec.withReplicas(1) + spec.strategy.withType('Recreate'),
    route: route.spec.withHost('web.dev.example.com'),
  },
  staging: {
    deployment: spec.withReplicas(2),
    route: route.spec.withHost('web.staging.example.com'),
  },
  production: {
    deployment:
      spec.withReplicas(6)
      + spec.withMinReadySeconds(30)
      + spec.template.metadata.withLabelsMixin({ tier: 'production' }),
    route:
      route.spec.withHost('www.example.com')
      + route.spec.withAlternateBackendsMixin({ kind: 'Service', name: 'web-canary', weight: 5 }),
  },
};

local name = 'web';
local labels = { app: name };

// The manifests of one environment, chosen with `--tla-str environment=staging`.
function(environment='development')
  assert std.objectHas(environments, environment) :
         'there is no environment %s; there are development, staging, production' % environment;
  [
    deploymentConfig.new(name)
    + deploymentConfig.metadata.withNamespace('shop-' + environment)
    + spec.withSelector(labels)
    + spec.template.metadata.withLabels(labels)
    + spec.template.spec.withContainers({ name: name, image: 'registry.example.com/shop/web:1.4.2' })
    + environments[environment].deployment,

    route.new(name)
    + route.metadata.withNamespace('shop-' + environment)
    + route.spec.to.withKind('Service')
    + route.spec.to.withName(name)
    + route.spec.to.withWeight(95)
    + environments[environment].route,
  ]
