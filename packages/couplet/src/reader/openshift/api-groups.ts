import type { Scope } from '../../api/definition.ts';

/** An API group of OpenShift, by the Go package that its definitions are named after. */
export interface ApiGroup {
  readonly package: string;
  /**
   * The name by which the API calls the group; it does not follow from the package: `network.operator.openshift.io`.
   */
  readonly name: string;
  /** The scope of its kinds, so far as it is known here; kinds that are new to us are told by their form. */
  readonly scopes: ReadonlyMap<string, Scope>;
  /** Names of what looks like a kind of the group, and is served by no API. */
  readonly unserved: ReadonlySet<string>;
}

/**
 * The API groups of OpenShift. A package that is not here has no kinds that an API serves: `kubecontrolplane`,
 * `legacyconfig`, `openshiftcontrolplane`, `osin` and `servicecertsigner` are the files that components read, `example`
 * is for trying out.
 *
 * OpenShift's OpenAPI document of 4.12 and later says nothing of this. Where it is from:
 * - The aggregated API servers' kinds, which have no CRD (apps, authorization, build, image, oauth, project, quota,
 *   route, security, template, user): the paths of the embedded document of 4.5, where a kind that is only posted or
 *   read below `namespaces/{namespace}` is namespaced; a test compares. ImageTag and UserOAuthAccessToken came later: the
 *   marker `+genclient:nonNamespaced` in openshift/api tells their scope.
 * - All others are served as CRDs: `zz_generated.featuregated-crd-manifests.yaml` of each package of openshift/api, and
 *   the markers `+kubebuilder:resource` of its types; tests compare with the CRDs of 4.5 and 4.20.
 * - What is unserved: types of openshift/api with metadata that no CRD and no path serves. The machine providers'
 *   specifications stand inside of a Machine, an OAuthRedirectReference in an annotation; the service catalog's
 *   operators were removed in 4.6; a TestReporting is, as its comment says, never stored in a cluster.
 */
export const apiGroups: readonly ApiGroup[] = [
  group('apiextensions', 'apiextensions.openshift.io', { cluster: 'CompatibilityRequirement' }),
  group('apiserver', 'apiserver.openshift.io', { cluster: 'APIRequestCount' }),
  group('apps', 'apps.openshift.io', {
    namespaced: 'DeploymentConfig DeploymentConfigRollback DeploymentLog DeploymentRequest',
  }),
  group('authorization', 'authorization.openshift.io', {
    namespaced:
      'LocalResourceAccessReview LocalSubjectAccessReview Role RoleBinding RoleBindingRestriction ' +
      'SelfSubjectRulesReview SubjectRulesReview',
    cluster: 'ClusterRole ClusterRoleBinding ResourceAccessReview SubjectAccessReview',
  }),
  group('build', 'build.openshift.io', {
    namespaced: 'Build BuildConfig BuildLog BuildRequest',
    unserved: 'BinaryBuildRequestOptions',
  }),
  group('cloudnetwork', 'cloud.network.openshift.io', { cluster: 'CloudPrivateIPConfig' }),
  group('config', 'config.openshift.io', {
    namespaced: 'ImagePolicy',
    cluster:
      'APIServer Authentication Backup Build CRIOCredentialProviderConfig ClusterImagePolicy ClusterMonitoring ' +
      'ClusterOperator ClusterVersion Console DNS FeatureGate Image ImageContentPolicy ImageDigestMirrorSet ' +
      'ImageTagMirrorSet Infrastructure Ingress InsightsDataGather Network Node OAuth OperatorHub PKI Project Proxy ' +
      'Scheduler',
    unserved: 'TestReporting',
  }),
  group('console', 'console.openshift.io', {
    cluster:
      'ConsoleCLIDownload ConsoleExternalLogLink ConsoleLink ConsoleNotification ConsolePlugin ConsoleQuickStart ' +
      'ConsoleSample ConsoleYAMLSample',
  }),
  group('etcd', 'etcd.openshift.io', { cluster: 'PacemakerCluster' }),
  group('helm', 'helm.openshift.io', {
    namespaced: 'ProjectHelmChartRepository',
    cluster: 'HelmChartRepository',
  }),
  group('image', 'image.openshift.io', {
    namespaced:
      'ImageStream ImageStreamImage ImageStreamImport ImageStreamLayers ImageStreamMapping ImageStreamTag ImageTag',
    cluster: 'Image ImageSignature',
  }),
  group('imageregistry', 'imageregistry.operator.openshift.io', { cluster: 'Config ImagePruner' }),
  group('insights', 'insights.openshift.io', { cluster: 'DataGather' }),
  group('machine', 'machine.openshift.io', {
    namespaced: 'ControlPlaneMachineSet Machine MachineHealthCheck MachineSet',
    unserved:
      'AWSMachineProviderConfig AlibabaCloudMachineProviderConfig AlibabaCloudMachineProviderStatus ' +
      'AzureMachineProviderSpec AzureMachineProviderStatus GCPMachineProviderSpec GCPMachineProviderStatus ' +
      'NutanixMachineProviderConfig OpenstackProviderSpec PowerVSMachineProviderConfig VSphereMachineProviderSpec',
  }),
  group('machineconfiguration', 'machineconfiguration.openshift.io', {
    cluster:
      'ContainerRuntimeConfig ControllerConfig InternalReleaseImage KubeletConfig MachineConfig MachineConfigNode ' +
      'MachineConfigPool MachineOSBuild MachineOSConfig OSImageStream PinnedImageSet',
  }),
  group('monitoring', 'monitoring.openshift.io', { namespaced: 'AlertRelabelConfig AlertingRule' }),
  group('network', 'network.openshift.io', {
    namespaced: 'DNSNameResolver EgressNetworkPolicy',
    cluster: 'ClusterNetwork HostSubnet NetNamespace',
  }),
  group('networkoperator', 'network.operator.openshift.io', { namespaced: 'EgressRouter' }),
  group('oauth', 'oauth.openshift.io', {
    cluster:
      'OAuthAccessToken OAuthAuthorizeToken OAuthClient OAuthClientAuthorization UserOAuthAccessToken',
    unserved: 'OAuthRedirectReference',
  }),
  group('operator', 'operator.openshift.io', {
    namespaced: 'IngressController',
    cluster:
      'Authentication CSISnapshotController CloudCredential ClusterAPI ClusterCSIDriver ClusterVersionOperator Config ' +
      'Console DNS Etcd EtcdBackup ImageContentSourcePolicy Ingress InsightsOperator KubeAPIServer ' +
      'KubeControllerManager KubeScheduler KubeStorageVersionMigrator MachineConfiguration Network OLM ' +
      'OpenShiftAPIServer OpenShiftControllerManager ServiceCA Storage',
    unserved: 'MyOperatorResource ServiceCatalogAPIServer ServiceCatalogControllerManager',
  }),
  group('operatorcontrolplane', 'controlplane.operator.openshift.io', {
    namespaced: 'PodNetworkConnectivityCheck',
  }),
  group('operatoringress', 'ingress.operator.openshift.io', { namespaced: 'DNSRecord' }),
  group('platform', 'platform.openshift.io', { cluster: 'PlatformOperator' }),
  group('project', 'project.openshift.io', { cluster: 'Project ProjectRequest' }),
  group('quota', 'quota.openshift.io', {
    namespaced: 'AppliedClusterResourceQuota',
    cluster: 'ClusterResourceQuota',
  }),
  group('route', 'route.openshift.io', { namespaced: 'Route' }),
  group('samples', 'samples.operator.openshift.io', { cluster: 'Config' }),
  group('security', 'security.openshift.io', {
    namespaced:
      'PodSecurityPolicyReview PodSecurityPolicySelfSubjectReview PodSecurityPolicySubjectReview',
    cluster: 'RangeAllocation SecurityContextConstraints',
  }),
  group('securityinternal', 'security.internal.openshift.io', { cluster: 'RangeAllocation' }),
  group('sharedresource', 'sharedresource.openshift.io', {
    cluster: 'SharedConfigMap SharedSecret',
  }),
  group('template', 'template.openshift.io', {
    namespaced: 'Template TemplateInstance',
    cluster: 'BrokerTemplateInstance',
  }),
  group('user', 'user.openshift.io', { cluster: 'Group Identity User UserIdentityMapping' }),
];

/** Names of kinds with a space between two. */
interface Kinds {
  readonly namespaced?: string;
  readonly cluster?: string;
  readonly unserved?: string;
}

function group(
  packageName: string,
  name: string,
  { namespaced = '', cluster = '', unserved = '' }: Kinds,
): ApiGroup {
  const scopes = new Map<string, Scope>();
  for (const kind of namesIn(namespaced)) scopes.set(kind, 'Namespaced');
  for (const kind of namesIn(cluster)) scopes.set(kind, 'Cluster');
  return { package: packageName, name, scopes, unserved: new Set(namesIn(unserved)) };
}

function namesIn(list: string): readonly string[] {
  return list.split(' ').filter((name) => name !== '');
}
