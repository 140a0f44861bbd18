// A web service that OpenShift builds from a Git repository: built again when the repository or the builder image
// changes, rolled out again when the build gives a new image, and open to the world by HTTPS.
import { deploymentConfig } from '@couplet/openshift/4.5/apps/v1';
import { buildConfig } from '@couplet/openshift/4.5/build/v1';
import { imageStream } from '@couplet/openshift/4.5/image/v1';
import { route } from '@couplet/openshift/4.5/route/v1';
import { compose } from '@couplet/runtime';

const name = 'web';
const labels = { app: name };
const image = `${name}:latest`;
const port = { name: 'http', containerPort: 8080 };

const images = compose(imageStream.new(name), imageStream.metadata.withLabels(labels));

const build = compose(
  buildConfig.new(name),
  buildConfig.metadata.withLabels(labels),
  buildConfig.spec.source.git.withUri('https://git.example.com/shop/web.git'),
  buildConfig.spec.source.git.withRef('main'),
  buildConfig.spec.strategy.sourceStrategy.from.withKind('ImageStreamTag'),
  buildConfig.spec.strategy.sourceStrategy.from.withName('nodejs:20-ubi9'),
  buildConfig.spec.strategy.sourceStrategy.from.withNamespace('openshift'),
  buildConfig.spec.output.to.withKind('ImageStreamTag'),
  buildConfig.spec.output.to.withName(image),
  buildConfig.spec.withTriggers([
    { type: 'ConfigChange' },
    { type: 'ImageChange', imageChange: {} },
    { type: 'GitHub', github: { secretReference: { name: 'web-webhook' } } },
  ]),
);

const deployment = compose(
  deploymentConfig.new(name),
  deploymentConfig.metadata.withLabels(labels),
  deploymentConfig.spec.withReplicas(2),
  deploymentConfig.spec.withSelector(labels),
  deploymentConfig.spec.strategy.withType('Rolling'),
  deploymentConfig.spec.template.metadata.withLabels(labels),
  deploymentConfig.spec.template.spec.withContainers({
    name,
    // The trigger below puts the image in.
    image: ' ',
    ports: [port],
    readinessProbe: { httpGet: { path: '/healthz', port: port.name } },
    resources: {
      requests: { cpu: '100m', memory: '128Mi' },
      limits: { memory: '256Mi' },
    },
  }),
  deploymentConfig.spec.withTriggers([
    { type: 'ConfigChange' },
    {
      type: 'ImageChange',
      imageChangeParams: {
        automatic: true,
        containerNames: [name],
        from: { kind: 'ImageStreamTag', name: image },
      },
    },
  ]),
);

// A kind of Kubernetes itself, which OpenShift's library does not have: a plain manifest.
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, labels },
  spec: { selector: labels, ports: [{ name: port.name, port: 80, targetPort: port.name }] },
};

const entrance = compose(
  route.new(name),
  route.metadata.withLabels(labels),
  route.spec.to.withKind('Service'),
  route.spec.to.withName(name),
  route.spec.port.withTargetPort(port.name),
  route.spec.tls.withTermination('edge'),
  route.spec.tls.withInsecureEdgeTerminationPolicy('Redirect'),
);

export default [images, build, deployment, service, entrance];
