/** The beginning of what openshift/api calls its definitions: `com.github.openshift.api.<package>.<version>.<Kind>`. */
const prefix = 'com.github.openshift.api.';

/** The parts of the name of a definition of openshift/api. */
export interface OpenShiftName {
  readonly package: string;
  readonly version: string;
  readonly kind: string;
}

export function isOpenShiftName(name: string): boolean {
  return name.startsWith(prefix);
}

/** Tells whether a definition is Kubernetes' or OpenShift's own, as OpenAPI documents and CRDs call these. */
export function isPlatformName(name: string): boolean {
  return isOpenShiftName(name) || /^(io\.k8s|io\.openshift)\./.test(name);
}

/** The parts of a definition's name; none for a definition that is not of openshift/api. */
export function parseOpenShiftName(name: string): OpenShiftName | undefined {
  if (!isOpenShiftName(name)) return undefined;
  const [packageName, version, kind, ...others] = name.slice(prefix.length).split('.');
  if (packageName === undefined || version === undefined || kind === undefined) return undefined;
  return others.length === 0 ? { package: packageName, version, kind } : undefined;
}

export function openShiftName({ package: packageName, version, kind }: OpenShiftName): string {
  return `${prefix}${packageName}.${version}.${kind}`;
}
