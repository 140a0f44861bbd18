/** The names of a kind in addresses and on the command line. */
export interface ResourceNames {
  readonly plural: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
}

/**
 * Names of kinds that no CRD defines, by kind and group (`Pod`, `Deployment.apps`). OpenAPI documents have no short names;
 * they are written into the API servers:
 * - Kubernetes: the methods `ShortNames` and `Categories` of the storages in its `pkg/registry`, as of 1.36;
 * - OpenShift's aggregated kinds: the same methods in `pkg` of openshift/openshift-apiserver.
 *
 * A row is the kind, its plural, then its short names, then its categories with a `+` before each. Kinds with a regular
 * plural and nothing else to say are not listed.
 */
const rows = `
ComponentStatus componentstatuses cs
ConfigMap configmaps cm
Endpoints endpoints ep
Event events ev
LimitRange limitranges limits
Namespace namespaces ns
Node nodes no
PersistentVolume persistentvolumes pv
PersistentVolumeClaim persistentvolumeclaims pvc
Pod pods po +all
ReplicationController replicationcontrollers rc +all
ResourceQuota resourcequotas quota
Service services svc +all
ServiceAccount serviceaccounts sa
MutatingAdmissionPolicy.admissionregistration.k8s.io mutatingadmissionpolicies +api-extensions
MutatingAdmissionPolicyBinding.admissionregistration.k8s.io mutatingadmissionpolicybindings +api-extensions
MutatingWebhookConfiguration.admissionregistration.k8s.io mutatingwebhookconfigurations +api-extensions
ValidatingAdmissionPolicy.admissionregistration.k8s.io validatingadmissionpolicies +api-extensions
ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io validatingadmissionpolicybindings +api-extensions
ValidatingWebhookConfiguration.admissionregistration.k8s.io validatingwebhookconfigurations +api-extensions
APIService.apiregistration.k8s.io apiservices +api-extensions
CustomResourceDefinition.apiextensions.k8s.io customresourcedefinitions crd crds +api-extensions
DaemonSet.apps daemonsets ds +all
Deployment.apps deployments deploy +all
ReplicaSet.apps replicasets rs +all
StatefulSet.apps statefulsets sts +all
HorizontalPodAutoscaler.autoscaling horizontalpodautoscalers hpa +all
CronJob.batch cronjobs cj +all
Job.batch jobs +all
CertificateSigningRequest.certificates.k8s.io certificatesigningrequests csr
Event.events.k8s.io events ev
Ingress.extensions ingresses ing
Ingress.networking.k8s.io ingresses ing
IPAddress.networking.k8s.io ipaddresses ip
NetworkPolicy.networking.k8s.io networkpolicies netpol
PodDisruptionBudget.policy poddisruptionbudgets pdb
PodSecurityPolicy.policy podsecuritypolicies psp
PriorityClass.scheduling.k8s.io priorityclasses pc
StorageClass.storage.k8s.io storageclasses sc
VolumeAttributesClass.storage.k8s.io volumeattributesclasses vac
DeploymentConfig.apps.openshift.io deploymentconfigs dc +all
Build.build.openshift.io builds +all
BuildConfig.build.openshift.io buildconfigs bc +all
ImageStream.image.openshift.io imagestreams is +all
ImageStreamImage.image.openshift.io imagestreamimages isimage
ImageStreamTag.image.openshift.io imagestreamtags istag
ImageTag.image.openshift.io imagetags itag
ClusterResourceQuota.quota.openshift.io clusterresourcequotas clusterquota
Route.route.openshift.io routes +all
SecurityContextConstraints.security.openshift.io securitycontextconstraints scc
`;

/** The names of built-in kinds, by kind and group with a dot between; the core group is empty. */
export const builtInNames: ReadonlyMap<string, ResourceNames> = new Map(
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [kind = '', plural = '', ...words] = row.split(' ');
      const categories = words.filter((word) => word.startsWith('+')).map((word) => word.slice(1));
      const shortNames = words.filter((word) => !word.startsWith('+'));
      return [kind, { plural, shortNames, categories }];
    }),
);

/**
 * The plural that an API has for a kind unless it chose another one, by the rule of Kubernetes' `apimachinery`
 * (`UnsafeGuessKindToResource`).
 */
export function regularPlural(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular.endsWith('s')) return `${singular}es`;
  if (singular.endsWith('y')) return `${singular.slice(0, -1)}ies`;
  return `${singular}s`;
}
