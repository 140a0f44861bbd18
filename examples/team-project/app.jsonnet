// A team's project: what it may use, over all projects of the team, who may do what in it, and what its pods may do.
local o = import '4.5/main.libsonnet';
local clusterResourceQuota = o.quota.v1.clusterResourceQuota;
local project = o.project.v1.project;
local role = o.authorization.v1.role;
local roleBinding = o.authorization.v1.roleBinding;
local securityContextConstraints = o.security.v1.securityContextConstraints;

local team = 'tea';
local namespace = team + '-shop';
local teamLabel = { 'example.com/team': team };

local shop =
  project.new(namespace)
  + project.metadata.withLabels(teamLabel)
  + project.metadata.withAnnotations({
    'openshift.io/display-name': 'The tea shop',
    'openshift.io/description': 'Everything that the tea team runs for its shop.',
  });

local quota =
  clusterResourceQuota.new(team)
  + clusterResourceQuota.spec.selector.labels.withMatchLabels(teamLabel)
  + clusterResourceQuota.spec.quota.withHard({
    pods: '40',
    'requests.cpu': '8',
    'requests.memory': '16Gi',
    'limits.memory': '32Gi',
    'openshift.io/imagestreams': '20',
  });

local releaser =
  role.new('releaser')
  + role.metadata.withNamespace(namespace)
  + role.withRules([
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
  ]);

// Gives a role to a group, in the team's project.
local grant(name, group, roleNamespace=null) =
  roleBinding.new(name)
  + roleBinding.metadata.withNamespace(namespace)
  + roleBinding.roleRef.withName(name)
  + roleBinding.withSubjects({ kind: 'Group', name: group })
  + (if roleNamespace == null then {} else roleBinding.roleRef.withNamespace(roleNamespace));

local constraints =
  securityContextConstraints.new(team + '-restricted')
  + securityContextConstraints.withUsers('system:serviceaccount:' + namespace + ':web')
  + securityContextConstraints.withPriority(10)
  + securityContextConstraints.withAllowPrivilegedContainer(false)
  + securityContextConstraints.withAllowPrivilegeEscalation(false)
  + securityContextConstraints.withAllowHostDirVolumePlugin(false)
  + securityContextConstraints.withAllowHostIPC(false)
  + securityContextConstraints.withAllowHostNetwork(false)
  + securityContextConstraints.withAllowHostPID(false)
  + securityContextConstraints.withAllowHostPorts(false)
  + securityContextConstraints.withReadOnlyRootFilesystem(true)
  + securityContextConstraints.withRequiredDropCapabilities('ALL')
  + securityContextConstraints.withAllowedCapabilities('NET_BIND_SERVICE')
  + securityContextConstraints.runAsUser.withType('MustRunAsRange')
  + securityContextConstraints.seLinuxContext.withType('MustRunAs')
  + securityContextConstraints.fsGroup.withType('MustRunAs')
  + securityContextConstraints.supplementalGroups.withType('RunAsAny')
  + securityContextConstraints.withVolumes(['configMap', 'emptyDir', 'secret']);

[
  shop,
  quota,
  releaser,
  grant('releaser', team + '-releasers', namespace),
  grant('view', team + '-developers'),
  constraints,
]
