/**
 * The manifests of `shared/convert` that the schemas refuse, each looked into: the API server refuses them too, for what
 * stands here. Most are parts that a program completes, or were written for other releases.
 */
export const refusedManifests: ReadonlyMap<string, readonly string[]> = new Map([
  // Patches for kustomize, and bases that its overlays complete.
  [
    'GoogleCloudPlatform+microservices-demo/kustomize/components/without-loadgenerator/delete-loadgenerator.patch.yaml',
    ['$patch'],
  ],
  [
    'argoproj+argo-cd/manifests/base/application-controller-deployment/argocd-application-controller-statefulset.yaml',
    ['selector'],
  ],
  [
    'argoproj+argo-cd/manifests/ha/base/overlays/argocd-application-controller-statefulset.yaml',
    ['selector'],
  ],
  [
    'kubernetes-sigs+kustomize/examples/ldap/overlays/staging/deployment.yaml',
    ['selector', 'template'],
  ],
  // Tests of what is wrong, or of an older API.
  [
    'argoproj+argo-cd/test/e2e/testdata/deprecated-extensions/ingress.yaml',
    ['pathType', 'serviceName', 'servicePort'],
  ],
  [
    'argoproj+argo-cd/test/e2e/testdata/networking/guestbook-ui-svc-ingress.yaml',
    ['pathType', 'serviceName', 'servicePort'],
  ],
  [
    'argoproj+argo-cd/test/e2e/testdata/sync-options-validate-false/invalid-cm.yaml',
    ['invalidKey'],
  ],
  // The field was never there: it is called secretRef.
  ['kubernetes+examples/_archived/volumes/storageos/storageos-pv.yaml', ['secretName']],
  // Operators put in what is missing before they send it.
  [
    'openshift+cluster-ingress-operator/pkg/manifests/assets/canary/daemonset.yaml',
    ['selector', 'progressDeadlineSeconds'],
  ],
  ['openshift+cluster-ingress-operator/pkg/manifests/assets/canary/route.yaml', ['name']],
  // A reference to a role has no namespace. The API server fills its group in, which no document says.
  [
    'openshift+cluster-ingress-operator/pkg/manifests/assets/router/cluster-role-binding.yaml',
    ['apiGroup', 'namespace'],
  ],
  [
    'openshift+cluster-monitoring-operator/assets/node-exporter/security-context-constraints.yaml',
    ['allowHostIPC', 'allowedCapabilities', 'defaultAddCapabilities'],
  ],
  // Fields of other releases than 4.20.
  ['openshift+console-operator/examples/cr-console.operator.config.yaml', ['authentication']],
  ['openshift+console-operator/manifests/01-operator-config.yaml', ['limit', 'LightspeedButton']],
  // Patches for a cluster version that is there.
  ['openshift+console-operator/examples/cvo-manage-operator.yaml', ['clusterID']],
  ['openshift+console-operator/examples/cvo-unmanage-operator.yaml', ['clusterID']],
  // Tekton's webhook gives steps a name before they are validated.
  ['tektoncd+pipeline/examples/v1/pipelineruns/optional-workspaces.yaml', ['name']],
]);
