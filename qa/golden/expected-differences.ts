/** Why a file of ours differs from the published one. Section 6 of the library's format says more on each. */
export type Reason =
  | 'closing quotes'
  | 'new without metadata'
  | 'scalar status'
  | 'own property name';

/** What each reason means, for the report of a test. */
export const explanations: Readonly<Record<Reason, string>> = {
  'closing quotes': 'the published text lost the quotes behind its last, quoted word',
  'new without metadata': 'the published new(name) calls metadata that the kind does not have',
  'scalar status': 'the published library has no function for a status that is no object',
  'own property name': "the published library writes the key instead of the API's property name",
};

/** An expected difference: a kind, or a file, and all that explains how it differs. */
export type Differences = ReadonlyMap<string, readonly Reason[]>;

/** The kinds whose published page differs from ours, in OpenShift 4.5. */
export const differentPages: Differences = new Map<string, readonly Reason[]>([
  ['apps/v1/deploymentCondition', ['scalar status']],
  ['apps/v1/deploymentConfigRollback', ['new without metadata']],
  ['apps/v1/deploymentLog', ['new without metadata']],
  ['apps/v1/deploymentRequest', ['new without metadata']],
  ['authorization/v1/localResourceAccessReview', ['closing quotes', 'new without metadata']],
  ['authorization/v1/localSubjectAccessReview', ['closing quotes', 'new without metadata']],
  ['authorization/v1/resourceAccessReview', ['closing quotes', 'new without metadata']],
  ['authorization/v1/selfSubjectRulesReview', ['new without metadata']],
  ['authorization/v1/subjectAccessReview', ['closing quotes', 'new without metadata']],
  ['authorization/v1/subjectRulesReview', ['new without metadata']],
  ['build/v1/buildLog', ['new without metadata']],
  ['image/v1/image', ['closing quotes']],
  ['image/v1/imageImportStatus', ['closing quotes']],
  ['image/v1/imageStreamImage', ['closing quotes']],
  ['image/v1/imageStreamMapping', ['closing quotes']],
  ['image/v1/imageStreamTag', ['closing quotes']],
  ['image/v1/signatureCondition', ['scalar status']],
  ['image/v1/tagEventCondition', ['scalar status']],
  ['route/v1/routeIngressCondition', ['scalar status']],
  ['security/v1/podSecurityPolicyReview', ['new without metadata']],
  ['security/v1/podSecurityPolicySelfSubjectReview', ['new without metadata']],
  ['security/v1/podSecurityPolicySubjectReview', ['new without metadata']],
  ['template/v1/parameter', ['closing quotes']],
  ['template/v1/templateInstanceCondition', ['scalar status']],
]);

/** The kinds whose published library file differs from ours: those, and one whose page shows no property names. */
export const differentLibraryFiles: Differences = new Map<string, readonly Reason[]>([
  ...differentPages,
  ['network/v1/clusterNetworkEntry', ['own property name']],
]);

/** The same for the library of Prometheus Operator 0.86, both for pages and for library files. */
export const prometheusDifferences: Differences = new Map<string, readonly Reason[]>([
  ['monitoring/v1/podMonitor', ['closing quotes']],
  ['monitoring/v1/probe', ['closing quotes']],
  ['monitoring/v1/serviceMonitor', ['closing quotes']],
  ['monitoring/v1alpha1/alertmanagerConfig', ['closing quotes']],
]);
