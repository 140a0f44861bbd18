// A web service that OpenShift builds from a Git repository: built again when the repository or the builder image
// changes, rolled out again when the build gives a new image, and open to the world by HTTPS.
local o = import '4.5/main.libsonnet';
local buildConfig = o.build.v1.buildConfig;
local deploymentConfig = o.apps.v1.deploymentConfig;
local imageStream = o.image.v1.imageStream;
local route = o.route.v1.route;

local name = 'web';
local labels = { app: name };
local image = name + ':latest';
local port = { name: 'http', containerPort: 8080 };

local images = imageStream.new(name) + imageStream.metadata.withLabels(labels);

local build =
  buildConfig.new(name)
  + buildConfig.metadata.withLabels(labels)
  + buildConfig.spec.source.git.withUri('https://git.example.com/shop/web.git')
  + buildConfig.spec.source.git.withRef('main')
  + buildConfig.spec.strategy.sourceStrategy.from.withKind('ImageStreamTag')
  + buildConfig.spec.strategy.sourceStrategy.from.withName('nodejs:20-ubi9')
  + buildConfig.spec.strategy.sourceStrategy.from.withNamespace('openshift')
  + buildConfig.spec.output.to.withKind('ImageStreamTag')
  + buildConfig.spec.output.to.withName(image)
  + buildConfig.spec.withTriggers([
    { type: 'ConfigChange' },
    { type: 'ImageChange', imageChange: {} },
    { type: 'GitHub', github: { secretReference: { name: 'web-webhook' } } },
  ]);

local deployment =
  deploymentConfig.new(name)
  + deploymentConfig.metadata.withLabels(labels)
  + deploymentConfig.spec.withReplicas(2)
  + deploymentConfig.spec.withSelector(labels)
  + deploymentConfig.spec.strategy.withType('Rolling')
  + deploymentConfig.spec.template.metadata.withLabels(labels)
  + deploymentConfig.spec.template.spec.withContainers({
    name: name,
    // The trigger below puts the image in.
    image: ' ',
    ports: [port],
    readinessProbe: { httpGet: { path: '/healthz', port: port.name } },
    resources: {
      requests: { cpu: '100m', memory: '128Mi' },
      limits: { memory: '256Mi' },
    },
  })
  + deploymentConfig.spec.withTriggers([
    { type: 'ConfigChange' },
    {
      type: 'ImageChange',
      imageChangeParams: {
        automatic: true,
        containerNames: [name],
        from: { kind: 'ImageStreamTag', name: image },
      },
    },
  ]);

// A kind of Kubernetes itself, which OpenShift's library does not have: a plain manifest.
local service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: name, labels: labels },
  spec: { selector: labels, ports: [{ name: port.name, port: 80, targetPort: port.name }] },
};

local entrance =
  route.new(name)
  + route.metadata.withLabels(labels)
  + route.spec.to.withKind('Service')
  + route.spec.to.withName(name)
  + route.spec.port.withTargetPort(port.name)
  + route.spec.tls.withTermination('edge')
  + route.spec.tls.withInsecureEdgeTerminationPolicy('Redirect');

[images, build, deployment, service, entrance]
