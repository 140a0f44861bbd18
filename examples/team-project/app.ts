// A team's project: what it may use, over all projects of the team, who may do what in it, and what its pods may do.
import { role, roleBinding } from '@couplet/openshift/4.5/authorization/v1';
import { project } from '@couplet/openshift/4.5/project/v1';
import { clusterResourceQuota } from '@couplet/openshift/4.5/quota/v1';
import { securityContextConstraints } from '@couplet/openshift/4.5/security/v1';
import { compose } from '@couplet/runtime';

const team = 'tea';
const namespace = `${team}-shop`;
const teamLabel = { 'example.com/team': team };

const shop = compose(
  project.new(namespace),
  project.metadata.withLabels(teamLabel),
  project.metadata.withAnnotations({
    'openshift.io/display-name': 'The tea shop',
    'openshift.io/description': 'Everything that the tea team runs for its shop.',
  }),
);

const quota = compose(
  clusterResourceQuota.new(team),
  clusterResourceQuota.spec.selector.labels.withMatchLabels(teamLabel),
  clusterResourceQuota.spec.quota.withHard({
    pods: '40',
    'requests.cpu': '8',
    'requests.memory': '16Gi',
    'limits.memory': '32Gi',
    'openshift.io/imagestreams': '20',
  }),
);

const releaser = compose(
  role.new('releaser'),
  role.metadata.withNamespace(namespace),
  role.withRules([
    {
      apiGroups: ['apps.openshift.io'],
      resources: ['deploymentconfigs', 'deploymentconfigs/instantiate'],
      verbs: ['get', 'list', 'watch', 'create', 'patch'],
    },
    {
      apiGroups: ['image.openshift.io'],
      resources: ['imagestreamtags'],
      verbs: ['get', 'list', 'create', 'update'],
    },
  ]),
);

/** Gives a role to a group, in the team's project. */
function grant(name: string, group: string, roleNamespace?: string) {
  const binding = compose(
    roleBinding.new(name),
    roleBinding.metadata.withNamespace(namespace),
    roleBinding.roleRef.withName(name),
    roleBinding.withSubjects({ kind: 'Group', name: group }),
  );
  if (roleNamespace === undefined) return binding;
  return compose(binding, roleBinding.roleRef.withNamespace(roleNamespace));
}

const constraints = compose(
  securityContextConstraints.new(`${team}-restricted`),
  securityContextConstraints.withUsers(`system:serviceaccount:${namespace}:web`),
  securityContextConstraints.withPriority(10),
  securityContextConstraints.withAllowPrivilegedContainer(false),
  securityContextConstraints.withAllowPrivilegeEscalation(false),
  securityContextConstraints.withAllowHostDirVolumePlugin(false),
  securityContextConstraints.withAllowHostIPC(false),
  securityContextConstraints.withAllowHostNetwork(false),
  securityContextConstraints.withAllowHostPID(false),
  securityContextConstraints.withAllowHostPorts(false),
  securityContextConstraints.withReadOnlyRootFilesystem(true),
  securityContextConstraints.withRequiredDropCapabilities('ALL'),
  securityContextConstraints.withAllowedCapabilities('NET_BIND_SERVICE'),
  securityContextConstraints.runAsUser.withType('MustRunAsRange'),
  securityContextConstraints.seLinuxContext.withType('MustRunAs'),
  securityContextConstraints.fsGroup.withType('MustRunAs'),
  securityContextConstraints.supplementalGroups.withType('RunAsAny'),
  securityContextConstraints.withVolumes(['configMap', 'emptyDir', 'secret']),
);

export default [
  shop,
  quota,
  releaser,
  grant('releaser', `${team}-releasers`, namespace),
  grant('view', `${team}-developers`),
  constraints,
];
